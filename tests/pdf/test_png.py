"""Our pictures go into a PDF as they are, and readers show them."""

import io

import pikepdf
import pytest

from app import pdf
from app.i18n import Bilingual
from app.pdf import archive, png, render
from app.pdf.tree import Document, Masthead, Picture
from tests import pictures
from tests.pdf.reading import document, elements, opened

LOGO = pdf.picture(pictures.png((300, 90), "#c02020"))
NAME = Bilingual("Logo of Fictional Firm", "虚构事务所的标识")


def printed(language: str = "en") -> Document:
    logo = Picture(LOGO, NAME)
    return document(Masthead("Fictional Firm", ("1 Sample Road",), logo=logo), language=language)  # type: ignore[arg-type]


def test_its_size_is_read_from_its_head() -> None:
    assert png.size(LOGO) == (300, 90)


def test_a_reader_sees_the_same_pixels() -> None:
    with opened(printed()) as file:
        held = file.pages[0].obj.Resources.XObject["/P0"]
        assert isinstance(held, pikepdf.Stream)
        assert pikepdf.PdfImage(held).as_pil_image().getpixel((150, 45)) == (192, 32, 32)


@pytest.mark.parametrize(("language", "text"), [("en", NAME.en), ("zh-CN", NAME.zh), ("both", NAME.en)])
def test_it_is_a_figure_with_words_for_those_who_can_not_see_it(language: str, text: str) -> None:
    with opened(printed(language)) as file:
        (figure,) = (each for each in elements(file.Root.StructTreeRoot) if each.S == "/Figure")
        assert str(figure.Alt) == text
        left, bottom, right, top = map(float, figure.A.BBox)
        assert 0 < left < right < 300
        assert 700 < bottom < top < 842


def test_it_never_stands_larger_than_its_pixels_bear() -> None:
    with opened(document(Masthead("F", logo=Picture(pdf.picture(pictures.png((20, 10))), NAME)))) as file:
        (figure,) = (each for each in elements(file.Root.StructTreeRoot) if each.S == "/Figure")
        assert float(figure.A.BBox[2]) - float(figure.A.BBox[0]) == pytest.approx(9.6, abs=0.01)


def test_the_archive_takes_it() -> None:
    data = archive.archived(render.render(printed()), printed())
    with pikepdf.open(io.BytesIO(data)) as file:
        assert file.pages[0].obj.Resources.XObject["/P0"].Width == 300


def test_without_a_logo_there_is_no_figure() -> None:
    with opened(document(Masthead("Fictional Firm"))) as file:
        assert "/Figure" not in [each.S for each in elements(file.Root.StructTreeRoot)]
        assert "/XObject" not in file.pages[0].obj.Resources
