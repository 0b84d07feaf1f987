"""What people type or paste: normalised and trimmed, never changed otherwise; the invisible is refused."""

import unicodedata

from app.domain.scripts import JOINING, script_of
from app.errors import UserError
from app.i18n import _

_JOINERS = "\u200c\u200d"  # zero-width non-joiner and joiner: spelling in Persian, Hindi and others
# Letters and marks that Unicode draws as nothing at all, besides the format characters (Cf).
_INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u180f\u3164\uffa0")
_NEWLINES = ("\r\n", "\r", "\u2028", "\u2029")


def clean(text: str, *, limit: int = 200, lines: bool = False, field: str = "") -> str:
    """Return ``text`` in Unicode's composed form (NFC) without spaces around it.

    ``lines`` lets line breaks stay, as ``\\n``, and makes tabs spaces. Raises ``UserError`` (on ``field``)
    for text longer than ``limit`` characters, control characters, and characters nobody can see: those
    that turn the direction of writing, or that have no width where spelling does not need them.
    """
    if lines:
        text = _broken(text)
    text = unicodedata.normalize("NFC", text).strip()
    _check_length(text, limit, field)
    for place, character in enumerate(text):
        _check(text, place, character, lines, field)
    return text


def is_clean(text: str, *, limit: int = 200, lines: bool = False) -> bool:
    """Say whether ``clean`` would leave ``text`` as it is."""
    try:
        return clean(text, limit=limit, lines=lines) == text
    except UserError:
        return False


def _broken(text: str) -> str:
    for newline in _NEWLINES:
        text = text.replace(newline, "\n")
    return text.replace("\t", " ")


def _check_length(text: str, limit: int, field: str) -> None:
    if len(text) > limit:
        message = _("This text has {count} characters; {limit} fit here.")
        raise UserError(
            message.format(count=f"{len(text):,}", limit=f"{limit:,}"),
            _("Shorten it, or put the rest into the note."),
            field=field,
        )


def _check(text: str, place: int, character: str, lines: bool, field: str) -> None:
    category = unicodedata.category(character)
    if category == "Cc" and not (lines and character == "\n"):
        raise _refused(_("Character {place} is a control character ({name})."), text, place, field)
    if category in ("Cs", "Zl", "Zp") or _is_noncharacter(character):
        raise _refused(_("Character {place} is not a character of any text ({name})."), text, place, field)
    if character in _JOINERS and _joins(text, place):
        return
    if category == "Cf" or character in _INVISIBLE:
        raise _refused(_("Character {place} can't be seen ({name})."), text, place, field)


def _refused(message: str, text: str, place: int, field: str) -> UserError:
    hint = _("Delete it, or type the text again; pasted text sometimes carries such characters.")
    return UserError(message.format(place=place + 1, name=character_name(text[place])), hint, field=field)


def character_name(character: str) -> str:
    """Return a character's code and Unicode name, for messages: "U+202E RIGHT-TO-LEFT OVERRIDE"."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def _is_noncharacter(character: str) -> bool:
    code = ord(character)
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def _joins(text: str, place: int) -> bool:
    """Say whether a joiner follows a letter or sign of a script that spells with joiners."""
    for before in reversed(text[:place]):
        if unicodedata.category(before).startswith("M"):
            continue
        return script_of(before) in JOINING
    return False
