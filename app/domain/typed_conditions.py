"""Conditions as people type them: comparisons and groups of comparisons, all or any of which must hold.

A comparison looks at one fact, or at two of one kind. What is nested deeper, or turned round by "not", is
written in a pack file and left alone here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.conditions import ALWAYS, FITTING, All, AnyOf, Compare, Condition, FactValue, Not, parse
from app.domain.fact_types import Fact, Kind, parse_value, show, write_value
from app.domain.facts import REGISTRY, named
from app.domain.fields import Labelled
from app.errors import UserError
from app.i18n import N_, Bilingual, _, both, filled, joined

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
    """One comparison: the name of a fact, an operator, and the value as text.

    Where ``is_fact``, the text is the name of the fact whose value it is compared with.
    """

    fact: str
    operator: str
    text: str
    is_fact: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Comparisons that belong together within a condition, all or any of which must hold."""

    how: How
    parts: tuple[Typed, ...]


Part = Typed | Group
PAIRED = (Kind.COUNTRY, Kind.COUNTRIES, Kind.NUMBER, Kind.DATE, Kind.PERIOD, Kind.TEXT)
_OF_ONE = ("known", "in", "contains")  # operators that are never asked of two facts


def offered(fact: Fact) -> tuple[str, ...]:
    """Return the operators that can be asked of a fact."""
    return tuple(each for each in OPERATORS if fact.kind in FITTING[each])


def comparable(fact: Fact, operator: str) -> tuple[Fact, ...]:
    """Return the other facts that a fact can be compared with; of facts to choose from, none."""
    if fact.kind not in PAIRED or operator in _OF_ONE:
        return ()
    return tuple(each for each in REGISTRY.values() if each.kind is fact.kind and each is not fact)


def simple(condition: Condition) -> tuple[How, tuple[Part, ...]] | None:
    """Return a condition as it would be typed; None for one that can't be typed here."""
    if condition == ALWAYS:
        return How.ALWAYS, ()
    how, parts = _opened(condition)
    typed = [_part(each) for each in parts]
    told = tuple(each for each in typed if each is not None)
    return (how, told) if told and len(told) == len(typed) else None


def _opened(condition: Condition) -> tuple[How, tuple[Condition, ...]]:
    match condition:
        case Compare():
            return How.ALL, (condition,)
        case All(parts):
            return How.ALL, parts
        case AnyOf(parts):
            return How.ANY, parts
        case Not():
            return How.ALL, ()


def _part(condition: Condition) -> Part | None:
    if isinstance(condition, Compare):
        return _typed(condition)
    how, parts = _opened(condition)
    typed = tuple(_typed(each) for each in parts if isinstance(each, Compare))
    return Group(how, typed) if typed and len(typed) == len(parts) else None


def _typed(compare: Compare) -> Typed:
    if isinstance(compare.value, FactValue):
        return Typed(compare.fact, compare.operator, compare.value.name, is_fact=True)
    fact = REGISTRY[compare.fact]
    if compare.operator == "in":
        return Typed(fact.name, "in", ", ".join(sorted(write_value(fact, each) for each in compare.value)))
    return Typed(fact.name, compare.operator, write_value(fact, compare.value))


def table(how: How, parts: Sequence[Part]) -> dict[str, Any] | None:
    """Return the table of a condition as packs have it; None for one that always holds.

    Raises ``UserError`` on the field "when.2" for what is wrong in the second part, on "when.2.1" for the
    first comparison of a group that stands there, and on "when" where there is none.
    """
    if how is How.ALWAYS:
        return None
    return _several(how, parts, "when")


def _several(how: How, parts: Sequence[Part], where: str) -> dict[str, Any]:
    if not parts:
        raise UserError(_("Say when it applies: choose a fact, and what it is to be."), field=where)
    found = []
    for number, part in enumerate(parts, 1):
        place = f"{where}.{number}"
        found.append(
            _several(part.how, part.parts, place) if isinstance(part, Group) else _checked(part, place)
        )
    return {how.value: found}


def _checked(part: Typed, place: str) -> dict[str, Any]:
    try:
        compared = _compared(part)
        parse(compared)
    except UserError as error:
        raise UserError(error.message, error.hint, field=place) from error
    return compared


def spoken(condition: Condition) -> Bilingual:
    """Return a condition as a sentence in both languages, without a full stop."""
    return _spoken(condition, is_inner=False)


def _spoken(condition: Condition, *, is_inner: bool) -> Bilingual:
    match condition:
        case Compare() as compare:
            return _comparison(compare)
        case Not(part):
            return filled(both("not ({condition})"), condition=_spoken(part, is_inner=False))
        case All(parts) | AnyOf(parts):
            said = [_spoken(part, is_inner=True) for part in parts]
            words = Bilingual(", and ", "，且") if isinstance(condition, All) else Bilingual(", or ", "，或")
            whole = joined(words, said)
            return filled(both("({condition})"), condition=whole) if is_inner and len(said) > 1 else whole


def _comparison(compare: Compare) -> Bilingual:
    fact, operator = REGISTRY[compare.fact], compare.operator
    if operator == "known":
        words = both("“{fact}” is known") if compare.value else both("“{fact}” is not known")
        return filled(words, fact=fact.label)
    values = {"fact": fact.label, "operator": both(OPERATORS[operator])}
    if isinstance(compare.value, FactValue):
        return filled(
            both("“{fact}” {operator} “{other}”"), other=REGISTRY[compare.value.name].label, **values
        )
    several = sorted(compare.value) if operator == "in" else [compare.value]
    one = frozenset({compare.value}) if operator == "contains" else None
    shown = [show(fact, one if one is not None else each) for each in several]
    value = joined(Bilingual(", ", "、"), shown)
    return filled(both("“{fact}” {operator} {value}"), value=value, **values)


def _compared(part: Typed) -> dict[str, Any]:
    if not part.fact:
        raise UserError(_("Choose a fact."))
    fact = named(part.fact)
    text = part.text.strip()
    if part.is_fact:
        return {"fact": fact.name, part.operator: {"fact": named(text).name}}
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
