"""PDFs opened, and put on paper."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from app import pdf
from app.errors import UserError
from app.ui.jobs import Cancelled, Step
from app.ui.preview import paper
from app.ui.preview.pane import PreviewPane
from tests.pdf import samples_list


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(UserError):
        paper.opened(b"not a PDF")


@pytest.mark.parametrize(("size", "width"), [("a4", 595), ("letter", 612)])
def test_pages_keep_their_size(size: str, width: int) -> None:
    assert round(paper.printer(size).pageLayout().fullRectPoints().width()) == width


def test_the_page_on_paper_is_as_large_as_the_one_in_the_file(pane: PreviewPane, tmp_path: Path) -> None:
    assert pane.print_shown is not None
    printer = paper.printer("a4")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "x.pdf"))
    done: list[tuple[int, int]] = []
    paper.put_on_paper(Step(lambda at, total: done.append((at, total))), pane.print_shown.data, printer)
    printed = QPdfDocument()
    printed.load(str(tmp_path / "x.pdf"))
    shown = pane.view.document().pagePointSize(0)
    assert abs(printed.pagePointSize(0).width() - shown.width()) < 1
    assert done == [(0, 2), (1, 2), (2, 2)]


def test_printing_can_be_cancelled_between_pages(pane: PreviewPane, tmp_path: Path) -> None:
    assert pane.print_shown is not None
    step = Step(lambda at, total: step.cancelled.set())
    printer = paper.printer("a4")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "x.pdf"))
    with pytest.raises(Cancelled):
        paper.put_on_paper(step, pane.print_shown.data, printer)


def test_a_page_turned_sideways_is_printed_so(tmp_path: Path) -> None:
    listed = samples_list.sheet().listed
    wide = replace(listed, shares=tuple(share * 2 for share in listed.shares))
    printer = paper.printer("a4")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "x.pdf"))
    data = pdf.made(replace(samples_list.sheet(), listed=wide))
    paper.put_on_paper(Step(lambda at, total: None), data, printer)
    printed = QPdfDocument()
    printed.load(str(tmp_path / "x.pdf"))
    assert round(printed.pagePointSize(0).width()) == 842
