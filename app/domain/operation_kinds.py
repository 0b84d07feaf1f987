"""Kinds of operations, as an owner looks for them in the history."""

from collections.abc import Mapping

from app.domain.fields import Labelled
from app.i18n import N_


class OperationKind(Labelled):
    """What a step was, by its tag. Every tag is of exactly one kind."""

    PRINT = "prints", N_("Prints")
    EXPORT = "exports", N_("Exports")
    OPENING = "openings", N_("Sensitive answers opened")
    UNDO = "undo", N_("Undone and done again")
    ACCESS = "access", N_("Who opens the casebook")
    PERSON = "persons", N_("Changes of persons")
    CASE = "cases", N_("Changes of cases")
    REST = "rest", N_("The firm, its rules and the rest")


# What a tag is or, before a star, begins with, and after one, ends with. The first kind that fits counts.
PATTERNS: Mapping[OperationKind, tuple[str, ...]] = {
    OperationKind.PRINT: ("case:print",),
    OperationKind.EXPORT: ("*:export",),
    OperationKind.OPENING: ("person:open-declarations",),
    OperationKind.UNDO: ("trail:*",),
    OperationKind.ACCESS: ("user:*", "casebook:*", "signer:*"),
    OperationKind.PERSON: ("person:*",),
    OperationKind.CASE: ("case:*",),
    OperationKind.REST: ("*",),
}


def earlier(kind: OperationKind) -> tuple[OperationKind, ...]:
    """Return the kinds that take a tag before ``kind`` may."""
    order = tuple(PATTERNS)
    return order[: order.index(kind)]
