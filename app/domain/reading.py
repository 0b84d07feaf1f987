"""Read what was typed into a declared field: a date, a country, a choice, a number."""

from datetime import date
from typing import Any

from app.domain import dates, money, places, zones
from app.domain.fields import Field, Kind, Labelled
from app.errors import UserError
from app.i18n import _

_PAST = {"birth_date", "issued_on", "given_on"}


def read(field: Field, typed: Any, *, today: date, order: str = "dmy") -> Any:
    """Return the value that ``typed`` (text, number, true or false) means; nothing typed is unknown.

    Raises ``UserError`` on the field.
    """
    if isinstance(typed, str) and field.kind not in _AS_IS:
        typed = typed.strip()
        if not typed:
            return False if field.kind is Kind.FLAG else "" if field.kind in _CODED else None
    try:
        return _READERS[field.kind](field, typed, today, order)
    except UserError as error:
        raise UserError(error.message, error.hint, field=field.name) from error


_AS_IS = {Kind.TEXT, Kind.LINES, Kind.PHONE, Kind.EMAIL}
_CODED = {Kind.COUNTRY, Kind.LANGUAGE, Kind.ZONE}


def _text(field: Field, typed: Any, today: date, order: str) -> str:
    if not isinstance(typed, str):
        raise UserError(_("This must be text."))
    return typed


def _day(field: Field, typed: Any, today: date, order: str) -> date:
    if isinstance(typed, date):
        return typed
    return dates.full_day(
        _text(field, typed, today, order), today=today, order=order, past=field.name in _PAST
    )[0]


def _partial(field: Field, typed: Any, today: date, order: str) -> dates.PartialDate:
    if isinstance(typed, date):
        return dates.PartialDate(typed.year, typed.month, typed.day)
    text = str(typed) if isinstance(typed, int) else _text(field, typed, today, order)
    return dates.typed(text, today=today, order=order, past=field.name in _PAST).value


def _country(field: Field, typed: Any, today: date, order: str) -> str:
    return places.find_country(_text(field, typed, today, order))


def _language(field: Field, typed: Any, today: date, order: str) -> str:
    return places.find_language(_text(field, typed, today, order))


def _zone(field: Field, typed: Any, today: date, order: str) -> str:
    return zones.named(_text(field, typed, today, order))


def _choice(field: Field, typed: Any, today: date, order: str) -> Labelled:
    assert field.choices is not None
    if isinstance(typed, bool):
        typed = "yes" if typed else "no"
    wanted = _text(field, typed, today, order).casefold()
    for choice in field.choices:
        if wanted in (choice.value.casefold(), choice.label.casefold(), _(choice.label).casefold()):
            return choice
    allowed = ", ".join(choice.value for choice in field.choices)
    raise UserError(_("“{typed}” is not one of the choices.").format(typed=wanted[:40]), allowed)


def _number(field: Field, typed: Any, today: date, order: str) -> int:
    if isinstance(typed, int) and not isinstance(typed, bool):
        return typed
    text = str(typed).strip()
    if not text.isdecimal() or len(text) > 9:
        raise UserError(_("This must be a whole number."))
    return int(text)


def _flag(field: Field, typed: Any, today: date, order: str) -> bool:
    if isinstance(typed, bool):
        return typed
    words = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
    if str(typed).casefold() not in words:
        raise UserError(_("Say yes or no."))
    return words[str(typed).casefold()]


def _money(field: Field, typed: Any, today: date, order: str) -> money.Money:
    return typed if isinstance(typed, money.Money) else money.parse(_text(field, typed, today, order))


def _person(field: Field, typed: Any, today: date, order: str) -> Any:
    return typed


_READERS = {
    Kind.TEXT: _text,
    Kind.LINES: _text,
    Kind.PHONE: _text,
    Kind.EMAIL: _text,
    Kind.DAY: _day,
    Kind.PARTIAL: _partial,
    Kind.COUNTRY: _country,
    Kind.LANGUAGE: _language,
    Kind.ZONE: _zone,
    Kind.CHOICE: _choice,
    Kind.NUMBER: _number,
    Kind.FLAG: _flag,
    Kind.PERSON: _person,
    Kind.MONEY: _money,
}
