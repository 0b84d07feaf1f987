"""Whole PDFs: text that comes out as it went in, the same bytes every time, and nothing beside the text."""

import hashlib
import io
import unicodedata
from pathlib import Path

import pikepdf
import pytest

from app import pdf
from app.i18n import Bilingual
from app.pdf import render
from app.pdf.tree import Checklist, Heading, Item, Paragraph
from tests.pdf import reading, samples
from tests.pdf.reading import document

LINES = (
    "KANNAN ANANDHI (2026) A1234567",
    "Nguyễn Thị Minh Khai",
    "Zażółć gęślą jaźń",
    "Зинаида Ψυχή",
    "office fi ffl AVATAR",
    "王小明·欧阳娜娜",
    "〇𬱟㛃 臺灣",
    "राजेश शर्मा क्षत्रिय",
    "ผู้มีความสามารถ น้ำ",
    "ຄົນລາວ ທ່ານ",
    "ភាសាខ្មែរ ស្រី ក្រុម",
    "မြန်မာ ကျွန်တော်",
    "தமிழ் கொல்கத்தா",
    "ಕನ್ನಡ ಶ್ರೀ",
    "తెలుగు శ్రీ",
    "മലയാളം ക്ഷ",
    "বাংলা শ্রী",
    "ગુજરાતી શ્રી",
    "ਪੰਜਾਬੀ ਸ਼੍ਰੀ",
    "ଓଡ଼ିଆ ଶ୍ରୀ",
    "සිංහල ශ්‍රී",
    "홍길동 한국",
    "ქართული",
    "Հայերեն",
    "አማርኛ",
    "日本 ひらがな カタカナ",
    "Mixed 中文 and हिन्दी with ไทย (2026) “q”",
    "a–b—c… 5 € № 7",
)
HOSTILE = (
    "<b>bold</b> & <img src='file.png'>",
    "{braces} %s \\n (unbalanced ]) >>",
    "=1+1",
    "C:\\folder\\name",
    "a\u200bb\u200dc\ufeffd",
    "Z" + "\u0301\u0302\u0303" * 30,
    "/Artifact BMC EMC ET endstream endobj",
)


def composed(text: str) -> str:
    """Return ``text`` in the form that readers may give back."""
    return unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("reader", reading.READERS)
@pytest.mark.parametrize("style", ["body", "strong", "name"])
def test_text_written_left_to_right_comes_out_exactly(reader: str, style: str, tmp_path: Path) -> None:
    data = render.render(document(*(Paragraph(line, style) for line in LINES)))
    found = [composed(line) for page in reading.pages(data, reader, tmp_path) for line in page]
    assert [line for line in found if not line.startswith("Page")] == [composed(line) for line in LINES]


@pytest.mark.parametrize("reader", reading.READERS)
def test_letters_with_separate_marks_come_out_whole(reader: str, tmp_path: Path) -> None:
    data = render.render(document(Paragraph("e\u0301a\u0308 o\u0304\u0301 x\u0323\u0302")))
    found = reading.pages(data, reader, tmp_path)[0][0]
    assert composed(found) == composed("e\u0301a\u0308 o\u0304\u0301 x\u0323\u0302")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text(text: str) -> None:
    data = render.render(document(Paragraph(text)))
    with pikepdf.open(io.BytesIO(data)) as file:
        assert not {"/OpenAction", "/AA", "/Names", "/AcroForm"} & set(file.Root.keys())
        assert all("/Annots" not in page for page in file.pages)
    assert composed(text).replace(" ", "") in composed(reading.text(data)).replace(" ", "")


def test_what_no_font_draws_is_a_box_that_says_what_it_stands_for() -> None:
    data = render.render(document(Paragraph("a\U0001f600b")))
    with pikepdf.open(io.BytesIO(data)) as file:
        names = [str(font.BaseFont) for font in file.pages[0].Resources.Font.values()]
    assert [name for name in names if name.endswith("KasebookBoxes")]


def test_the_bytes_do_not_depend_on_what_was_printed_before() -> None:
    value = samples.checklist()
    first = hashlib.sha256(pdf.made(value)).digest()
    pdf.made(samples.summary())
    assert hashlib.sha256(pdf.made(value)).digest() == first


def test_every_font_is_embedded_and_small() -> None:
    data = pdf.made(samples.summary())
    with pikepdf.open(io.BytesIO(data)) as file:
        fonts = file.pages[0].obj.Resources.Font
        for font in fonts.values():
            descriptor = font.DescendantFonts[0].FontDescriptor
            assert str(font.BaseFont)[7] == "+"
            assert len(descriptor.FontFile2.read_bytes()) < 200_000
    assert len(data) < 200_000


def test_the_file_is_well_formed() -> None:
    blocks = (Heading("Title", 1), Checklist((Item("1", Bilingual("a", "b"), box="ticked"),)))
    with pikepdf.open(io.BytesIO(render.render(document(*blocks, language="both")))) as file:
        assert file.check_pdf_syntax() == []
