"""Whose child is whose, as relatives say it: nobody is a relative of themselves, or their own ancestor."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from app.domain.choices import Relation
from app.domain.people import Relative
from app.errors import UserError
from app.i18n import _

PARENTS = (Relation.FATHER, Relation.MOTHER)
Edge = tuple[UUID, UUID]  # a parent and a child


def edges(links: Iterable[tuple[UUID, Relative]]) -> Iterator[Edge]:
    """Yield parent and child of each link from a person to a relative that says so."""
    for person, relative in links:
        if relative.relative_id is None:
            continue
        if relative.relation in PARENTS:
            yield relative.relative_id, person
        elif relative.relation is Relation.CHILD:
            yield person, relative.relative_id


def check(person: UUID, relative: Relative, known: Iterable[Edge]) -> None:
    """Raise ``UserError`` where a link would make somebody their own relative or their own ancestor.

    ``known`` are the parents and children recorded beside it.
    """
    if relative.relative_id == person:
        raise UserError(_("Nobody is their own relative."), field="relative_id")
    held = list(known)
    for parent, child in edges([(person, relative)]):
        if child in _ancestors(parent, held):
            message = _("That would go round in a circle: somebody would be their own ancestor.")
            raise UserError(message, _("Look at the relation of each of them."), field="relation")


def _ancestors(person: UUID, known: Iterable[Edge]) -> set[UUID]:
    parents: dict[UUID, set[UUID]] = {}
    for parent, child in known:
        parents.setdefault(child, set()).add(parent)
    found: set[UUID] = set()
    wanted = {person}
    while wanted:
        found |= wanted
        wanted = {parent for child in wanted for parent in parents.get(child, ())} - found
    return found - {person}
