"""Conditions over facts, in three-valued logic: yes, no, or ask.

An unknown fact never matches and never fails to match: the answer is then *ask*. Learning a fact turns ask
into yes or no and never turns one of these into the other, so nothing that was hidden by ignorance can
surprise anybody. (``known`` follows the same law: while a fact is unknown, both of its forms ask.)
A fact may be compared with another fact, such as an age with what a post published; while either is
unknown, that asks too.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from app.domain.fact_types import Kind, fits, parse_value, write_value
from app.domain.facts import REGISTRY, Fact, named
from app.errors import UserError
from app.i18n import _

_DEPTH = 12  # no honest rule nests deeper


class Answer(Enum):
    """Whether a condition holds: yes, no, or ask because a fact that decides is unknown."""

    YES = "yes"
    NO = "no"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class All:
    """Holds where every part holds."""

    parts: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Holds where one part holds."""

    parts: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True)
class Not:
    """Holds where its part does not."""

    part: "Condition"


@dataclass(frozen=True, slots=True)
class FactValue:
    """Stands for the value of another fact of the same kind."""

    name: str


@dataclass(frozen=True, slots=True)
class Compare:
    """Compares one fact with a value or a ``FactValue``; ``operator`` is a key of ``OPERATORS``."""

    fact: str
    operator: str
    value: Any


Condition = All | AnyOf | Not | Compare
ALWAYS = All(())

OPERATORS: Mapping[str, Callable[[Any, Any], bool]] = {
    "eq": lambda fact, value: bool(fact == value),
    "ne": lambda fact, value: bool(fact != value),
    "in": lambda fact, value: fact in value,
    "lt": lambda fact, value: bool(fact < value),
    "lte": lambda fact, value: bool(fact <= value),
    "gt": lambda fact, value: bool(fact > value),
    "gte": lambda fact, value: bool(fact >= value),
    "contains": lambda fact, value: value in fact,
    "known": lambda _fact, value: bool(value),
}
_SETS = (Kind.CHOICES, Kind.COUNTRIES)
_ORDERED = (Kind.NUMBER, Kind.DATE)
FITTING: Mapping[str, tuple[Kind, ...]] = {
    "eq": tuple(Kind),
    "ne": tuple(Kind),
    "in": (Kind.CHOICE, Kind.COUNTRY, Kind.NUMBER, Kind.TEXT),
    "lt": _ORDERED,
    "lte": _ORDERED,
    "gt": _ORDERED,
    "gte": _ORDERED,
    "contains": _SETS,
    "known": tuple(Kind),
}


def evaluate(condition: Condition, facts: Mapping[str, object]) -> Answer:
    """Return whether ``condition`` holds for the known ``facts``."""
    match condition:
        case Compare(fact, operator, value):
            if isinstance(value, FactValue):
                value = facts.get(value.name)
            if fact not in facts or value is None:
                return Answer.ASK
            return Answer.YES if OPERATORS[operator](facts[fact], value) else Answer.NO
        case All(parts):
            return _first(parts, facts, decisive=Answer.NO, otherwise=Answer.YES)
        case AnyOf(parts):
            return _first(parts, facts, decisive=Answer.YES, otherwise=Answer.NO)
        case Not(part):
            return _OPPOSITE[evaluate(part, facts)]


_OPPOSITE = {Answer.YES: Answer.NO, Answer.NO: Answer.YES, Answer.ASK: Answer.ASK}


def _first(
    parts: Sequence[Condition], facts: Mapping[str, object], *, decisive: Answer, otherwise: Answer
) -> Answer:
    found = otherwise
    for part in parts:
        answer = evaluate(part, facts)
        if answer is decisive:
            return decisive
        if answer is Answer.ASK:
            found = Answer.ASK
    return found


def missing(condition: Condition, facts: Mapping[str, object]) -> tuple[str, ...]:
    """Return the unknown facts that keep the answer open, in the condition's order; none once decided."""
    return tuple(dict.fromkeys(_open(condition, facts)))


def _open(condition: Condition, facts: Mapping[str, object]) -> Iterator[str]:
    if evaluate(condition, facts) is not Answer.ASK:
        return
    match condition:
        case Compare() as compare:
            yield from (name for name in _looked_at(compare) if name not in facts)
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from _open(part, facts)
        case Not(part):
            yield from _open(part, facts)


def facts_of(condition: Condition) -> frozenset[str]:
    """Return the names of all facts that the condition looks at."""
    match condition:
        case Compare() as compare:
            return frozenset(_looked_at(compare))
        case All(parts) | AnyOf(parts):
            return frozenset().union(*(facts_of(part) for part in parts))
        case Not(part):
            return facts_of(part)


def _looked_at(compare: Compare) -> tuple[str, ...]:
    other = compare.value
    return (compare.fact, other.name) if isinstance(other, FactValue) else (compare.fact,)


def parse(values: Mapping[str, object]) -> Condition:
    """Read a condition from its table.

    ``{all = […]}``, ``{any = […]}``, ``{not = {…}}``, or ``{fact = "name", operator = value}``, where the
    value may be ``{fact = "other name"}`` for operators that compare two values of one kind. Raises
    ``UserError`` that names the key: an unknown key, fact or operator, or a value its fact can't have.
    """
    return _parse(values, _DEPTH)


def _parse(values: Mapping[str, object], depth: int) -> Condition:
    if depth == 0:
        raise UserError(_("The condition is nested too deep."))
    if "fact" in values:
        return _comparison(values)
    if len(values) != 1 or (key := next(iter(values))) not in ("all", "any", "not"):
        found = ", ".join(str(key)[:40] for key in values) or _("nothing")
        hint = _("A condition is all, any, not, or a fact with one operator.")
        raise UserError(_("“{keys}” is not a condition.").format(keys=found), hint, field=found)
    if key == "not":
        return Not(_parse(_table(values[key], key), depth - 1))
    parts = values[key]
    if not isinstance(parts, Sequence) or isinstance(parts, str) or not parts:
        raise UserError(_("“{key}” needs a list of conditions.").format(key=key), field=key)
    read = tuple(_parse(_table(part, key), depth - 1) for part in parts)
    return All(read) if key == "all" else AnyOf(read)


def _table(value: object, key: str) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise UserError(_("“{key}” needs conditions.").format(key=key), field=key)
    return value


def _comparison(values: Mapping[str, object]) -> Compare:
    fact = named(str(values["fact"]))
    operators = [key for key in values if key != "fact"]
    if len(operators) != 1 or operators[0] not in OPERATORS:
        found = ", ".join(str(key)[:40] for key in operators) or _("nothing")
        message = _("“{keys}” is not an operator for “{fact}”.").format(keys=found, fact=fact.name)
        raise UserError(message, _("Use one of {names}.").format(names=", ".join(OPERATORS)), field=found)
    operator = operators[0]
    if fact.kind not in FITTING[operator]:
        message = _("“{operator}” can't be asked of “{fact}”.").format(operator=operator, fact=fact.name)
        raise UserError(message, field=operator)
    return Compare(fact.name, operator, _value(fact, operator, values[operator]))


def _value(fact: Fact, operator: str, value: object) -> object:
    read: object
    if isinstance(value, Mapping):
        read = _other_fact(fact, operator, value)
    elif operator == "known":
        read = value if isinstance(value, bool) else None
    elif operator == "in":
        read = _several(fact, value)
    elif operator == "contains":
        read = value if isinstance(value, str) and fits(fact, frozenset({value})) else None
    else:
        read = _single(fact, value)
    if read is None:
        message = _("“{fact}” can't be compared with this value.").format(fact=fact.name)
        raise UserError(message, field=operator)
    return read


def _other_fact(fact: Fact, operator: str, value: Mapping[str, object]) -> FactValue | None:
    if operator in ("known", "in", "contains") or list(value) != ["fact"]:
        return None
    other = named(str(value["fact"]))
    return FactValue(other.name) if other.kind is fact.kind else None


def _several(fact: Fact, values: object) -> frozenset[object] | None:
    if not isinstance(values, Sequence) or isinstance(values, str) or not values:
        return None
    read = [_single(fact, value) for value in values]
    return None if None in read else frozenset(read)


def _single(fact: Fact, value: object) -> object | None:
    """Return the fact's value: dates and periods may be written as text, sets as lists."""
    if fact.kind in _SETS and isinstance(value, Sequence) and not isinstance(value, str):
        value = frozenset(value) if all(isinstance(each, str) for each in value) else None
    if fact.kind in (Kind.DATE, Kind.PERIOD) and isinstance(value, str):
        value = parse_value(fact, value)
    return value if value is not None and fits(fact, value) else None


def to_values(condition: Condition) -> dict[str, Any]:
    """Return the table that ``parse`` reads back to an equal condition, of plain JSON values only."""
    match condition:
        case All(parts):
            return {"all": [to_values(part) for part in parts]}
        case AnyOf(parts):
            return {"any": [to_values(part) for part in parts]}
        case Not(part):
            return {"not": to_values(part)}
        case Compare(fact, operator, value):
            return {"fact": fact, operator: _plain(fact, value)}


def _plain(fact: str, value: object) -> object:
    if isinstance(value, FactValue):
        return {"fact": value.name}
    if isinstance(value, frozenset):
        return sorted(value)
    return value if isinstance(value, bool | int | str) else write_value(REGISTRY[fact], value)
