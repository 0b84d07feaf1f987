"""Declared fields as the data sheet prints them: place on the form, label and value in both languages."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from app.domain import fields, places
from app.domain.dates import PartialDate
from app.domain.fields import Field, Kind, Labelled, Part
from app.domain.filing.data_sheet import FormField
from app.i18n import Bilingual, both


def of(part: Part, names: Sequence[str], *, item: str = "") -> tuple[FormField, ...]:
    """Return fields of a record in the order of ``names``; ``item`` is their place, where not their own."""
    declared = fields.named(type(part))
    owner = type(part).__name__
    return tuple(one(declared[name], getattr(part, name), item=item, key=f"{owner}.{name}") for name in names)


def one(field: Field, value: Any, *, item: str = "", key: str = "") -> FormField:
    """Return one field with its value, which is empty where nothing is recorded."""
    return FormField(
        item=item or field.form_item, label=both(field.label), value=printed(field, value), key=key
    )


def printed(field: Field, value: Any) -> str | Bilingual:
    """Return a value as it is keyed in: dates as the form has them, choices and countries by name."""
    if value is None or value == "":
        return ""
    if isinstance(value, Labelled):
        return both(value.label)
    if isinstance(value, date | PartialDate):
        return str(value)
    if field.kind is Kind.COUNTRY:
        return places.country_name(value)
    if field.kind is Kind.LANGUAGE:
        return places.language_name(value)
    return str(value)
