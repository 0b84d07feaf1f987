"""The stream of a case as cards; what somebody wrote in full, what was done on one line."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.timeline import Entry, Strand
from app.i18n import _, plural
from app.ui import words
from app.ui.widgets.plain import PlainLabel, button

WIDEST = 760
MOST_SHOWN = 200
FOLDED = 600  # characters of a mail that are shown at first
WRITTEN = (Strand.NOTES, Strand.CONTACT, Strand.MAILS)


class Cards(QWidget):
    """Shows entries; asks by signal to save a mail as a file."""

    saving = Signal(object)  # the key of a mail

    def __init__(self) -> None:
        super().__init__()
        self._shown: Sequence[Entry] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries, the first of them where there are very many."""
        if list(entries) == list(self._shown):
            return
        self._shown = entries
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        mails = [entry.mail_id for entry in entries if entry.mail_id is not None]
        for entry in entries[:MOST_SHOWN]:
            number = mails.index(entry.mail_id) if entry.mail_id is not None else 0
            made = self._card(entry, number) if entry.strand in WRITTEN else _line(entry)
            self._layout.addWidget(made)
        left = len(entries) - MOST_SHOWN
        if left > 0:
            text = plural(
                "{count} older entry: choose a kind above.",
                "{count} older entries: choose a kind above.",
                left,
            )
            self._layout.addWidget(PlainLabel(text, "muted"))

    def _card(self, entry: Entry, number: int) -> QFrame:
        card = QFrame()
        card.setProperty("card", "true")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.setSpacing(4)
        layout.addWidget(PlainLabel(f"{entry.who} · {words.moment(entry.at)}", "muted"))
        if entry.title:
            layout.addWidget(PlainLabel(entry.title, "heading"))
        layout.addWidget(_readable(_folded(entry)))
        if entry.attachments:
            layout.addWidget(PlainLabel(_attached(entry), "muted"))
        if entry.mail_id is not None:
            layout.addLayout(self._buttons(entry.mail_id, number))
        return card

    def _buttons(self, mail_id: UUID, number: int) -> QHBoxLayout:
        row = QHBoxLayout()
        save = button(_("Save the e-mail as…"), icon="save", kind="link", name=f"case.mail.{number}.save")
        save.clicked.connect(lambda: self.saving.emit(mail_id))
        row.addWidget(save)
        row.addStretch()
        return row


def _line(entry: Entry) -> QWidget:
    label = PlainLabel(f"{words.moment(entry.at)} · {entry.who} · {entry.title}", "muted")
    label.setContentsMargins(14, 0, 14, 0)
    return label


def _folded(entry: Entry) -> str:
    is_long = entry.strand is Strand.MAILS and len(entry.text) > FOLDED
    return entry.text[:FOLDED].rstrip() + " …" if is_long else entry.text


def _readable(text: str) -> PlainLabel:
    label = PlainLabel(text)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label


def _attached(entry: Entry) -> str:
    listed = ", ".join(f"{name} ({size(count)})" for name, count in entry.attachments)
    return _("Attached: {files}").format(files=listed)


def size(count: int) -> str:
    """Return a number of bytes as it is read."""
    if count < 1000:
        return _("{count} bytes").format(count=count)
    return f"{count / 1000:.0f} kB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"
