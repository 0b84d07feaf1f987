"""What may be typed next in a search: names of fields, then their values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.query_fields import ANY, NONE, Holds, Offered, QueryField, plain
from app.domain.query_terms import LONGEST, Token, named, tokens
from app.i18n import N_, _

MOST = 12
_DAYS_AHEAD = ("today", "tomorrow", "overdue", "<7d", "<30d", "<90d", "week", "month")
_DAYS_BEHIND = ("today", "yesterday", "<7d", "<30d", ">30d", ">90d", "week", "month")
_EXAMPLES: dict[Holds, tuple[str, ...]] = {
    Holds.COMING: _DAYS_AHEAD,
    Holds.PAST: _DAYS_BEHIND,
    Holds.NUMBER: (">50", "<50", "100"),
    Holds.CHOICE: (),
    Holds.WORDS: (),
}
_MEANING = {
    "today": N_("today"),
    "tomorrow": N_("tomorrow"),
    "yesterday": N_("yesterday"),
    "overdue": N_("before today"),
    "week": N_("this week"),
    "month": N_("this month"),
    NONE: N_("nothing there"),
    ANY: N_("something there"),
}


@dataclass(frozen=True, slots=True)
class Completion:
    """One offer: ``typed`` is the whole search with it, the cursor at ``cursor``; ``shown`` is read out."""

    typed: str
    cursor: int
    shown: str


def completions(typed: str, cursor: int, fields: Sequence[QueryField]) -> list[Completion]:
    """Return what may stand where the cursor is, the likeliest first. Never raises."""
    begun = typed[: min(cursor, LONGEST)]
    token = next((each for each in tokens(begun) if each.end == len(begun)), None)
    if token is None or not token.text:
        return []
    minus = "-" if token.text[0] == "-" and not token.quoted[0] else ""
    colon = token.at(":", len(minus))
    if colon < 0:
        return [
            _completion(typed, token.start, cursor, f"{minus}{name}:", label)
            for name, label in _fields(token.text[len(minus) :], fields)
        ]
    field = named(token.text[len(minus) : colon], fields)
    return [] if field is None else list(_values(typed, cursor, token, colon, field))[:MOST]


def every_field(typed: str, cursor: int, fields: Sequence[QueryField]) -> list[Completion]:
    """Return all fields, to be put in where the cursor is, for somebody who asks what there is."""
    return [_completion(typed, cursor, cursor, f"{field.name}:", _(field.label)) for field in fields]


def _fields(begun: str, fields: Sequence[QueryField]) -> list[tuple[str, str]]:
    bare = plain(begun)
    if not bare:
        return []
    by_name = [field for field in fields if plain(field.name).startswith(bare)]
    others = [field for field in fields if any(plain(name).startswith(bare) for name in field.names)]
    return [(field.name, _(field.label)) for field in dict.fromkeys([*by_name, *others])][:MOST]


def _values(typed: str, cursor: int, token: Token, colon: int, field: QueryField) -> Iterator[Completion]:
    begin = colon + 1
    while (comma := token.at(",", begin)) >= 0:
        begin = comma + 1
    bare = plain(token.text[begin:])
    offers = [*field.offered, *(Offered(each) for each in (*_EXAMPLES[field.holds], NONE, ANY))]
    if not bare and field.holds in (Holds.COMING, Holds.PAST, Holds.NUMBER) and token.text[begin:]:
        offers = [each for each in offers if each.value.startswith(token.text[begin:])]
    head = token.text[:begin]
    for offer in offers:
        if any(plain(name).startswith(bare) for name in offer.names):
            meaning = _MEANING.get(offer.value)
            label = offer.label or (_(meaning) if meaning else "")
            yield _completion(typed, token.start, cursor, head + _quoted(offer.value), label)


def _quoted(value: str) -> str:
    return f'"{value}"' if any(mark in value for mark in ' ,;:、"') else value


def _completion(typed: str, start: int, cursor: int, text: str, label: str) -> Completion:
    space = "" if text.endswith(":") or typed[cursor:].startswith(" ") else " "
    whole = f"{typed[:start]}{text}{space}{typed[cursor:]}"
    shown = f"{text}  {label}" if label and plain(label) != plain(text) else text
    return Completion(whole, start + len(text) + len(space), shown)
