"""Names as a machine-readable zone writes them: capitals A–Z, and a filler for spaces and hyphens.

After the transliterations of ICAO Doc 9303 part 3, section 6, where a state may choose: ä is AE or A.
"""

import re
import unicodedata

from app.domain.mrz_layout import FILLER, LETTERS

# Each letter with the ways states write it, the recommended one first.
_WAYS = {
    "Ä": ("AE", "A"),
    "Å": ("AA", "A"),
    "Æ": ("AE",),
    "Ö": ("OE", "O"),
    "Ø": ("OE", "O"),
    "Œ": ("OE",),
    "Ü": ("UE", "U", "UXX"),
    "Ñ": ("N", "NXX"),
    "ẞ": ("SS",),
    "ß": ("SS",),
    "Þ": ("TH",),
    "Ð": ("D",),
    "Đ": ("D",),
    "Ł": ("L",),
    "Ħ": ("H",),
    "Ŋ": ("N",),
    "Ŧ": ("T",),
    "Ə": ("E", "A"),
    "ı": ("I",),
}
_OMITTED = re.compile(r"[’'ʼʻ`´.,]")
_SPLIT = re.compile(r"[\s\-‐‑–·]+")


def zone_name(text: str) -> str:
    """Return a Latin name as a zone writes it, by the recommended transliteration. Raises ``ValueError``."""
    return FILLER.join("".join(_ways(letter)[0] for letter in word) for word in _words(text))


def is_same_name(text: str, zone: str, *, cut: bool = False) -> bool:
    """Say whether ``text`` may be what the zone writes as ``zone`` ("ANNA MARIA").

    ``cut`` says that the zone had no room for all of it. A name in another script is never the same.
    """
    try:
        pattern = " ?".join("".join(_choice(letter) for letter in word) for word in _words(text))
        whole = zone_name(text).replace(FILLER, " ")
    except ValueError:
        return False
    return bool(re.fullmatch(pattern, zone)) or (cut and bool(zone) and whole.startswith(zone))


def _words(text: str) -> list[str]:
    text = _OMITTED.sub("", unicodedata.normalize("NFC", text))
    return [word for word in _SPLIT.split(text) if word]


def _choice(letter: str) -> str:
    return f"(?:{'|'.join(_ways(letter))})"


def _ways(letter: str) -> tuple[str, ...]:
    upper = letter if letter in _WAYS else letter.upper()
    if upper in _WAYS:
        return _WAYS[upper]
    base = unicodedata.normalize("NFD", upper)[0]
    if base in _WAYS:
        return _WAYS[base]
    if unicodedata.category(letter).startswith("M"):
        return ("",)
    if base not in LETTERS:
        raise ValueError("not a letter that a zone can write")
    return (base,)
