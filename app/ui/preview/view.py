"""The pages of a PDF under each other, as wide as there is room."""

from PySide6.QtCore import QBuffer, QElapsedTimer, QMargins
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame

from app.i18n import _, plural
from app.ui import theme
from app.ui.preview import paper

STILL_AT_WORK_MS = 2000  # a page is surely drawn by then
WIDTHS = 8  # of pages, each a pixel wider than the next, taken in turn


class PdfView(QPdfView):
    """Keeps its place when the same document comes anew."""

    def __init__(self, name: str = "preview") -> None:
        super().__init__()
        self._held: tuple[QPdfDocument, QBuffer] | None = None
        self.setObjectName(f"{name}.pdf")
        self.setAccessibleName(_("Preview of the document"))
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setPageSpacing(10)
        self._margins = 0
        self._shown = QElapsedTimer()
        self._step_aside()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._colour()

    def show_pdf(self, data: bytes) -> None:
        """Show a document, at the place where the last one was looked at."""
        before, place = self._held, self.verticalScrollBar().value()
        self._held = paper.opened(data)
        self._colour()
        if self._shown.isValid() and self._shown.elapsed() < STILL_AT_WORK_MS:
            self._step_aside()
        self.setDocument(self._held[0])
        self.verticalScrollBar().setValue(place)
        self.viewport().repaint()
        self._shown.start()
        if before is not None:
            before[0].deleteLater()

    def _step_aside(self) -> None:
        """Ask for pages a pixel narrower or wider than those that are still being drawn.

        WORKAROUND: Qt 6.12 takes a page asked for in the size of one under way for that very one, even when
        it is of the document before; that one would then be seen, and another be printed.
        """
        self._margins = self._margins % WIDTHS + 1
        self.setDocumentMargins(QMargins(2, 2, 1 + self._margins, 10))

    def pages(self) -> str:
        """Return how many pages there are, in words."""
        return plural("{count} page", "{count} pages", self._held[0].pageCount()) if self._held else ""

    def _colour(self) -> None:
        """Lie on the window's own ground, in the scheme in use; the paper stays white."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Dark, theme.colour("window"))
        self.setPalette(palette)
