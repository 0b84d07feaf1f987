"""Rows of tables as people type them: the fields of each table, and what was typed as the row's own table.

Texts in two languages are two fields; a span is typed as "15–22", a list with commas between, and the days of
reminders as "21, 14, 10".
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from app.domain import authentication, categories, money
from app.domain.casefile import Entries, Speed
from app.domain.deadline_rules import AlertsFrom, AnchorKind, LimitUnit
from app.domain.fees import Part, Reduction
from app.domain.fields import Field, Kind, Labelled
from app.domain.firm_tables import AnyRow, values
from app.domain.photo_profiles import Ground
from app.domain.table_kinds import TableKind
from app.errors import UserError
from app.i18n import N_, _


def _pair(name: str, label: str, kind: Kind = Kind.TEXT, limit: int = 1000) -> tuple[Field, Field]:
    return Field(f"{name}_en", label, kind, limit=limit), Field(
        f"{name}_zh", N_("… in Chinese"), kind, limit=limit
    )


def _span(name: str, label: str) -> Field:
    return Field(name, label, Kind.TEXT)


_PAIRS = ("title", "who", "reason_text", "note", "penalty", "background", "text")
_SPANS = (
    "paper_width",
    "paper_height",
    "head_width",
    "head_height",
    "pixel_width",
    "pixel_height",
    "kilobytes",
)
_LISTS = ("categories", "items")
_CALLED = {"reason_text": "reason", "ends": "effective_to"}  # keys whose field has another name
_GROUNDS = {"white": Ground.WHITE, "light_blue": Ground.LIGHT_BLUE}
_NOTE = _pair("note", N_("Note"), limit=1500)

FIELDS: Mapping[TableKind, tuple[Field, ...]] = {
    TableKind.DEADLINES: (
        *_pair("title", N_("Title"), limit=300),
        Field("count", N_("Length of the limit"), Kind.NUMBER),
        Field("unit", N_("Counted in"), Kind.CHOICE, choices=LimitUnit),
        Field("anchor", N_("Counted from"), Kind.CHOICE, choices=AnchorKind),
        Field("before", N_("Counted back from that day"), Kind.FLAG),
        Field("alerts", N_("Reminders (days before)"), Kind.TEXT),
        Field("alerts_from", N_("Reminders before"), Kind.CHOICE, choices=AlertsFrom),
        *_pair("who", N_("Who"), limit=300),
        *_pair("reason_text", N_("Reason told"), Kind.LINES),
        *_NOTE,
        *_pair("penalty", N_("Penalty"), limit=500),
    ),
    TableKind.FEES: (
        Field("part", N_("Which fee"), Kind.CHOICE, choices=Part),
        Field("price", N_("Amount"), Kind.TEXT),
        Field("country", N_("Filed in"), Kind.COUNTRY),
        Field("post", N_("Post"), Kind.TEXT),
        Field("nationality", N_("Nationality"), Kind.COUNTRY),
        Field("categories", N_("Visas"), Kind.TEXT),
        Field("entries", N_("Entries"), Kind.CHOICE, choices=Entries),
        Field("months_from", N_("Valid for at least (months)"), Kind.NUMBER),
        Field("speed", N_("Speed"), Kind.CHOICE, choices=Speed),
        Field("reduction", N_("Fee reduction"), Kind.CHOICE, choices=Reduction),
    ),
    TableKind.PHOTOS: (
        *_pair("title", N_("Title"), limit=300),
        *_pair("background", N_("Background"), limit=300),
        Field("white", N_("White background allowed"), Kind.FLAG),
        Field("light_blue", N_("Light blue background allowed"), Kind.FLAG),
        _span("paper_width", N_("Width on paper (mm)")),
        _span("paper_height", N_("Height on paper (mm)")),
        _span("head_width", N_("Width of the head (mm)")),
        _span("head_height", N_("Height of the head (mm)")),
        _span("pixel_width", N_("Width (pixels)")),
        _span("pixel_height", N_("Height (pixels)")),
        _span("kilobytes", N_("Size (kilobytes)")),
        Field("file_format", N_("Kind of file"), Kind.TEXT),
        Field("months_old", N_("At most this old (months)"), Kind.NUMBER),
        Field("in_colour", N_("In colour"), Kind.FLAG),
        *_NOTE,
    ),
    TableKind.AUTHENTICATION: (
        Field("route", N_("Route"), Kind.CHOICE, choices=authentication.Route),
        Field("papers_from", N_("For papers made from"), Kind.DAY),
        *_NOTE,
    ),
    TableKind.MEASURES: (
        *_pair("title", N_("Title"), limit=300),
        *_pair("text", N_("What it says"), Kind.LINES),
        Field("ends", N_("Last day of the measure"), Kind.DAY),
        Field("items", N_("Items that lean on it"), Kind.TEXT),
    ),
}


def start(kind: TableKind, row: AnyRow | None) -> dict[str, Any]:
    """Return what the fields of a table hold to start from: a row as it stands, or nothing."""
    if row is None:
        return {}
    held = values(row)
    found: dict[str, Any] = {}
    for field in FIELDS[kind]:
        found[field.name] = _shown(field, held)
    return found


def _shown(field: Field, held: Mapping[str, Any]) -> Any:
    name = field.name
    stem, _under, side = name.rpartition("_")
    if stem in _PAIRS:
        return (held.get(_CALLED.get(stem, stem)) or {}).get(side, "")
    if name in _SPECIAL:
        return _SPECIAL[name][0](held)
    value = held.get(_CALLED.get(name, name))
    if field.kind is Kind.CHOICE and value is not None:
        return next((each for each in field.choices or () if each.value == value), None)
    if field.kind is Kind.DAY and value is not None:
        return date.fromisoformat(value)
    return value


def changes(kind: TableKind, typed: Mapping[str, Any], row: AnyRow | None) -> dict[str, Any]:
    """Return what was typed over a ``row``, as keys of its table; a key without value is taken away.

    Raises ``UserError`` on the field for what can't be meant.
    """
    found: dict[str, Any] = {}
    for field in FIELDS[kind]:
        name = field.name
        stem, _under, side = name.rpartition("_")
        if stem in _PAIRS:
            pair = found.setdefault(_CALLED.get(stem, stem), {})
            pair |= {side: typed[name]} if typed[name] else {}
        elif name in _SPECIAL:
            found |= _told(name, typed)
        else:
            found[_CALLED.get(name, name)] = _plain(typed[name])
    if row is not None and kind is TableKind.DEADLINES and _anchor_shown(values(row)) is typed["anchor"]:
        found.pop("anchors")  # of several, the others stay
    return {key: None if value in ({}, "") else value for key, value in found.items()}


def _told(name: str, typed: Mapping[str, Any]) -> dict[str, Any]:
    try:
        return _SPECIAL[name][1](typed)
    except UserError as error:
        raise UserError(error.message, error.hint, field=name) from error


def _plain(value: Any) -> Any:
    if isinstance(value, Labelled):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def _words(text: str) -> list[str]:
    parts = text.replace("、", ",").replace("，", ",").replace(";", ",").split(",")
    return [part.strip() for part in parts if part.strip()]


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 6):
        raise UserError(_("Type whole numbers."))
    return int(text)


def _span_shown(name: str) -> Callable[[Mapping[str, Any]], str]:
    def shown(held: Mapping[str, Any]) -> str:
        return "–".join(map(str, dict.fromkeys(held.get(name, ()))))

    return shown


def _span_read(name: str) -> Callable[[Mapping[str, Any]], dict[str, Any]]:
    def read(typed: Mapping[str, Any]) -> dict[str, Any]:
        text = typed[name].replace("—", "–").replace("-", "–")
        numbers = [_number(part.strip()) for part in text.split("–")] if text.strip() else []
        if len(numbers) > 2 or numbers != sorted(numbers):
            raise UserError(_("Type the least and the most, such as 15–22."))
        return {name: [numbers[0], numbers[-1]] if numbers else None}

    return read


def _list_shown(name: str) -> Callable[[Mapping[str, Any]], str]:
    return lambda held: ", ".join(held.get(name, ()))


def _list_read(name: str) -> Callable[[Mapping[str, Any]], dict[str, Any]]:
    def read(typed: Mapping[str, Any]) -> dict[str, Any]:
        found = [word.upper() for word in _words(typed[name])]
        if name == "categories" and not set(found) <= set(categories.CATEGORIES):
            raise UserError(_("Name visas as they are called here."), ", ".join(categories.CATEGORIES))
        return {name: found or None}

    return read


def _alerts_read(typed: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "alerts": sorted({_number(word) for word in _words(typed["alerts"].replace(" ", ","))}, reverse=True)
    }


def _anchor_shown(held: Mapping[str, Any]) -> AnchorKind | None:
    """Return the date that a limit is counted from; of several, the first."""
    first = next(iter(held.get("anchors", ())), None)
    return next((kind for kind in AnchorKind if kind.value == first), None)


def _price_shown(held: Mapping[str, Any]) -> str:
    return f"{held.get('currency', '')} {held['amount']}".strip() if held.get("amount") else ""


def _price_read(typed: Mapping[str, Any]) -> dict[str, Any]:
    """Read an amount; nothing is free but what is typed as 0."""
    text = typed["price"].strip()
    if text in ("", "0"):
        return {"amount": text or None, "currency": None}
    price = money.parse(text)
    return {"amount": f"{price.decimal:f}", "currency": price.currency}


def _ground_read(typed: Mapping[str, Any]) -> dict[str, Any]:
    grounds = [ground.value for name, ground in _GROUNDS.items() if typed[name]]
    if not grounds:
        raise UserError(_("Say which background is allowed."))
    return {"grounds": grounds}


_Shown = Callable[[Mapping[str, Any]], Any]
_Read = Callable[[Mapping[str, Any]], dict[str, Any]]
# What is neither text nor a value as the table has it: how it is shown, and how it is read.
_SPECIAL: Mapping[str, tuple[_Shown, _Read]] = {
    **{name: (_span_shown(name), _span_read(name)) for name in _SPANS},
    **{name: (_list_shown(name), _list_read(name)) for name in _LISTS},
    "alerts": (lambda held: ", ".join(map(str, held.get("alerts", ()))), _alerts_read),
    "anchor": (
        _anchor_shown,
        lambda typed: {"anchors": [typed["anchor"].value] if typed["anchor"] else None},
    ),
    "price": (_price_shown, _price_read),
    "white": (lambda held: "white" in held.get("grounds", ()), _ground_read),
    "light_blue": (lambda held: "light-blue" in held.get("grounds", ()), _ground_read),
}


def field_of(kind: TableKind, key: str) -> str:
    """Return the field that shows an error at ``key`` of the row's table; ``key`` itself for none."""
    stem = {called: name for name, called in _CALLED.items()}.get(key, key)
    names = [field.name for field in FIELDS[kind]]
    near = {"amount": "price", "currency": "price", "grounds": "white", "anchors": "anchor"}.get(stem, stem)
    return next((name for name in (near, f"{near}_en", stem.replace(".", "_")) if name in names), key)
