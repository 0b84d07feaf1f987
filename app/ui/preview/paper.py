"""Puts a finished PDF on paper, page by page as pictures; safe in a job."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QSize
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from app.errors import UserError
from app.i18n import _
from app.ui.jobs import Step

DPI = 300
_SIZES = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}


def printer(paper: str) -> PagePrinter:
    """Return a printer that takes whole pages of "a4" or "letter"."""
    made = PagePrinter(QPrinter.PrinterMode.HighResolution)
    made.setFullPage(True)
    made.setPageLayout(
        QPageLayout(QPageSize(_SIZES[paper]), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )
    return made


def opened(data: bytes) -> tuple[QPdfDocument, QBuffer]:
    """Return a document and the buffer it reads from, to be kept as long. Raises ``UserError``."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    if document.status() != QPdfDocument.Status.Ready:
        raise UserError(_("The document could not be shown."))
    return document, buffer


def put_on_paper(step: Step, data: bytes, to: QPrinter) -> int:
    """Print every page; return how many. Raises ``UserError`` where the printer does not take them."""
    document, _buffer = opened(data)
    size = document.pagePointSize(0)
    if size.width() > size.height():
        to.setPageOrientation(QPageLayout.Orientation.Landscape)
    painter = QPainter()
    if not painter.begin(to):
        raise UserError(_("The printer does not answer."), _("Check that it is switched on and chosen."))
    try:
        for page in range(document.pageCount()):
            step.report(page, document.pageCount())
            if page:
                to.newPage()
            _paint(painter, document, page, to)
    finally:
        painter.end()
    step.report(document.pageCount(), document.pageCount())
    return document.pageCount()


def _paint(painter: QPainter, document: QPdfDocument, page: int, to: QPrinter) -> None:
    points = document.pagePointSize(page)
    pixels = QSize(round(points.width() * DPI / 72), round(points.height() * DPI / 72))
    scale = to.resolution() / 72
    room = QRect(0, 0, round(points.width() * scale), round(points.height() * scale))
    painter.drawImage(room, document.render(page, pixels))


class PagePrinter(QPrinter):
    """A printer that brings its own dialog: what opens it need not load what prints."""

    def dialog(self, window: QWidget) -> QDialog:
        """Return the dialog in which this printer, pages and copies are chosen."""
        return QPrintDialog(self, window)
