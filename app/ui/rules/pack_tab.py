"""Signed packs: our own written to a file, another's looked at and taken in, and whose are trusted."""

import hashlib
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.pack_files import LARGEST
from app.errors import KasebookError, UserError
from app.i18n import N_, _, language, plural
from app.services import pack_files, signers
from app.services.pack_files import SUFFIX, Effect, EntryLine, Preview
from app.services.signers import SignerLine
from app.settings import today
from app.ui import words
from app.ui.long_writes import LongWrites
from app.ui.page import Desk
from app.ui.rules.pack_panel import PackPanel
from app.ui.tabs import ListTab
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.list_and_panel import ListAndPanel
from app.ui.widgets.plain import button
from app.ui.widgets.section_model import RichColumn, Section, SectionModel
from app.ui.widgets.section_view import SectionView
from app.ui.widgets.table_model import Column

_TONES = {Effect.NEW: "good", Effect.SUPERSEDES: "warn", Effect.OLDER: "plain", Effect.THERE: "plain"}
_KINDS = N_("Signed packs ({pattern})")


def _second(line: EntryLine) -> str:
    parts = (line.about, line.value.text(language()), words.day(line.told_on), line.source)
    return " · ".join(" ".join(part.split()) for part in parts if part)


COLUMNS: tuple[Column[EntryLine], ...] = (
    RichColumn(
        "entry",
        N_("Entry"),
        lambda line: line.title.text(language()),
        second=_second,
        second_tone=lambda line: "muted",
        accessible=lambda line: f"{line.title.text(language())} {_second(line)}",
    ),
    Column(
        "effect",
        N_("Here"),
        lambda line: _(line.effect.label),
        width=166,
        tone=lambda line: _TONES[line.effect],
    ),
)


class PackTab(ListTab):
    """Nothing is written before the file in view is accepted; what is taken in is one undo step."""

    table: SectionView

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._writes = LongWrites(desk)
        self._file = ""
        self._data = b""
        self.model: SectionModel[EntryLine] = SectionModel(COLUMNS, lambda line: line.id, self)
        self.table = SectionView(self.model, "rules.pack", _("Entries of the pack"), desk.settings)
        self.open = button(_("Look at a file…"), icon="folder-open", name="rules.pack.open")
        self.export = button(_("Export ours…"), icon="save", name="rules.pack.export")
        self.nothing = EmptyState(
            "signature",
            _("No pack in view"),
            _("Look at another casebook's pack here before anything is taken in, or export your own."),
        )
        self.panel = PackPanel()
        bar: list[QWidget | None] = [self.open, None, self.export]
        self.halves = ListAndPanel("rules.pack.splitter", bar, self.table, self.nothing, self.panel)
        self.fill()
        self._connect()

    def _connect(self) -> None:
        self.open.clicked.connect(self.choose)
        self.export.clicked.connect(self._choose_target)
        self.panel.accepting.connect(self._accept)
        self.panel.closing.connect(self.close_file)
        self.panel.dropping.connect(self._drop)

    def refresh(self) -> None:
        """Show the signers as they are now, and anew what the file in view would do."""
        read = self._desk.office.read
        self.panel.show_signers(read(signers.own), read(signers.trusted))
        if self._data:
            self._look()
        else:
            self._show(None)

    def choose(self) -> None:
        """Let a file be chosen, and look at it."""
        kinds = _(_KINDS).format(pattern=f"*{SUFFIX} *.json")
        self._desk.messages.choose_file(_("Look at a signed pack"), kinds, self.look_at)

    def look_at(self, path: Path) -> None:
        """Show who signed a file and what it would do; what is wrong with it is said in place."""
        try:
            with path.open("rb") as file:
                data = file.read(LARGEST + 1)
        except OSError:
            self._refuse(UserError(_("“{file}” can't be read.").format(file=path.name)))
            return
        self._file, self._data = path.name, data
        self._look()

    def _look(self) -> None:
        office, data, name, day = self._desk.office, self._data, self._file, today()
        self._desk.jobs.start(
            lambda step: office.read(pack_files.preview, data, name, day),
            done=self._show,
            failed=self._refuse,
        )

    def _refuse(self, error: Exception) -> None:
        """Say in place what is wrong with a file; anything else is a bug, and told as one."""
        self.close_file()
        if isinstance(error, KasebookError):
            self.panel.refuse(error)
        else:
            self._desk.messages.trouble(error)

    def close_file(self) -> None:
        """Take the file out of view; nothing of it is kept."""
        self._file, self._data = "", b""
        self._show(None)

    def _show(self, found: Preview | None) -> None:
        lines = found.lines if found else ()
        title = plural("{count} entry", "{count} entries", len(lines))
        self.model.show_sections([(Section(f"{self._file}: {title}"), lines)])
        self.halves.show_list(bool(lines))
        self.panel.show_file(found)

    def _accept(self, trust: bool) -> None:
        self._writes.start(
            _("Taking in a signed pack"),
            pack_files.accept,
            (self._data, self._file, today()),
            by=self,
            done=self._accepted,
            failed=self.panel.refuse,
            trust=trust,
        )

    def _accepted(self, count: int) -> None:
        self.close_file()
        text = plural("{count} entry taken in.", "{count} entries taken in.", count)
        self._desk.messages.tell(text, _("Undo"), self._desk.office.undo)

    def _drop(self, line: SignerLine) -> None:
        office = self._desk.office
        office.attempt(lambda: office.write(signers.drop, line.id, line.version), failed=self.panel.refuse)
        self.refresh()

    def _choose_target(self) -> None:
        proposed = f"{_('Rules')} {today().isoformat()}{SUFFIX}"
        kinds = _(_KINDS).format(pattern=f"*{SUFFIX}")
        self._desk.messages.choose_file_to_save(_("Export a signed pack"), proposed, kinds, self._export_to)

    def _export_to(self, path: Path) -> None:
        """Write the file, then record that it was made: one that could not be written was never made."""
        office = self._desk.office
        try:
            data = office.read(pack_files.signed, office.user[1], today())
            path.write_bytes(data)
        except OSError:
            self.panel.refuse(UserError(_("“{file}” can't be written.").format(file=path.name)))
        except KasebookError as error:
            self.panel.refuse(error)
        else:
            office.attempt(lambda: self._record_export(path, data), by=self, failed=self.panel.refuse)

    def _record_export(self, path: Path, data: bytes) -> None:
        self._desk.office.write(pack_files.export, data)
        short = hashlib.sha256(data).hexdigest()[:12]
        text = _("Exported {file}, SHA-256 {short}….").format(file=path.name, short=short)
        self._desk.messages.tell(text)

    def focus(self) -> None:
        """Put the focus into the list, or on the button where there is none."""
        there = self.model.rowCount() > 0
        (self.table if there else self.open).setFocus(Qt.FocusReason.OtherFocusReason)
