"""The shipped fonts against their manifest: whole, licensed, covering what is claimed, fit for the window."""

import hashlib
import tomllib
from typing import Any

import pytest
import uharfbuzz as hb  # type: ignore[import-untyped]  # it carries no types
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

import resources
from app.pdf.text import boxes, fonts

MEGABYTE = 1_000_000
MANIFEST: list[dict[str, Any]] = tomllib.loads(resources.text("fonts/manifest.toml"))["font"]
BY_FILE = {entry["file"]: entry for entry in MANIFEST}
WRITING = {
    "Latin": "Grażyna Żółć Ångström",
    "Vietnamese": "Nguyễn Thị Ngọc Ánh",
    "Greek": "Ψυχή Ὅμηρος",
    "Cyrillic": "Зинаїда Ёжик",
    "Han": "王小明𬱟㛃䶮𣲘歐陽",
    "Hiragana": "ひらがな",
    "Katakana": "カタカナ",
    "Bopomofo": "ㄅㄆㄇ",
    "Hangul": "홍길동뷁",
    "Devanagari": "राजेश शर्मा",
    "Tamil": "கண்ணன்",
    "Telugu": "తెలుగు",
    "Kannada": "ಕನ್ನಡ",
    "Malayalam": "മലയാളം",
    "Bengali": "বাংলা",
    "Gujarati": "ગુજરાતી",
    "Gurmukhi": "ਪੰਜਾਬੀ",
    "Oriya": "ଓଡ଼ିଆ",
    "Sinhala": "සිංහල",
    "Thai": "พลอยไพลิน",
    "Lao": "ຄົນລາວ",
    "Khmer": "ចន្ទ្រា",
    "Myanmar": "ကျော်မင်းသူ",
    "Arabic": "محمد پاکستان ٹیپو گ",
    "Hebrew": "דוד",
    "Georgian": "ქართული",
    "Armenian": "Հայերեն",
    "Ethiopic": "አማርኛ",
}


def missing(file: str, text: str) -> set[str]:
    """Return the characters of ``text`` that the font ``file`` has no glyph for."""
    held = hb.Face(hb.Blob(resources.data(f"fonts/{file}"))).unicodes
    return {character for character in text if ord(character) not in held and not character.isspace()}


@pytest.mark.parametrize("file", BY_FILE)
def test_each_font_is_the_one_the_manifest_names(file: str) -> None:
    data = resources.data(f"fonts/{file}")
    face = hb.Face(hb.Blob(data))
    assert hashlib.sha256(data).hexdigest() == BY_FILE[file]["sha256"]
    assert len(set(face.unicodes)) == BY_FILE[file]["characters"]
    assert face.get_name(hb.OTNameIdPredefined.FONT_FAMILY) == BY_FILE[file]["family"]


@pytest.mark.parametrize("file", BY_FILE)
def test_each_font_has_quadratic_outlines_and_one_weight(file: str) -> None:
    tables = hb.Face(hb.Blob(resources.data(f"fonts/{file}"))).table_tags
    assert "glyf" in tables
    assert "fvar" not in tables


@pytest.mark.parametrize("file", BY_FILE)
def test_each_font_covers_the_scripts_it_claims(file: str) -> None:
    claimed = "".join(WRITING[script] for script in BY_FILE[file]["covers"])
    rare = "𬱟㛃䶮𣲘" if BY_FILE[file].get("subset") else ""
    assert missing(file, claimed) <= set(rare)


@pytest.mark.parametrize(
    ("file", "encoding"), [(f, e) for f in BY_FILE for e in BY_FILE[f].get("encodings", ())]
)
def test_each_font_covers_the_character_sets_it_claims(file: str, encoding: str) -> None:
    pairs = (bytes((lead, trail)) for lead in range(0x81, 0xFF) for trail in range(0x40, 0xFF))
    han = {text for pair in pairs for text in pair.decode(encoding, "ignore") if "\u4e00" <= text <= "\u9fff"}
    assert len(han) > 6000
    assert missing(file, "".join(han)) == set()


def test_every_hangul_syllable_is_there() -> None:
    assert missing("NotoSansKR-Regular.ttf", "".join(map(chr, range(0xAC00, 0xD7A4)))) == set()


@pytest.mark.parametrize("file", BY_FILE)
def test_each_font_comes_with_its_licence(file: str) -> None:
    licence = resources.text(f"fonts/{BY_FILE[file]['licence']}")
    assert licence.startswith("Copyright")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence


def test_every_script_of_the_clients_is_claimed_by_a_font() -> None:
    assert {script for entry in MANIFEST for script in entry["covers"]} == set(WRITING)


def test_the_fonts_stay_small_enough_for_the_repository() -> None:
    sizes = [len(resources.data(f"fonts/{file}")) for file in BY_FILE]
    assert sum(sizes) < 25 * MEGABYTE


def test_the_folder_holds_nothing_the_manifest_does_not_name() -> None:
    named = set(BY_FILE) | {entry["licence"] for entry in MANIFEST} | {"manifest.toml", boxes.face().file}
    assert {entry.name for entry in resources.entry("fonts").iterdir()} == named


@pytest.mark.parametrize("file", BY_FILE)
def test_the_window_can_use_each_font(qapp: QApplication, file: str) -> None:
    number = QFontDatabase.addApplicationFontFromData(QByteArray(resources.data(f"fonts/{file}")))
    assert QFontDatabase.applicationFontFamilies(number) == [BY_FILE[file]["family"]]
    QFontDatabase.removeApplicationFont(number)


def test_bold_text_looks_among_bold_fonts_first() -> None:
    regular, bold = fonts.faces(), fonts.faces(bold=True)
    assert [face.file for face in regular] == [file for file in BY_FILE if "Bold" not in file]
    assert [face.bold for face in bold[:2]] == [True, True]
    assert set(regular) < set(bold)


def test_measures_are_in_thousandths_of_the_size() -> None:
    latin = fonts.faces()[0]
    space = latin.glyph(" ")
    assert space is not None
    assert latin.advance(space) == 260
