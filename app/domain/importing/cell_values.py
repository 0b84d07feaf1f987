"""Cells of a row as values, and back: choices and places in either language, dates in one order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from app.domain import dates, places, reading
from app.domain.choices import Sex, YesNo
from app.domain.fields import Field, Kind, Labelled
from app.domain.importing import Odd, RowError, SheetRow, Subject, Table
from app.domain.importing import orders as column_orders
from app.domain.importing.columns import Column, by_key
from app.domain.importing.orders import Orders
from app.errors import UserError
from app.i18n import N_, _, both, language

PAST = {"birth_date", "issued_on", "opened_on", "decided_on", "authority_status_on"}
DATES = (Kind.DAY, Kind.PARTIAL)
_YES, _NO = ("yes", "y", "true", "1", "是", "有"), ("no", "n", "false", "0", "否", "无")
_ALSO: Mapping[Labelled, tuple[str, ...]] = {
    Sex.FEMALE: ("f", "w", "woman", "女", "女性"),
    Sex.MALE: ("m", "man", "男", "男性"),
    Sex.UNSPECIFIED: ("other", "unspecified", "未指明"),
    YesNo.YES: _YES,
    YesNo.NO: _NO,
}
_ODD = {
    "merged": (
        N_("This cell belongs to the merged cells {detail}: only the first of them holds anything."),
        N_("Undo the merging in the spreadsheet."),
    ),
    "formula": (
        N_("There is a formula here that was never calculated."),
        N_("Open the file in its own program and save it; formulas are not calculated here."),
    ),
    "error": (N_("The spreadsheet shows an error here: {detail}"), ""),
    "long": (N_("This text has {detail} characters; 5,000 fit into a cell."), ""),
}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the columns of a sheet mean: by place the key of a column, and the order of its dates."""

    columns: Mapping[int, str] = field(default_factory=dict)
    orders: Mapping[int, str] = field(default_factory=dict)


def open_orders(subject: Subject, table: Table, meaning: Meaning, today: date) -> dict[int, Orders]:
    """Return the columns of dates some of which could be two days, and what the others say."""
    found = {}
    for at, key in meaning.columns.items():
        column = by_key(subject)[key]
        if column.field.kind in DATES:
            texts = (row.cell(at) for row in table.rows)
            orders = column_orders.looked_at(texts, today, past=column.field.name in PAST)
            if orders.is_open:
                found[at] = orders
    return found


class RowReader:
    """Reads the rows of one sheet, whose columns mean ``meaning``."""

    def __init__(self, subject: Subject, table: Table, meaning: Meaning, today: date) -> None:
        self._table = table
        self._meaning = meaning
        self._today = today
        self._columns = {at: by_key(subject)[key] for at, key in sorted(meaning.columns.items())}
        self._odd: dict[int, list[Odd]] = {}
        for odd in table.odd:
            if odd.at in self._columns:
                self._odd.setdefault(odd.row, []).append(odd)

    def values(self, row: SheetRow) -> tuple[dict[str, Any], list[RowError]]:
        """Return what a row's cells mean by their columns' keys, and what is wrong with the others."""
        values: dict[str, Any] = {}
        errors = [self.error(row, odd.at, *_odd_words(odd)) for odd in self._odd.get(row.number, ())]
        for at, column in self._columns.items():
            text = row.cell(at).strip()
            if not text:
                continue
            try:
                values[column.key] = value_of(column, text, self._today, self._meaning.orders.get(at, ""))
            except UserError as error:
                errors.append(self.error(row, at, error.message, error.hint))
        return values, errors

    def place_of(self, key: str) -> int:
        """Return where the column ``key`` stands in the sheet, -1 where it does not."""
        return next((at for at, column in self._columns.items() if column.key == key), -1)

    def error(self, row: SheetRow, at: int, message: str, hint: str = "") -> RowError:
        """Return an error of one cell, or with ``at`` -1 of the whole row."""
        heads = self._table.heads
        return RowError(row.number, at, heads[at] if 0 <= at < len(heads) else "", message, hint)


def _odd_words(odd: Odd) -> tuple[str, str]:
    message, hint = _ODD[odd.code]
    return _(message).format(detail=odd.detail), _(hint) if hint else ""


def value_of(column: Column, text: str, today: date, order: str = "") -> Any:
    """Return what a cell says. Raises ``UserError`` with what is wrong."""
    kind = column.field.kind
    if kind is Kind.CHOICE:
        return _choice(column.field, text)
    if kind is Kind.FLAG:
        return _flag(text)
    if kind in DATES:
        text = _date(column.field, text, today, order)
    return reading.read(column.field, text, today=today)


def _date(field: Field, text: str, today: date, order: str) -> str:
    past = field.name in PAST
    if not dates.readings(text, today=today, past=past):
        dates.typed(text, today=today)  # says what is wrong with it
        hint = _("Type it like 2026-11-23, 23 Nov 2026, Nov 2026 or 2026.")
        raise UserError(_("This is not a date."), hint)  # "today" and "+7" are for typing
    return column_orders.chosen(text, order, today, past=past)


def _choice(field: Field, text: str) -> Labelled:
    assert field.choices is not None
    wanted = text.casefold()
    for choice in field.choices:
        if wanted in {word.casefold() for word in _words(choice)}:
            return choice
    allowed = ", ".join(_(choice.label) for choice in field.choices)
    raise UserError(_("“{typed}” is not one of the choices.").format(typed=text[:40]), allowed)


def _words(choice: Labelled) -> Iterator[str]:
    yield choice.value
    yield from both(choice.label)
    yield from _ALSO.get(choice, ())


def _flag(text: str) -> bool:
    wanted = text.casefold()
    if wanted not in (*_YES, *_NO):
        raise UserError(_("Say yes or no."))
    return wanted in _YES


def text_of(column: Column, value: Any) -> str:
    """Return a value as a cell from which ``value_of`` reads the same, in the language in use."""
    if value is None or value == "" or value is False:
        return ""
    if value is True:
        return "yes"
    if isinstance(value, Labelled):
        return _(value.label)
    if column.field.kind is Kind.COUNTRY:
        return _found_again(places.country_name(value).text(language()), value, places.find_country)
    if column.field.kind is Kind.LANGUAGE:
        return _found_again(places.language_name(value).text(language()), value, places.find_language)
    return str(value)


def _found_again(name: str, code: str, find: Any) -> str:
    """Return a place's name where it is found by it, else its code."""
    try:
        return name if find(name) == code else code
    except UserError:
        return code
