"""A search as it is typed: words, and terms such as ``stage:collecting``, ``-state:accepted``, ``due:<7d``.

Nothing typed is an error. A term whose field nobody knows is looked for as words; one whose value can't be
read finds nothing (before a bulk edit, too few rows are safer than too many). A note says either.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from app.domain import query_values
from app.domain.query_fields import QueryField, plain
from app.domain.query_values import Value
from app.i18n import _

LONGEST = 1000  # characters looked at
MOST_TERMS = 40
_MOST_VALUES = 40  # behind one field
_MOST_SHOWN = 40  # characters of a term in a note
_QUOTES = {'"': '"', "“": "”", "„": "“", "「": "」", "『": "』", "«": "»"}
_COMMAS = ",、;"


@dataclass(frozen=True, slots=True)
class Term:
    """One condition: ``field`` has any of ``values``, or none of them where ``negated``.

    Without values it is met by nothing: they could not be read.
    """

    field: str
    values: tuple[Value, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked for: all of ``terms``, the free ``words``, and none of the words in ``without``.

    ``notes`` are sentences about what was not understood.
    """

    words: str = ""
    terms: tuple[Term, ...] = ()
    without: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def term(self, field: str) -> Term | None:
        """Return the first term about ``field``."""
        return next((term for term in self.terms if term.field == field), None)


@dataclass(frozen=True, slots=True)
class Token:
    """One piece between spaces. ``quoted`` says of each character of ``text`` whether it stood in quotes."""

    start: int
    end: int
    text: str
    quoted: tuple[bool, ...]

    def at(self, marks: str, start: int = 0) -> int:
        """Return where the first of ``marks`` outside quotes stands, -1 for nowhere."""
        places = range(start, len(self.text))
        return next((at for at in places if self.text[at] in marks and not self.quoted[at]), -1)


def parse(typed: str, fields: Sequence[QueryField], today: date) -> Asked:
    """Read what was typed. Never raises."""
    words: list[str] = []
    terms: list[Term] = []
    without: list[str] = []
    notes: list[str] = []
    for token in list(tokens(typed))[:MOST_TERMS]:
        negated, name, rest = _parts(token)
        field = named(name, fields) if name else None
        if field is not None:
            terms += _term(field, rest, today, notes, negated=negated)
        elif negated:
            without.append(rest.text if not name else f"{name} {rest.text}")
        else:
            words.append(token.text)
        if name and field is None:
            notes += _unknown(name, token.text, fields)
    return Asked(" ".join(words), tuple(terms), tuple(without), tuple(notes))


def tokens(typed: str) -> Iterator[Token]:
    """Yield the pieces of what was typed; quotes hold words together."""
    text: list[tuple[str, bool]] = []
    start, closing = 0, ""
    for at, character in enumerate(typed[:LONGEST]):
        if closing:
            if character == closing:
                closing = ""
            else:
                text.append((character, True))
        elif character in _QUOTES:
            closing = _QUOTES[character]
            start = start if text else at
            text.append(("", True))
        elif character.isspace():
            if text:
                yield _token(start, at, text)
            text = []
        else:
            start = start if text else at
            text += [(one, False) for one in unicodedata.normalize("NFKC", character)]
    if text:
        yield _token(start, min(len(typed), LONGEST), text)


def _token(start: int, end: int, marked: list[tuple[str, bool]]) -> Token:
    kept = [(character, is_quoted) for character, is_quoted in marked if character]
    return Token(start, end, "".join(c for c, _quoted in kept), tuple(quoted for _c, quoted in kept))


def _parts(token: Token) -> tuple[bool, str, Token]:
    """Return whether a token is negated, the name before its colon ("" for none), and what follows."""
    negated = len(token.text) > 1 and token.text[0] in "-−–" and not token.quoted[0]
    begin = int(negated)
    colon = token.at(":", begin)
    if colon <= begin or any(token.quoted[begin:colon]):
        return negated, "", _rest(token, begin)
    return negated, token.text[begin:colon], _rest(token, colon + 1)


def _rest(token: Token, at: int) -> Token:
    return Token(token.start, token.end, token.text[at:], token.quoted[at:])


def named(name: str, fields: Sequence[QueryField]) -> QueryField | None:
    """Return the field called ``name`` in English or in the language at work."""
    bare = plain(name)
    return next((field for field in fields if bare and bare in map(plain, field.names)), None)


def values_of(rest: Token) -> list[str]:
    """Return what stands between the commas behind a field."""
    found, begin = [], 0
    while (comma := rest.at(_COMMAS, begin)) >= 0:
        found.append(rest.text[begin:comma])
        begin = comma + 1
    return [*found, rest.text[begin:]]


def _term(field: QueryField, rest: Token, today: date, notes: list[str], *, negated: bool) -> Iterator[Term]:
    """Yield the term, or nothing while its value is still to be typed."""
    typed = [each for each in values_of(rest) if each.strip()][:_MOST_VALUES]
    if not typed:
        return
    read = [(each, query_values.read(field, each, today)) for each in typed]
    notes += [_unread(field, each) for each, value in read if value is None]
    yield Term(field.name, tuple(value for _typed, value in read if value is not None), negated)


def _unknown(name: str, text: str, fields: Sequence[QueryField]) -> Iterator[str]:
    """Yield a note about a word before a colon that is no field."""
    if not name.replace("_", "").isalpha():  # 10:30, or an address: meant as it is
        return
    known = {plain(each): field.name for field in fields for each in field.names}
    near = get_close_matches(plain(name), known, n=2, cutoff=0.6)
    note = _("“{term}” is no field; it is looked for as words.").format(term=_short(text))
    guesses = dict.fromkeys(f"{known[each]}:" for each in near)
    yield f"{note} {_did_you_mean(' / '.join(guesses))}" if near else note


def _unread(field: QueryField, typed: str) -> str:
    note = _("{field}: “{value}” is not understood, and finds nothing.").format(
        field=_(field.label), value=_short(typed)
    )
    names = {plain(name): offer.value for offer in field.offered for name in offer.names}
    near = get_close_matches(plain(typed), names, n=1, cutoff=0.6)
    if near:
        return f"{note} {_did_you_mean(names[near[0]])}"
    return note if field.offered else f"{note} {_such_as(field)}"


def _such_as(field: QueryField) -> str:
    examples = {"number": ">50, 20..80"}.get(field.holds.value, "2026-12, <30d, today, 2026-12..2027-01")
    return _("Type it like {examples}.").format(examples=examples)


def _did_you_mean(guess: str) -> str:
    return _("Did you mean {guess}?").format(guess=guess)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MOST_SHOWN else f"{line[: _MOST_SHOWN - 1]}…"
