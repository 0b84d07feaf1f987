"""Objects added to a canvas are read back by another program as they were written."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from app.pdf.objects import File, document_of, string, written


def a_file() -> tuple[Canvas, File]:
    """Return a canvas with one empty page, and its file."""
    canvas = Canvas(io.BytesIO(), invariant=1)
    canvas.showPage()
    file, document = File(canvas), document_of(canvas)
    document.Pages.pages[0].Contents = f"{file.stream(b'q Q')} 0 R"
    document.Catalog.Outlines = None  # ReportLab's own, which has no entries
    return canvas, file


@contextmanager
def read_back(canvas: Canvas, number: int) -> Iterator[Any]:
    """Give the object ``number`` as another program reads it."""
    info = File(canvas).add("<</Title(x)>>")
    with pikepdf.open(io.BytesIO(written(canvas, info))) as found:
        assert found.check_pdf_syntax() == []
        yield found.get_object(number, 0)


@pytest.mark.parametrize("text", ["", "plain", "(a) \\ )(", "灯岭 & Ridge", "𬱟", "a\nb", "\x7f"])
def test_a_string_comes_back_as_it_was(text: str) -> None:
    canvas, file = a_file()
    number = file.add(f"<</Text{string(text)}>>")
    with read_back(canvas, number) as found:
        assert str(found.Text) == text


def test_a_stream_comes_back_as_it_was() -> None:
    canvas, file = a_file()
    data = bytes(range(256)) * 40 + b"endstream endobj"
    small, whole = file.stream(data), file.stream(data, "/Type/X", packed=True)
    with read_back(canvas, file.add(f"<</Small {small} 0 R/Whole {whole} 0 R>>")) as found:
        assert found.Small.read_bytes() == data
        assert found.Whole.read_raw_bytes() == data
        assert found.Whole.Type == "/X"
        assert len(found.Small.read_raw_bytes()) < len(data)


def test_objects_by_the_thousand_keep_their_numbers() -> None:
    canvas, file = a_file()
    later = file.number()
    numbers = [file.add(f"<</Is {count}>>") for count in range(1000)]
    file.put(later, "[" + " ".join(f"{number} 0 R" for number in numbers) + "]")
    with read_back(canvas, later) as found:
        assert [int(each.Is) for each in found.as_list()] == list(range(1000))


def test_fonts_stand_in_the_dictionary_that_reportlab_keeps() -> None:
    canvas, file = a_file()
    font = file.add("<</Type/Font>>")
    file.font("/K0", font)
    with read_back(canvas, file.fonts) as found:
        assert found.K0.Type == "/Font"


def test_the_file_tells_apart_what_it_was_made_of() -> None:
    files = []
    for text in ("one", "two", "two"):
        canvas, file = a_file()
        files.append(written(canvas, file.add(f"<</Title({text})>>")))
    assert files[0] != files[1] == files[2]
