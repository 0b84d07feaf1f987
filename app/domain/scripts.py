"""Which writing systems a text is in, from the names Unicode gives its characters."""

import re
import unicodedata
from functools import cache

# The words after which a character's name no longer names its script ("DEVANAGARI LETTER KA").
_KIND = re.compile(
    r"(?:^| |-)(?:CAPITAL|SMALL|LETTER|VOWEL|CONSONANT|INDEPENDENT|SIGN|SYLLABLE|CHARACTER|UNIFIED"
    r"|COMPATIBILITY|LIGATURE|MODIFIER|VOICED|SYLLABICS|CHOSEONG|JUNGSEONG|JONGSEONG|NUMBER|ITERATION|CLOSING)\b"
)
_RENAMED = {"Cjk": "Han", "Ideographic": "Han", "Hentaigana": "Hiragana"}
_NO_SCRIPT = {"Combining", "Space", "Feminine Ordinal Indicator", "Masculine Ordinal Indicator", ""}

# Written without a space between family and given name.
UNSPACED = frozenset({"Han", "Hiragana", "Katakana", "Hangul"})
# With capital letters that names and passports use. Georgian has capitals too, but names do not.
CASED = frozenset({"Latin", "Cyrillic", "Greek", "Armenian"})
# Where a zero-width joiner or non-joiner changes the letters seen.
JOINING = frozenset(
    {"Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Oriya", "Tamil", "Telugu", "Kannada", "Malayalam"}
    | {"Sinhala", "Arabic", "Syriac", "Mongolian", "Khmer", "Myanmar", "Tibetan", "Nko"}
)
_LOOKALIKE = frozenset({"Latin", "Cyrillic", "Greek"})


@cache
def script_of(character: str) -> str:
    """Return the script of one letter ("Latin", "Han", "Devanagari"), or "" for signs and digits."""
    if is_newer_han(character):
        return "Han"
    if not unicodedata.category(character).startswith("L"):
        return ""
    name = unicodedata.name(unicodedata.normalize("NFKC", character)[0], "")
    found = _KIND.search(name)
    script = (name[: found.start()] if found else name.split(" ")[0]).title().replace("-Hiragana", "")
    return "" if script in _NO_SCRIPT else _RENAMED.get(script, script)


def is_newer_han(character: str) -> bool:
    """Say whether a character is a Chinese one that Python's tables lack: planes 2 and 3 hold no others."""
    return 0x20000 <= ord(character) < 0x3FFFE and unicodedata.category(character) == "Cn"


def scripts(text: str) -> tuple[str, ...]:
    """Return the scripts of ``text``, each once, in the order they begin."""
    return tuple(dict.fromkeys(script for script in map(script_of, text) if script))


def main_script(text: str) -> str:
    """Return the script most letters of ``text`` are in; "" where there is no letter."""
    found = [script for script in map(script_of, text) if script]
    return max(dict.fromkeys(found), key=found.count, default="")


def mixed_words(text: str) -> tuple[str, ...]:
    """Return the words that mix Latin, Cyrillic or Greek letters, which look alike and hide a mistake."""
    return tuple(word for word in text.split() if len(_LOOKALIKE.intersection(scripts(word))) > 1)
