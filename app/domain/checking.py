"""Check a person's or case's values before they are saved; each refusal names its field."""

from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from app.domain import fields, passports, phones, places
from app.domain import text as texts
from app.domain.choices import ContactKind
from app.domain.dates import PartialDate
from app.domain.fields import Field, Kind
from app.domain.people import (
    PARTS,
    Address,
    Contact,
    Education,
    Employment,
    Name,
    Part,
    Passport,
    Person,
    Travel,
)
from app.errors import UserError
from app.i18n import _

AnyPart = TypeVar("AnyPart", bound=Part)

# Kinds of fields that say what has been, and so can't lie after today.
_PAST = {"birth_date", "issued_on", "since", "given_on", "withdrawn_on", "decided_on", "authority_status_on"}
_PAST |= {"taken_on", "agreement_signed_on", "authority_signed_on", "passport_since"}
_SPANS = (("start", "end"), ("since", "until"), ("given_on", "withdrawn_on"))
_NOTE_LIMIT = 5000


def text(typed: str, *, limit: int = 200, lines: bool = False, field: str = "") -> str:
    """Return one line (or several) of cleaned text. Raises ``UserError``."""
    return texts.clean(typed, limit=limit, lines=lines, field=field)


def note(typed: str) -> str:
    """Return a cleaned note. Raises ``UserError`` where there is nothing in it."""
    cleaned = text(typed, limit=_NOTE_LIMIT, lines=True, field="note")
    if not cleaned:
        raise UserError(_("There is nothing to note."), field="note")
    return cleaned


def fields_of(value: AnyPart, today: date, *, only: str = "", country: str = "") -> AnyPart:
    """Return ``value`` with its declared fields cleaned, or only the field named.

    ``country`` (alpha-2) is where a telephone number without a country code is from.
    """
    named = fields.named(type(value))
    names = [only] if only else list(named)
    if only and only not in named:
        raise UserError(_("This can't be set here."), field=only)
    cleaned = {name: _checked(named[name], getattr(value, name), today, country) for name in names}
    value = replace(value, **cleaned)
    _check_spans(value)
    return value


def _checked(field: Field, value: Any, today: date, country: str) -> Any:
    if value in (None, ""):
        return value
    if field.kind in (Kind.TEXT, Kind.LINES):
        return text(value, limit=field.limit, lines=field.kind is Kind.LINES, field=field.name)
    if field.kind is Kind.COUNTRY and not places.is_country(value):
        raise UserError(_("This is not a country of today."), _("Choose it from the list."), field=field.name)
    if field.kind is Kind.PHONE:
        return phones.normalised(value, country=country, field=field.name)
    if field.kind is Kind.EMAIL:
        return phones.email(value, field=field.name)
    if field.kind is Kind.NUMBER and not 0 <= value <= 100_000:
        raise UserError(_("This number is out of range."), field=field.name)
    if field.name in _PAST and _earliest(value) > today:
        raise UserError(_("This can't lie in the future."), field=field.name)
    return value


def _earliest(value: date | PartialDate) -> date:
    if isinstance(value, date):
        return value
    return date(value.year, value.month or 1, value.day or 1)


def _check_spans(value: Part) -> None:
    for first, last in _SPANS:
        start, end = getattr(value, first, None), getattr(value, last, None)
        if start is not None and end is not None and str(end) < str(start)[: len(str(end))]:
            raise UserError(_("The end lies before the beginning."), field=last)


def part(value: AnyPart, whole: Person, today: date) -> AnyPart:
    """Return a part of a person checked: by itself, and against the person it belongs to."""
    value = fields_of(value, today, country=_region(value, whole))
    if isinstance(value, Name) and not (value.family or value.given):
        raise UserError(_("A name needs at least one of its parts."), field="given")
    if isinstance(value, Passport):
        passports.check(value, birth_date=whole.birth_date, today=today)
    if isinstance(value, Contact):
        return replace(value, value=_contact(value, whole))
    return value


def _region(value: Part, whole: Person) -> str:
    """Return the country that telephone numbers without a country code are taken to be from."""
    own = value.country if isinstance(value, Address | Education | Employment | Travel) else ""
    return own or whole.residence_country


def _contact(contact: Contact, whole: Person) -> str:
    if not contact.value:
        raise UserError(_("Type the number or address."), field="value")
    if contact.kind in (ContactKind.PHONE, ContactKind.WHATSAPP):
        return phones.normalised(contact.value, country=whole.residence_country, field="value")
    if contact.kind is ContactKind.EMAIL:
        return phones.email(contact.value, field="value")
    return contact.value


def person(value: Person, today: date) -> Person:
    """Return a whole person checked, part by part. Raises ``UserError`` on the first bad field."""
    value = fields_of(value, today)
    checked: dict[str, Any] = {}
    for name in PARTS:
        checked[name] = tuple(part(each, value, today) for each in getattr(value, name))
    return replace(value, **checked)
