"""A person's name as passports, letters and lists show it; what was typed is never changed, only arranged."""

import re
import unicodedata
from typing import Protocol

from app.domain.choices import NameOrder
from app.domain.folding import fold
from app.domain.scripts import CASED, UNSPACED, main_script

# Vowels of Thai and Lao that are written before their consonant, and can't stand for the name.
_PREPOSED = "เแโใไເແໂໃໄ"
_TURKIC = frozenset({"TR", "AZ"})
_VIRAMA = 9  # the combining class of the signs that bind two Indic consonants into one
_TAMIL = ("க்ஷ", "ஸ்ர", "ஶ்ர")  # Tamil binds consonants in these alone


class Written(Protocol):
    """A name in two parts, either of which may be empty: ``people.Name`` and its database row."""

    @property
    def family(self) -> str:
        """The family name, or ""."""

    @property
    def given(self) -> str:
        """The given names, or ""."""

    @property
    def order(self) -> NameOrder | None:
        """Which part comes first; None where nobody has said."""


def script(name: Written) -> str:
    """Return the script the name is written in ("Latin", "Han", …)."""
    return main_script(name.family + name.given)


def is_family_first(name: Written) -> bool:
    """Say whether the family name comes first: as recorded, else as is usual in the name's script."""
    if name.order is None:
        return script(name) in UNSPACED
    return name.order is NameOrder.FAMILY_FIRST


def full(name: Written) -> str:
    """Return the whole name in its own order: "Ananya Sharma", "王伟", "安娜·夏尔马"."""
    parts = (name.family, name.given) if is_family_first(name) else (name.given, name.family)
    return _joiner(name).join(part for part in parts if part)


def _joiner(name: Written) -> str:
    found = script(name)
    if found not in UNSPACED or not (_is_unspaced(name.family) and _is_unspaced(name.given)):
        return " "
    if is_family_first(name) or found == "Hangul":
        return ""
    return "・" if found == "Katakana" else "·"  # a foreign name written by its sound


def _is_unspaced(part: str) -> bool:
    return main_script(part) in UNSPACED and " " not in part


def passport_form(name: Written, *, nationality: str = "") -> str:
    """Return the name as forms quote a passport: "SHARMA, Ananya"; other scripts as ``full``.

    ``nationality`` (alpha-2) decides the capital of the Turkish and Azerbaijani i.
    """
    if script(name) not in CASED:
        return full(name)
    return ", ".join(part for part in (capitals(name.family, nationality=nationality), name.given) if part)


def capitals(text: str, *, nationality: str = "") -> str:
    """Return ``text`` in capitals, one for one (ß becomes ẞ); scripts without capitals as they are."""
    if main_script(text) not in CASED:
        return text
    if nationality in _TURKIC:
        text = text.replace("i", "İ")
    return text.replace("ß", "ẞ").upper()


def initials(name: Written) -> str:
    """Return "AS" for Ananya Sharma; one letter or character where the script has no capitals."""
    parts = (name.family, name.given) if is_family_first(name) else (name.given, name.family)
    firsts = [first_letter(part) for part in parts if first_letter(part)]
    return "".join(firsts).upper() if script(name) in CASED else "".join(firsts[:1])


def first_letter(text: str) -> str:
    """Return the first letter of ``text`` with the signs that belong to it, "" where there is none."""
    found = re.search(r"[^\W\d_]", text.lstrip(_PREPOSED))
    if found is None:
        return ""
    rest = text.lstrip(_PREPOSED)[found.start() :]
    end = 1
    while end < len(rest) and (_is_mark(rest[end]) or _binds(rest, end)):
        end += 1
    return rest[:end]


def _is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("M") or character in "\u200c\u200d"


def _binds(text: str, place: int) -> bool:
    """Say whether the consonant at ``place`` is bound to the one before it."""
    before = text[place - 1]
    if before == "\u0bcd":
        return text[: place + 1] in _TAMIL
    return unicodedata.combining(before) == _VIRAMA or before == "\u200d"


def sort_key(name: Written) -> str:
    """Return what lists sort by: the folded family name, then the given names."""
    return " ".join(part for part in (fold(name.family), fold(name.given)) if part)
