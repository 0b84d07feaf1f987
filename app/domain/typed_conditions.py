"""Simple conditions as people type them: some comparisons of facts, all or any of which must hold.

What is nested deeper, or compares two facts, is written in a pack file and left alone here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.conditions import ALWAYS, FITTING, All, AnyOf, Compare, Condition, FactValue, parse
from app.domain.fact_types import Fact, Kind, parse_value, write_value
from app.domain.facts import REGISTRY, named
from app.domain.fields import Labelled
from app.errors import UserError
from app.i18n import N_, _

# What the operators are called (msgids), in the order they are offered.
OPERATORS: Mapping[str, str] = {
    "eq": N_("is"),
    "ne": N_("is not"),
    "contains": N_("includes"),
    "in": N_("is one of"),
    "lt": N_("is below"),
    "lte": N_("is at most"),
    "gt": N_("is above"),
    "gte": N_("is at least"),
    "known": N_("is known"),
}


class How(Labelled):
    """How the comparisons of a condition belong together."""

    ALWAYS = "always", N_("Always")
    ALL = "all", N_("Where all of these hold")
    ANY = "any", N_("Where one of these holds")


@dataclass(frozen=True, slots=True)
class Typed:
    """One comparison: the name of a fact, an operator, and the value as text."""

    fact: str
    operator: str
    text: str


def offered(fact: Fact) -> tuple[str, ...]:
    """Return the operators that can be asked of a fact."""
    return tuple(each for each in OPERATORS if fact.kind in FITTING[each])


def simple(condition: Condition) -> tuple[How, tuple[Typed, ...]] | None:
    """Return a condition as it would be typed; None for one that can't be typed here."""
    if condition == ALWAYS:
        return How.ALWAYS, ()
    match condition:
        case Compare():
            how, parts = How.ALL, (condition,)
        case All(parts):
            how = How.ALL
        case AnyOf(parts):
            how = How.ANY
        case _:
            return None
    typed = [_typed(part) for part in parts if isinstance(part, Compare)]
    return (how, tuple(typed)) if len(typed) == len(parts) and all(each.fact for each in typed) else None


def _typed(compare: Compare) -> Typed:
    if isinstance(compare.value, FactValue):
        return Typed("", "", "")
    fact = REGISTRY[compare.fact]
    if compare.operator == "in":
        return Typed(fact.name, "in", ", ".join(sorted(write_value(fact, each) for each in compare.value)))
    return Typed(fact.name, compare.operator, write_value(fact, compare.value))


def table(how: How, parts: Sequence[Typed]) -> dict[str, Any] | None:
    """Return the table of a condition as packs have it; None for one that always holds.

    Raises ``UserError`` on the field "when.2" for what is wrong in the second comparison, and on "when" where
    there is none.
    """
    if how is How.ALWAYS:
        return None
    if not parts:
        raise UserError(_("Say when it applies: choose a fact, and what it is to be."), field="when")
    found = []
    for number, part in enumerate(parts, 1):
        try:
            compared = _compared(part)
            parse(compared)
        except UserError as error:
            raise UserError(error.message, error.hint, field=f"when.{number}") from error
        found.append(compared)
    return {how.value: found}


def _compared(part: Typed) -> dict[str, Any]:
    if not part.fact:
        raise UserError(_("Choose a fact."))
    fact = named(part.fact)
    text = part.text.strip()
    if not text:
        raise UserError(_("Say what “{fact}” is to be.").format(fact=fact.name))
    if part.operator == "known":
        return {"fact": fact.name, "known": parse_value(_YES_NO, text)}
    if part.operator == "in":
        several = text.replace("、", ",").replace("，", ",").split(",")
        return {"fact": fact.name, "in": [_plain(fact, each) for each in several if each.strip()]}
    value = _plain(fact, text)
    if part.operator == "contains" and isinstance(value, list) and len(value) == 1:
        value = value[0]
    return {"fact": fact.name, part.operator: value}


_YES_NO = Fact.of("known", Kind.YES_NO, ("Known", "已知"), ("Is it known?", "是否已知？"))


def _plain(fact: Fact, text: str) -> Any:
    """Return a value as a pack file has it."""
    value = parse_value(fact, text)
    if value is None:
        raise UserError(_("Say what “{fact}” is to be.").format(fact=fact.name))
    if isinstance(value, frozenset):
        return sorted(value)
    return value if isinstance(value, bool | int | str) else write_value(fact, value)
