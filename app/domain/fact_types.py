"""What a fact is: a named, typed value that a rule may look at, and how it is typed, written and shown.

Values: ``bool`` for yes/no, ``str`` for text, choices and countries (ISO 3166-1 alpha-2), ``frozenset[str]``
for sets, ``int``, ``datetime.date`` and ``Period``. A fact that is not known has no value at all.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Self

from app.domain.dates import readings, shown
from app.domain.periods import Period
from app.domain.places import country_name, find_country, is_country
from app.errors import UserError
from app.i18n import Bilingual, _

_Pair = tuple[str, str]  # English and Chinese

YES = Bilingual("Yes", "是")
NO = Bilingual("No", "否")
NONE = Bilingual("None", "无")
_YES_WORDS = frozenset({"yes", "true", "y", "是", "有"})
_NO_WORDS = frozenset({"no", "false", "n", "否", "无", "没有"})
_UNKNOWN_WORDS = frozenset({"", "unknown", "?", "未知", "不明"})
_TEXT_LIMIT = 300
_NUMBER_LIMIT = 1_000_000


class Kind(StrEnum):
    """What a fact's value is."""

    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICES = "choices"  # a set, possibly empty
    COUNTRY = "country"
    COUNTRIES = "countries"
    NUMBER = "number"
    DATE = "date"
    PERIOD = "period"
    TEXT = "text"


class Origin(StrEnum):
    """Where a fact's value comes from."""

    ENTERED = "entered"  # set by people on the case
    DERIVED = "derived"  # computed from person, post and dates; never entered
    EITHER = "either"  # computed where the record shows it, otherwise entered
    POST = "post"  # an answer of the post


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One entry of the registry; ``question`` is what to ask while the fact is unknown."""

    name: str
    kind: Kind
    label: Bilingual
    question: Bilingual
    origin: Origin = Origin.ENTERED
    choices: Mapping[str, Bilingual] = dataclass_field(default_factory=lambda: MappingProxyType({}))
    sensitive: bool = False  # PIPL Art. 28: shown and kept only under a separate consent

    @classmethod
    def of(cls, name: str, kind: Kind, label: _Pair, question: _Pair, **more: Any) -> Self:
        """Declare a fact from pairs of English and Chinese text; ``choices`` are such pairs too."""
        words = {code: Bilingual(*pair) for code, pair in more.pop("choices", {}).items()}
        choices = MappingProxyType(words)
        return cls(
            name=name,
            kind=kind,
            label=Bilingual(*label),
            question=Bilingual(*question),
            choices=choices,
            **more,
        )

    @property
    def can_be_entered(self) -> bool:
        """Whether people may set it on a case."""
        return self.origin in (Origin.ENTERED, Origin.EITHER)


def fits(fact: Fact, value: object) -> bool:
    """Whether ``value`` is a value this fact can have."""
    return _FITS[fact.kind](fact, value)


def parse_value(fact: Fact, text: str) -> object | None:
    """Read what was typed for a fact; None means that it is unknown.

    Raises ``UserError`` that names the fact and what is allowed.
    """
    text = text.strip()
    if text.casefold() in _UNKNOWN_WORDS:
        return None
    try:
        return _PARSERS[fact.kind](fact, text)
    except UserError as error:
        message = f"{fact.name}: {error.message}"
        raise UserError(message, error.hint or _allowed(fact), field=fact.name) from error
    except ValueError as error:
        message = _("{fact}: {problem}.").format(fact=fact.name, problem=error)
        raise UserError(message, _allowed(fact), field=fact.name) from error


def write_value(fact: Fact, value: object) -> str:
    """Return the stored text of a value, which ``parse_value`` reads back to an equal value."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, frozenset):
        return ",".join(sorted(value)) or "none"
    return str(value)


def show(fact: Fact, value: object) -> Bilingual:
    """Return a value of this fact in both languages, for screen and print."""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, date):
        return Bilingual(shown(value, "en"), shown(value, "zh"))
    if isinstance(value, Period):
        return value.label
    if isinstance(value, frozenset):
        return _joined([_word(fact, each) for each in sorted(value)])
    return _word(fact, str(value))


def _joined(words: list[Bilingual]) -> Bilingual:
    if not words:
        return NONE
    return Bilingual(", ".join(w.en for w in words), "、".join(w.zh for w in words))


def _word(fact: Fact, code: str) -> Bilingual:
    if fact.kind in (Kind.COUNTRY, Kind.COUNTRIES):
        return country_name(code)
    return fact.choices.get(code, Bilingual(code, code))


def _allowed(fact: Fact) -> str:
    match fact.kind:
        case Kind.CHOICE:
            return _("Allowed: {choices}, or unknown.").format(choices=", ".join(fact.choices))
        case Kind.CHOICES:
            return _("Allowed, with commas between: {choices}; none; unknown.").format(
                choices=", ".join(fact.choices)
            )
        case Kind.YES_NO:
            return _("Allowed: yes, no or unknown.")
        case Kind.DATE:
            return _("Write a date as 2026-11-23.")
        case Kind.PERIOD:
            return _("Write a period as 15 days or 3 months.")
        case Kind.COUNTRY | Kind.COUNTRIES:
            return _("Write a country by its name or its two-letter code, such as IN.")
        case _:
            return ""


def _parse_yes_no(_fact: Fact, text: str) -> bool:
    word = text.casefold()
    if word not in _YES_WORDS | _NO_WORDS:
        raise ValueError(_("neither yes nor no"))
    return word in _YES_WORDS


def _parse_choice(fact: Fact, text: str) -> str:
    for code, label in fact.choices.items():
        if text.casefold() in (code, label.en.casefold(), label.zh):
            return code
    raise ValueError(_("“{text}” is not one of its values").format(text=text[:60]))


def _parse_country(_fact: Fact, text: str) -> str:
    return find_country(text)


def _set_of(one: Callable[[Fact, str], str]) -> Callable[[Fact, str], object]:
    def parse(fact: Fact, text: str) -> frozenset[str]:
        if text.casefold() in ("none", "无"):
            return frozenset()
        parts = text.replace("、", ",").replace("，", ",").split(",")
        return frozenset(one(fact, part.strip()) for part in parts)

    return parse


def _parse_number(_fact: Fact, text: str) -> int:
    if not (text.isascii() and text.isdigit()) or int(text[:9]) > _NUMBER_LIMIT or len(text) > 9:
        raise ValueError(_("not a whole number from 0 to {limit}").format(limit=_NUMBER_LIMIT))
    return int(text)


def _parse_date(_fact: Fact, text: str) -> date:
    found = [reading.full for reading in readings(text)]
    if len(found) > 1:
        raise ValueError(_("this date can be read in more than one way"))
    if not found or found[0] is None:
        raise ValueError(_("not a full date"))
    return found[0]


def _parse_period(_fact: Fact, text: str) -> Period:
    try:
        return Period.parse(text)
    except ValueError:
        raise ValueError(_("not a period")) from None


def _parse_text(_fact: Fact, text: str) -> str:
    if len(text) > _TEXT_LIMIT or not text.isprintable():
        raise ValueError(_("longer than {limit} characters, or not one line").format(limit=_TEXT_LIMIT))
    return text


_PARSERS: Mapping[Kind, Callable[[Fact, str], object]] = {
    Kind.YES_NO: _parse_yes_no,
    Kind.CHOICE: _parse_choice,
    Kind.CHOICES: _set_of(_parse_choice),
    Kind.COUNTRY: _parse_country,
    Kind.COUNTRIES: _set_of(_parse_country),
    Kind.NUMBER: _parse_number,
    Kind.DATE: _parse_date,
    Kind.PERIOD: _parse_period,
    Kind.TEXT: _parse_text,
}

_FITS: Mapping[Kind, Callable[[Fact, object], bool]] = {
    Kind.YES_NO: lambda _fact, value: isinstance(value, bool),
    Kind.CHOICE: lambda fact, value: isinstance(value, str) and value in fact.choices,
    Kind.CHOICES: lambda fact, value: isinstance(value, frozenset) and value <= fact.choices.keys(),
    Kind.COUNTRY: lambda _fact, value: isinstance(value, str) and is_country(value),
    Kind.COUNTRIES: lambda _fact, value: isinstance(value, frozenset) and all(map(is_country, value)),
    Kind.NUMBER: lambda _fact, value: isinstance(value, int) and not isinstance(value, bool),
    Kind.DATE: lambda _fact, value: isinstance(value, date),
    Kind.PERIOD: lambda _fact, value: isinstance(value, Period),
    Kind.TEXT: lambda _fact, value: isinstance(value, str) and value != "",
}
