"""Values of declared fields as they are shown in tables: labels, names of countries, plain dates."""

from collections.abc import Callable
from datetime import date
from typing import Any

from app.domain import dates, money, places
from app.domain.dates import PartialDate
from app.domain.fields import Field, Kind, Labelled
from app.domain.money import Money
from app.i18n import _, language
from app.ui.widgets.editor import shown


def display(field: Field, value: Any, name_of: Callable[[Any], str] = shown) -> str:
    """Return a value as shown, "" for what is not known; ``name_of`` names a person by key."""
    if value is None or value == "":
        return ""
    if isinstance(value, Labelled):
        return _(value.label)
    if isinstance(value, Money):
        return money.shown(value, language())
    if isinstance(value, date | PartialDate):
        return dates.shown(value, language())
    if field.kind is Kind.FLAG:
        return _("Yes") if value else ""
    return _named(field.kind, value, name_of)


def _named(kind: Kind, value: Any, name_of: Callable[[Any], str]) -> str:
    if kind is Kind.COUNTRY:
        return places.country_name(value).text(language())
    if kind is Kind.LANGUAGE:
        return places.language_name(value).text(language())
    return name_of(value) if kind is Kind.PERSON else " ".join(str(value).split())
