"""The pages in view are those of the document that was shown last, however fast one follows another."""

import io

import pikepdf
import pytest
from pytestqt.qtbot import QtBot

from app.ui.preview.view import PdfView


def page_of(colour: str) -> bytes:
    """Return a PDF of one A4 page all in one colour, with enough on it to take a while."""
    with pikepdf.new() as pdf, io.BytesIO() as data:
        page = pdf.add_blank_page(page_size=(595, 842))
        page.Contents = pdf.make_stream(f"{colour} rg 0 0 595 842 re f ".encode() * 2000)
        pdf.save(data)
        return data.getvalue()


@pytest.mark.parametrize("count", [2, 5])
def test_the_last_of_several_documents_is_seen(count: int, qtbot: QtBot) -> None:
    view = PdfView()
    qtbot.addWidget(view)
    view.resize(400, 500)
    with qtbot.waitExposed(view):
        view.show()
    for _number in range(count - 1):
        view.show_pdf(page_of("1 0 0"))
        view.viewport().repaint()  # it is being drawn when the next one comes
    view.show_pdf(page_of("0 0 1"))
    qtbot.waitUntil(lambda: view.grab().toImage().pixelColor(200, 250).name() == "#0000ff")
    qtbot.wait(300)
    assert view.grab().toImage().pixelColor(200, 250).name() == "#0000ff"
