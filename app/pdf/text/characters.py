"""What kind of character one is, as far as choosing fonts and drawing boxes goes."""

import unicodedata
from functools import cache

NEW_LINES = "\r\n|[\n\v\f\r\x85\u2028\u2029]"  # a regular expression; what Unicode calls a mandatory break

# Characters that show nothing by themselves (Default_Ignorable_Code_Point), and that shaping makes vanish.
# It does not so with Hangul fillers; tags would hide text in a name. These are drawn by a font, or as boxes.
_IGNORABLE_BLOCKS = (
    (0x00AD, 0x00AD),
    (0x034F, 0x034F),
    (0x180B, 0x180E),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xE0100, 0xE01EF),
)
_JOINERS = "\u200c\u200d"
_OVERRIDES = "\u202d\u202e"


@cache
def is_mark(character: str) -> bool:
    """Say whether ``character`` belongs to the one before it: marks, joiners, variation selectors."""
    return (
        unicodedata.category(character)[0] == "M"
        or character in _JOINERS
        or 0xFE00 <= ord(character) <= 0xFE0F
        or 0xE0100 <= ord(character) <= 0xE01EF
    )


@cache
def is_common(character: str) -> bool:
    """Say whether scripts share ``character``: spaces, digits, punctuation and symbols."""
    return unicodedata.category(character)[0] not in "LM"


@cache
def is_opening(character: str) -> bool:
    """Say whether ``character`` is an opening bracket or quotation mark: it belongs to what follows."""
    return unicodedata.category(character) in ("Ps", "Pi")


@cache
def is_ignorable(character: str) -> bool:
    """Say whether nothing is lost when no font draws ``character``."""
    code = ord(character)
    silent = any(first <= code <= last for first, last in _IGNORABLE_BLOCKS)
    return silent and not is_variant(character) and not is_override(character)


def is_variant(character: str) -> bool:
    """Say whether ``character`` asks for another shape of the one before it, as in Japanese names."""
    code = ord(character)
    return (0xFE00 <= code <= 0xFE0D) or 0xE0100 <= code <= 0xE01EF


@cache
def is_silent(character: str) -> bool:
    """Say whether ``character`` draws nothing by itself and goes with the one before it."""
    return is_ignorable(character) or is_variant(character)


@cache
def alphabet(character: str) -> str:
    """Return the script of a letter by its Unicode name ("LATIN", "CYRILLIC"); "" for what scripts share."""
    if is_common(character) or is_mark(character):
        return ""
    return unicodedata.name(character, "").partition(" ")[0]


@cache
def is_override(character: str) -> bool:
    """Say whether ``character`` turns letters round, so that a word reads as another; we don't obey it."""
    return character in _OVERRIDES


@cache
def is_unprintable(character: str) -> bool:
    """Say whether ``character`` is no text: control, half of a pair, private, unassigned or an override."""
    return unicodedata.category(character) in ("Cc", "Cs", "Co", "Cn") or is_override(character)


def readable(text: str) -> str:
    """Return ``text`` with a stand-in for each character that is no text, as others may copy it."""
    return "".join("\ufffd" if is_unprintable(character) else character for character in text)


def code_point(character: str) -> str:
    """Return ``character`` as "U+0628"."""
    return f"U+{ord(character):04X}"


def name(character: str) -> str:
    """Return the Unicode name of ``character``, or what it is where it has none."""
    kinds = {"Cc": "CONTROL CHARACTER", "Cs": "HALF OF A SURROGATE PAIR", "Co": "PRIVATE USE CHARACTER"}
    kind = kinds.get(unicodedata.category(character), "UNASSIGNED CHARACTER")
    return unicodedata.name(character, kind)
