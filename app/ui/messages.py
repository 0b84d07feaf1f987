"""What the user is told and asked: the only module that opens a box or a file dialog.

Everything is plain text, and nothing here waits: answers come by calling back.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from app.errors import Damaged, KasebookError
from app.i18n import _
from app.ui import reports
from app.ui.widgets.plain import plain_tip
from app.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from app.ui.preview.paper import PagePrinter

_log = logging.getLogger(__name__)


class Messages(QObject):
    """Toasts and boxes over one window."""

    damaged = Signal(object)  # what was told of a casebook whose file fails its check
    _caught = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.toast = Toast(window)
        self._known: set[str] = set()
        self._caught.connect(self._show)

    def tell(self, text: str, label: str = "", act: Callable[[], object] | None = None) -> None:
        """Say something in passing, with a button ``label`` that does ``act``."""
        self.toast.tell(text, label, act)

    def trouble(self, error: BaseException) -> None:
        """Say what went wrong. What is not known trouble is a bug: into the log, and reported in a box.

        Safe from any thread.
        """
        if not isinstance(error, KasebookError):
            _log.error("bug: %s", reports.report(error))
        self._caught.emit(error)

    def ask(self, question: str, hint: str, yes: str, then: Callable[[], object]) -> None:
        """Ask, and do ``then`` if the answer is the button ``yes``; Escape is no."""
        box = self._box(QMessageBox.Icon.NoIcon, question, hint)
        agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole))
        box.buttonClicked.connect(lambda clicked: then() if clicked is agree else None)
        box.open()

    def inform(self, text: str, details: str) -> None:
        """Show a text that is too long for a toast, such as the list of shortcuts."""
        box = self._box(QMessageBox.Icon.NoIcon, text, details)
        box.addButton(_("Close"), QMessageBox.ButtonRole.AcceptRole)
        box.open()

    def choose_folder(self, title: str, then: Callable[[Path], object], start: str = "") -> None:
        """Let a folder be chosen, and give it to ``then``."""
        dialog = QFileDialog(self._window, title, start)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._choose(dialog, then)

    def choose_file(self, title: str, kinds: str, then: Callable[[Path], object]) -> None:
        """Let a file be chosen that is there; ``kinds`` is a filter such as "PDF (*.pdf)"."""
        dialog = QFileDialog(self._window, title, "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._choose(dialog, then)

    def choose_file_to_save(
        self, title: str, proposed: str, kinds: str, then: Callable[[Path], object]
    ) -> None:
        """Let a place for a new file be chosen; ``kinds`` is a filter such as "PDF (*.pdf)"."""
        dialog = QFileDialog(self._window, title, proposed, kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(proposed).suffix.removeprefix("."))
        dialog.selectFile(proposed)
        self._choose(dialog, then)

    def choose_file_to_open(self, title: str, kinds: str, then: Callable[[Path], object]) -> None:
        """Let a file be chosen; ``kinds`` is a filter such as "PDF (*.pdf)"."""
        dialog = QFileDialog(self._window, title, "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._choose(dialog, then)

    def choose_printer(self, printer: PagePrinter, then: Callable[[PagePrinter], object]) -> None:
        """Let a printer, pages and copies be chosen, and give ``printer``, so set, to ``then``."""
        dialog = printer.dialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: then(printer))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def _choose(self, dialog: QFileDialog, then: Callable[[Path], object]) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: then(Path(path)))
        dialog.open()

    def _box(self, icon: QMessageBox.Icon, text: str, hint: str) -> QMessageBox:
        box = QMessageBox(icon, "Kasebook", text, parent=self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(plain_tip(hint))  # no format of its own can be set
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return box

    def _show(self, error: BaseException) -> None:
        if isinstance(error, KasebookError):
            self.tell(str(error))
            if isinstance(error, Damaged):
                self.damaged.emit(error)
        else:
            self._show_bug(error)

    def _show_bug(self, error: BaseException) -> None:
        where = reports.place(error)
        if where in self._known:  # a bug in painting comes back with every frame
            return
        self._known.add(where)
        box = self._box(
            QMessageBox.Icon.NoIcon,
            _("Something went wrong in Kasebook. What was saved before is intact."),
            _("You can go on working. The report holds no data of clients."),
        )
        text = reports.report(error)
        box.setDetailedText(text)
        copy = box.addButton(_("Copy report"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(_("Close"), QMessageBox.ButtonRole.RejectRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        box.open()

    def catch_all(self) -> None:
        """Be told of every exception that nobody caught, in any thread."""
        sys.excepthook = self._uncaught
        threading.excepthook = lambda caught: self._uncaught(
            caught.exc_type, caught.exc_value, caught.exc_traceback
        )

    def _uncaught(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
        elif error is not None:
            self.trouble(error)
