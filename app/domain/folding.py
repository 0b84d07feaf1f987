"""Text as search compares it: one spelling for what people type in many ways, and tokens of it.

Two forms are kept of every person (see ``document``): ``folded`` for matches inside words, and
``tokens``, where each Chinese, Japanese or Korean character is a word of its own.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple, Protocol

from app.domain.scripts import UNSPACED, is_newer_han, script_of

# Reads a Chinese name's parts as sound: (family, given) -> spaced and joined spellings; see ``pinyin``.
Reader = Callable[[str, str], Iterable[str]]

_APOSTROPHES = "'’‘ʼʻʿʾ`´′＇‛׳"
_HIRAGANA, _KATAKANA = range(0x3041, 0x3097), range(0x30A1, 0x30F7)

# What casefolding and decomposition leave apart but people type alike.
_ALIKE = str.maketrans(
    dict.fromkeys(_APOSTROPHES, "")
    | dict(zip("łøđðıħŧŋĸɖɗɓɣəƒ", "loddihtnqddbgef", strict=True))
    | {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
    | dict(zip("ёґў", "егу", strict=True))
    | dict.fromkeys("آأإٱٲٳ", "ا")
    | dict.fromkeys("ىیېئے", "ي")
    | dict.fromkeys("ةۀہھە", "ه")
    | dict.fromkeys("کڪ", "ك")
    | {"ؤ": "و", "ء": "", "ـ": ""}
    | dict(zip("םןץףך", "מנצפכ", strict=True))
    | {chr(kata): chr(hira) for kata, hira in zip(_KATAKANA, _HIRAGANA, strict=True)}
)
_MARKS_DROPPED = frozenset({"Latin", "Greek", "Arabic", "Hebrew", "Syriac"})
_NOT_A_WORD = re.compile(r"[\W_]+")


class Named(Protocol):
    """The two parts of a name, either of which may be empty."""

    @property
    def family(self) -> str:
        """The family name, or ""."""

    @property
    def given(self) -> str:
        """The given names, or ""."""


class Document(NamedTuple):
    """What search keeps of one person."""

    folded: str  # one name or number per line
    tokens: str  # words between single spaces


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return ``text`` in the spelling search compares: no capitals, Latin accents or punctuation.

    Full-width letters and the digits of every script become plain ones; Indic and Thai signs stay.
    """
    if text.isascii():  # the common case, and much the fastest
        plain = text.lower().replace("'", "").replace("`", "")
        return plain if plain.isalnum() else _NOT_A_WORD.sub(" ", plain).strip()
    # Apostrophes go first: in its compatibility form an acute accent (´) is a space with a mark.
    text = unicodedata.normalize("NFKC", text.translate(_ALIKE)).casefold().translate(_ALIKE)
    return " ".join(_words("".join(_without_marks(unicodedata.normalize("NFD", text)))))


def _without_marks(decomposed: str) -> Iterator[str]:
    """Yield the characters but the marks on letters of scripts that search reads without them."""
    dropping = False
    kept: list[str] = []
    for character in decomposed:
        category = unicodedata.category(character)
        if category.startswith("M"):
            if not (dropping and category == "Mn"):
                kept.append(character)
            continue
        dropping = script_of(character) in _MARKS_DROPPED
        kept.append(_digit(character) if category == "Nd" else character)
    yield from unicodedata.normalize("NFC", "".join(kept)).translate(_ALIKE)


def _digit(character: str) -> str:
    return str(unicodedata.decimal(character))


def _words(text: str) -> list[str]:
    """Split at everything but letters, digits and their signs; joiners vanish."""
    kept = (" " if not _in_word(character) else character for character in text if not _is_format(character))
    return "".join(kept).split()


def _is_format(character: str) -> bool:
    return unicodedata.category(character) == "Cf"


def _in_word(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in "LMN" or category == "Co" or is_newer_han(character)


def folded(texts: Iterable[str]) -> str:
    """Return the folded ``texts``, one per line, empty ones and repetitions left out."""
    return "\n".join(dict.fromkeys(line for line in map(fold, texts) if line))


def tokens(texts: Iterable[str]) -> str:
    """Return the words of ``texts`` between spaces, each unspaced character (王, 김, か) on its own.

    A text of several words adds them run together, so that "minjun" finds "Min-jun".
    """
    found: list[str] = []
    for text in texts:
        words = fold(text).split()
        found += [piece for word in words for piece in pieces(word)]
        if 1 < len(words) <= 4 and not any(is_unspaced(word[0]) for word in words):
            found.append("".join(words))
    return " ".join(found)


@lru_cache(maxsize=8192)
def pieces(word: str) -> tuple[str, ...]:
    """Split a folded word into its unspaced characters and the runs between them."""
    if word.isascii():
        return (word,)
    found: list[str] = []
    glue = False
    for character in word:
        alone = is_unspaced(character)
        if alone or not glue:
            if unicodedata.category(character).startswith("M") and found:
                found[-1] += character
                continue
            found.append(character)
        else:
            found[-1] += character
        glue = not alone
    return tuple(found)


def is_unspaced(character: str) -> bool:
    """Say whether the character belongs to a script written without spaces inside a name."""
    return script_of(character) in UNSPACED or character == "〇"


def number(text: str) -> str:
    """Return a passport or other number as search compares it: letters and digits only."""
    return fold(text).replace(" ", "")


def document(
    names: Iterable[Named],
    *,
    passports: Iterable[str] = (),
    birth_date: str = "",
    pinyin: Reader | None = None,
) -> Document:
    """Return the search text of a person.

    ``names`` come in order of weight, the passport's first; ``birth_date`` is ISO text, maybe partial;
    ``pinyin`` reads the Chinese ones aloud (handed in, since its tables are slow to load).
    """
    lines: list[str] = []
    words: list[str] = []
    for name in names:
        if _is_unspaced_name(name):  # its characters are words already, and must stay neighbours
            lines.append(name.family + name.given)
            words.append(name.family + name.given)
        else:
            lines.append(f"{name.family} {name.given}")
            words += [name.family, name.given, *_run_together(name)]
        if pinyin is not None and _is_han(name.family + name.given):
            words += pinyin(name.family, name.given)
    numbers = [number(passport) for passport in passports]
    words += [*numbers, birth_date.replace("-", "")]
    return Document(folded([*lines, *numbers]), tokens(dict.fromkeys(word for word in words if word)))


def _run_together(name: Named) -> Iterator[str]:
    """Yield "wangwei" for Wang Wei, as people type a short name of two words."""
    family, given = fold(name.family), fold(name.given)
    if family and given and " " not in family + given:
        yield family + given


def _is_unspaced_name(name: Named) -> bool:
    return bool(name.family and name.given) and is_unspaced(name.family[-1]) and is_unspaced(name.given[0])


def _is_han(text: str) -> bool:
    return any(script_of(character) == "Han" for character in text)
