"""Every script: how it looks, against pictures that were looked at, and how it is copied and searched."""

import unicodedata
from pathlib import Path

import pytest
from PIL import Image

from app.pdf import render
from app.pdf.tree import Paragraph
from tests.pdf import reading, scripts
from tests.pdf.reading import document

# Another version of pdfium, or of a font's hinting, moves edges by a shade; a wrong glyph differs far more.
TOLERANCE = 0.002  # of all there could be between white and black; one other letter is twice that and more
FROM_LEFT = [
    name
    for name in scripts.LINES
    if name not in {"arabic", "urdu", "persian", "hebrew", "directions", "boxes"}
]
BOTH = {"pdfium", "poppler"}

# What is read from the right: the readers that give it back exactly. What is missing here is known to differ:
# brackets, marks above and below letters, and directions that change within a line.
FROM_RIGHT: dict[str, set[str]] = {
    "محمد بن علي": BOTH,
    "عبد السلام نموذج": BOTH,
    "لا إله": BOTH,
    "ٹیپو نمونہ پاکستان": BOTH,
    "علی\u200cرضا نمونه": BOTH,
    "דוד בן-גוריון": BOTH,
    "Ali محمد": BOTH,
    "پژمان ۴۵۶": {"pdfium"},
    "محمّد علي": {"pdfium"},
    "شَمْس": set(),
    "(محمد)": set(),
    "דוד (1886)": set(),
    "محمد Ali 12-34": set(),
}


def lines(texts: tuple[str, ...], reader: str, folder: Path) -> list[str]:
    """Return the lines that ``reader`` finds; poppler's marks of direction are no part of the text."""
    data = render.render(document(*(Paragraph(text, "other_name") for text in texts)))
    marks = dict.fromkeys(map(ord, "\u202a\u202b\u202c"))
    return [composed(line.translate(marks).strip()) for line in reading.pages(data, reader, folder)[0]]


def composed(text: str) -> str:
    """Return ``text`` in the form that readers may give back."""
    return unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("name", scripts.LINES)
def test_each_script_looks_as_it_did_when_it_was_looked_at(name: str) -> None:
    with Image.open(scripts.FOLDER / f"{name}.png") as picture:
        assert scripts.difference(scripts.drawn(name), picture) <= TOLERANCE


def test_the_tolerance_tells_one_letter_from_another(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = scripts.drawn("georgian")
    monkeypatch.setitem(scripts.LINES, "georgian", ("ქართული ნიმუში", "გიორგო"))
    assert scripts.difference(scripts.drawn("georgian"), seen) > TOLERANCE


def test_there_is_a_picture_of_every_script_and_no_other() -> None:
    assert {path.stem for path in scripts.FOLDER.iterdir()} == set(scripts.LINES)


@pytest.mark.parametrize("reader", reading.READERS)
@pytest.mark.parametrize("name", FROM_LEFT)
def test_what_is_read_from_the_left_is_copied_exactly(name: str, reader: str, tmp_path: Path) -> None:
    wanted = scripts.LINES[name]
    assert lines(wanted, reader, tmp_path)[: len(wanted)] == [composed(line) for line in wanted]


@pytest.mark.parametrize("reader", reading.READERS)
@pytest.mark.parametrize("text", FROM_RIGHT)
def test_what_is_read_from_the_right_is_copied_as_stated(text: str, reader: str, tmp_path: Path) -> None:
    is_exact = lines((text,), reader, tmp_path)[0] == composed(text)
    assert is_exact == (reader in FROM_RIGHT[text])


@pytest.mark.parametrize("reader", reading.READERS)
def test_a_name_from_the_right_leaves_our_sentence_as_it_is(reader: str, tmp_path: Path) -> None:
    text = "Confirmed by \u2068محمد\u2069 on 2026-11-23, and others."
    found = lines((text,), reader, tmp_path)[0]
    assert found.startswith("Confirmed by ")
    assert "on 2026-11-23, and others." in found
