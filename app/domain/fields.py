"""Fields as data: one declaration serves the table, the form, the command-line file and the printed sheet."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cache
from typing import Any, Self
from uuid import UUID


class Labelled(str, Enum):
    """An enumeration whose members carry a label (an English msgid) beside their stored value."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        """Make a member of its stored value and its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    def __str__(self) -> str:
        return str(self.value)


class Kind(StrEnum):
    """What a field holds, and so how it is typed, checked, stored and shown."""

    TEXT = "text"
    LINES = "lines"  # several lines of text
    DAY = "day"  # a full date
    PARTIAL = "partial"  # a year, a month of a year, or a full date
    COUNTRY = "country"  # ISO 3166-1 alpha-2
    LANGUAGE = "language"  # BCP 47
    ZONE = "zone"  # a time zone by its name, such as Asia/Kolkata
    CHOICE = "choice"
    NUMBER = "number"
    PHONE = "phone"  # E.164
    EMAIL = "email"
    PERSON = "person"  # the key of another person
    MONEY = "money"  # an amount with its currency, as ``money.Money``
    FLAG = "flag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A row of its own: ``id`` and ``version`` are None and 0 until it is saved."""

    id: UUID | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its ``name``, English ``label`` (a msgid), kind, and place on the online visa form."""

    name: str
    label: str
    kind: Kind
    choices: type[Labelled] | None = None
    form_item: str = ""  # section of the online form (China Online Visa Application), such as "1.6"
    limit: int = 200  # characters
    short: str = ""  # a shorter label, for the head of a narrow column


def field(
    label: str,
    kind: Kind = Kind.TEXT,
    *,
    choices: type[Labelled] | None = None,
    item: str = "",
    limit: int = 200,
    short: str = "",
) -> Any:
    """Declare one field of a dataclass; text is empty and everything else unknown (None) until given."""
    blank: Any = "" if kind in _TEXTUAL else False if kind is Kind.FLAG else None
    meta = {
        "label": label,
        "kind": kind,
        "choices": choices,
        "form_item": item,
        "limit": limit,
        "short": short,
    }
    return dataclasses.field(default=blank, metadata=meta)


_TEXTUAL = {Kind.TEXT, Kind.LINES, Kind.PHONE, Kind.EMAIL, Kind.COUNTRY, Kind.LANGUAGE, Kind.ZONE}


def of(cls: type) -> tuple[Field, ...]:
    """Return the declared fields of a dataclass, in order."""
    return tuple(_declared(cls).values())


def named(cls: type) -> Mapping[str, Field]:
    """Return the declared fields of a dataclass by name."""
    return _declared(cls)


def _read(cls: type) -> Mapping[str, Field]:
    return {f.name: Field(f.name, **f.metadata) for f in dataclasses.fields(cls) if "label" in f.metadata}


_declared: Callable[[type], Mapping[str, Field]] = cache(_read)
