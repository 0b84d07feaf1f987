"""The timeline of a case: one stream of notes, contact, mails and what was done, and a place to add to it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.timeline import Entry, Strand
from app.errors import KasebookError
from app.i18n import _
from app.services import cases, mail_reader, mails, printing, timeline
from app.services.cases import CaseView
from app.services.mail_reader import ReadMail
from app.ui.case.note_form import NoteForm
from app.ui.case.timeline_cards import WIDEST, Cards
from app.ui.jobs import Step
from app.ui.page import Desk
from app.ui.widgets.editor import Combo
from app.ui.widgets.plain import PlainLabel
from app.ui.widgets.scrolled import narrow, scrolled

KEEP_MS = 800
MAILS = (".eml", ".msg")


class NotesTab(QWidget):
    """What is typed is kept until it is added; e-mail files are dropped onto it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._case: CaseView | None = None
        self._entries: list[Entry] = []
        self._is_showing = False
        self._timer = QTimer(self, singleShot=True, interval=KEEP_MS)
        self.form = NoteForm()
        self.edit, self.add, self.error = self.form.edit, self.form.add, self.form.error
        self.strand = Combo("case.timeline.kind")
        self.nothing = PlainLabel(_("Nothing happened yet."), "muted")
        self.cards = Cards()
        self.setAcceptDrops(True)
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        self.strand.addItem(_("Everything"), "")
        for strand in Strand:
            self.strand.addItem(_(strand.label), strand.value)
        self.strand.setAccessibleName(_("What is shown"))
        self.strand.setAccessibleDescription(_("What is shown"))
        self.strand.setMinimumContentsLength(22)
        chosen = QHBoxLayout()
        chosen.addWidget(self.strand)
        chosen.addStretch()
        filtered = QWidget()
        filtered.setLayout(chosen)
        chosen.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(whole := QWidget())
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.form, filtered, self.nothing, self.cards):
            column.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(narrow(whole, WIDEST)))

    def _connect(self) -> None:
        self.form.wanted.connect(self._add)
        self.form.typed.connect(self._typed)
        self.form.mail.clicked.connect(self._choose_mail)
        self.strand.activated.connect(lambda _at: self._fill())
        self.cards.saving.connect(self._save_mail)
        self._timer.timeout.connect(self._keep)

    def show_case(self, case: CaseView) -> None:
        """Show a case's stream, and what was typed for a new note."""
        if self._case is None or self._case.id != case.id:
            self.leave()
            self._case = case
            self._show_text(next(iter(self._desk.office.drafts(self._draft).values()), ""))
        self._case = case
        self.refresh()

    def refresh(self) -> None:
        """Read the stream anew."""
        if self._case is not None:
            self._entries = self._desk.office.read(timeline.entries, self._case.id)
            self._fill()

    def leave(self) -> None:
        """Keep what was typed."""
        if self._timer.isActive():
            self._timer.stop()
            self._keep()

    def focus(self) -> None:
        """Go where a note is typed."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_narrow(self, width: int) -> None:
        """Notes break their lines at any width."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take e-mail files."""
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep the e-mail files that were dropped."""
        event.acceptProposedAction()
        self.keep_mails(_dropped(event))

    def keep_mails(self, paths: Sequence[Path]) -> None:
        """Read e-mail files in a job, each in a process of its own, and keep them with the case."""
        case = self._case
        if case is None:
            return
        for path in paths:
            self._desk.jobs.start(
                partial(_read, path),
                done=lambda mail: self._kept(case.id, mail),
                failed=self._refuse,
                title=_("Reading an e-mail"),
            )

    def _kept(self, case_id: UUID, mail: ReadMail) -> None:
        office = self._desk.office
        office.attempt(lambda: self._tell(office.write(mails.keep, case_id, mail)), failed=self._refuse)

    def _tell(self, _key: UUID) -> None:
        self._desk.messages.tell(_("The e-mail is kept as it came."), _("Undo"), self._desk.office.undo)

    def _choose_mail(self) -> None:
        kinds = _("E-mails (*.eml *.msg)")
        self._desk.messages.choose_file_to_open(
            _("Keep an e-mail"), kinds, lambda path: self.keep_mails([path])
        )

    def _save_mail(self, key: UUID) -> None:
        name, data = self._desk.office.read(mails.file_of, key)
        kinds = _("E-mails (*.eml *.msg)")

        def save(path: Path) -> None:
            self._desk.jobs.start(
                lambda _step: printing.put(data, path),
                done=lambda _none: self._desk.messages.tell(_("Saved as {file}.").format(file=path.name)),
                failed=self._refuse,
            )

        self._desk.messages.choose_file_to_save(_("Save the e-mail"), name, kinds, save)

    @property
    def _draft(self) -> str:
        return f"note:{self._case.id}" if self._case else ""

    def _typed(self) -> None:
        if not self._is_showing:
            self.error.hide()
            self._timer.start()

    def _show_text(self, text: str) -> None:
        self._is_showing = True
        self.form.clear()
        self.edit.setPlainText(text)
        self._is_showing = False

    def _keep(self) -> None:
        text = self.edit.toPlainText()
        if text.strip():
            self._desk.office.keep_draft(self._draft, text)
        else:
            self._desk.office.drop_draft(self._draft)

    def _add(self) -> None:
        if self._case is not None:
            self._desk.office.attempt(self._add_now, by=self, failed=self._refuse)

    def _add_now(self) -> None:
        assert self._case is not None
        self._desk.office.write(cases.add_note, self._case.id, self.edit.toPlainText(), self.form.note())
        self._timer.stop()
        self._show_text("")
        self._desk.office.drop_draft(self._draft)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, KasebookError):
            self.form.refuse(str(error))
        else:
            self._desk.messages.trouble(error)

    def _fill(self) -> None:
        chosen = self.strand.currentData()
        shown = [entry for entry in self._entries if not chosen or entry.strand.value == chosen]
        self.cards.show_entries(shown)
        self.nothing.setVisible(not shown)


def _read(path: Path, step: Step) -> ReadMail:
    return mail_reader.read(path, check=step.check)


def _dropped(event: QDropEvent) -> list[Path]:
    """Return the e-mail files that are dropped."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in MAILS]
