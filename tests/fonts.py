"""Rebuilds ``resources/fonts`` from the packages its manifest names.

Run it as ``python -m tests.fonts NOTO SC KR``: NOTO is the folder of TrueType files of Debian's
``fonts-noto-core``, SC and KR are the unpacked npm packages ``@expo-google-fonts/noto-sans-sc`` and
``-kr``. The same sources give the same bytes.
"""

import argparse
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb  # type: ignore[import-untyped]  # it carries no types

import resources

DEBIAN = "Debian fonts-noto-core 20201225-1"
NPM_SC = "npm @expo-google-fonts/noto-sans-sc 0.4.3"
NPM_KR = "npm @expo-google-fonts/noto-sans-kr 0.4.3"
NOTO_LICENCE = "OFL-Noto.txt"
CJK_LICENCE = "OFL-Noto-CJK.txt"
NOTO_COPYRIGHT = "Copyright 2010-2020 Google Inc. and Google LLC"
HANGUL = (range(0x1100, 0x1200), range(0x3130, 0x3190), range(0xA960, 0xA980), range(0xAC00, 0xD800))
COMMON_HAN_BYTES = {
    "gb2312": (range(0xA1, 0xF8), range(0xA1, 0xFF)),
    "big5": (range(0xA1, 0xC7), (*range(0x40, 0x7F), *range(0xA1, 0xFF))),
}
HEAD = """\
# The fonts of the window and of paper, in the order in which a character looks for one.
# Made by tests/fonts.py. Every file is a static TrueType font under the SIL Open Font License 1.1.
# A bold run looks among the bold fonts first, then among the regular ones.

[boxes]  # for what none of the fonts draws; made by tests/make_box_font.py from Noto Sans Bold
file = "KasebookBoxes.ttf"
licence = "OFL-Noto.txt"
"""


class Font(NamedTuple):
    """One font to ship: ``covers`` are scripts, ``encodings`` are character sets it holds whole."""

    file: str
    covers: tuple[str, ...]
    source: str = DEBIAN
    licence: str = NOTO_LICENCE
    encodings: tuple[str, ...] = ()
    subset: str = ""


SCRIPTS = (
    "Devanagari",
    "Tamil",
    "Telugu",
    "Kannada",
    "Malayalam",
    "Bengali",
    "Gujarati",
    "Gurmukhi",
    "Oriya",
    "Sinhala",
    "Thai",
    "Lao",
    "Khmer",
    "Myanmar",
    "Arabic",
    "Hebrew",
    "Georgian",
    "Armenian",
    "Ethiopic",
)
LATIN = ("Latin", "Vietnamese", "Greek", "Cyrillic")
HAN = ("Han", "Hiragana", "Katakana", "Bopomofo")
COMMON_HAN = "characters of GB 2312 and of the first level of Big5"
FONTS = (
    Font("NotoSans-Regular.ttf", LATIN),
    Font("NotoSans-Bold.ttf", LATIN),
    Font("NotoSansSC-Regular.ttf", HAN, NPM_SC, CJK_LICENCE, ("gb2312", "gbk", "big5")),
    Font("NotoSansSC-Bold.ttf", HAN[:3], NPM_SC, CJK_LICENCE, ("gb2312",), COMMON_HAN),
    Font("NotoSansKR-Regular.ttf", ("Hangul",), NPM_KR, CJK_LICENCE, (), "Hangul syllables and letters"),
    *(Font(f"NotoSans{script}-Regular.ttf", (script,)) for script in SCRIPTS),
)


def common_han() -> set[int]:
    """Return the characters of GB 2312 and of Big5's first level, whose bold we ship."""
    found: set[int] = set()
    for codec, (leads, trails) in COMMON_HAN_BYTES.items():
        for lead in leads:
            for trail in trails:
                text = bytes((lead, trail)).decode(codec, errors="ignore")
                found.update(map(ord, text))
    return found


def subset(data: bytes, characters: Iterable[int]) -> bytes:
    """Return the font ``data`` with only those ``characters`` that it holds."""
    face = hb.Face(hb.Blob(data))
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).update(set(characters).intersection(face.unicodes))
    return bytes(hb.subset(face, wanted).blob.data)


def contents(font: Font, noto: Path, sc: Path, kr: Path) -> bytes:
    """Return the bytes of one font to ship, cut down where the table says so."""
    if font.source == DEBIAN:
        return (noto / font.file).read_bytes()
    bold = "Bold" in font.file
    name = font.file.replace("-Regular", "_400Regular").replace("-Bold", "_700Bold")
    package = sc if font.source == NPM_SC else kr
    data = (package / ("700Bold" if bold else "400Regular") / name).read_bytes()
    if font.source == NPM_KR:
        return subset(data, (code for block in HANGUL for code in block))
    return subset(data, common_han()) if bold else data


def version(face: hb.Face) -> str:
    """Return the version a font states in its name table, such as "2.004"."""
    text = face.get_name(hb.OTNameIdPredefined.VERSION_STRING) or ""
    match = re.search(r"\d+\.\d+", text)
    return match[0] if match else text


def entry(font: Font, data: bytes) -> str:
    """Return the manifest's table for one font."""
    face = hb.Face(hb.Blob(data))
    values: dict[str, str | int | tuple[str, ...]] = {
        "file": font.file,
        "family": face.get_name(hb.OTNameIdPredefined.FONT_FAMILY) or "",
        "weight": "bold" if "Bold" in font.file else "regular",
        "version": version(face),
        "source": font.source,
        "licence": font.licence,
        "covers": font.covers,
        "encodings": font.encodings,
        "subset": font.subset,
        "characters": len(set(face.unicodes)),
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    lines = [f"{key} = {literal(value)}" for key, value in values.items() if value]
    return "\n[[font]]\n" + "\n".join(lines) + "\n"


def literal(value: str | int | tuple[str, ...]) -> str:
    """Return ``value`` as TOML writes it."""
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return f'"{value}"'
    return "[" + ", ".join(f'"{part}"' for part in value) + "]"


def licences(sc: Path) -> dict[str, str]:
    """Return the licence files: the same text under the two copyright notices."""
    text = (sc / "LICENSE_FONT").read_text(encoding="utf-8")
    rest = text.partition("\n")[2]
    return {CJK_LICENCE: text, NOTO_LICENCE: f"{NOTO_COPYRIGHT}\n{rest}"}


def build(folder: Path, noto: Path, sc: Path, kr: Path) -> None:
    """Write fonts, licences and manifest into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    manifest = HEAD
    for font in FONTS:
        data = contents(font, noto, sc, kr)
        (folder / font.file).write_bytes(data)
        manifest += entry(font, data)
    (folder / "manifest.toml").write_text(manifest, encoding="utf-8")
    for name, text in licences(sc).items():
        (folder / name).write_text(text, encoding="utf-8")


def main() -> None:
    """Read the three folders from the command line and build."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("noto", "sc", "kr"):
        parser.add_argument(name, type=Path)
    arguments = parser.parse_args()
    build(resources.path("fonts"), arguments.noto, arguments.sc, arguments.kr)


if __name__ == "__main__":
    main()
