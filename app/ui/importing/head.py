"""The head of the page of imports: what the rows are, which file, which of its sheets, in which encoding."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.importing import Subject
from app.i18n import _
from app.services import sheets
from app.services.sheet_reader import ENCODINGS, ReadSheet
from app.ui.widgets.editor import Combo
from app.ui.widgets.plain import ElidedLabel, PlainLabel, button

_OFFERED = ("utf-8-sig", "utf-16", "gb18030", "cp1252")


class Head(QWidget):
    """Sheet and encoding show only where there is a choice."""

    def __init__(self) -> None:
        super().__init__()
        self.subject = Combo("import.subject")
        self.file = ElidedLabel(tone="muted")
        self.sheet = Combo("import.sheet")
        self.encoding = Combo("import.encoding")
        self.choose = button(_("Choose a file…"), icon="folder-open", name="import.choose")
        for subject in Subject:
            self.subject.addItem(_(subject.label), subject)
        for code in _OFFERED:
            self.encoding.addItem(_(ENCODINGS[code]), code)
        named = (
            (self.subject, _("What the rows are")),
            (self.sheet, _("Sheet")),
            (self.encoding, _("Encoding")),
        )
        for combo, label in named:
            combo.setAccessibleName(label)
            combo.setAccessibleDescription(label)
            combo.setMinimumContentsLength(12)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 10)
        row.setSpacing(10)
        row.addWidget(PlainLabel(_("Import"), "title", wraps=False))
        row.addWidget(self.subject)
        row.addWidget(self.file, 1)
        for part in (self.sheet, self.encoding, self.choose):
            row.addWidget(part)

    def chosen_subject(self) -> Subject:
        """Return what the rows are said to be."""
        return Subject(self.subject.currentData())

    def choose_subject(self, subject: Subject) -> None:
        """Say what the rows are."""
        self.subject.setCurrentIndex(self.subject.findData(subject))

    def show_sheet(self, found: ReadSheet) -> None:
        """Show the file that was read, and what else could be read in it."""
        self.file.show_text(found.file)
        self.sheet.clear()
        self.sheet.addItems(found.sheets)
        self.sheet.setCurrentText(found.sheet)
        self.sheet.setVisible(len(found.sheets) > 1)
        self.encoding.setCurrentIndex(max(self.encoding.findText(_(ENCODINGS.get(found.encoding, ""))), 0))
        self.encoding.setVisible(found.form == sheets.CSV)

    def show_none(self) -> None:
        """Show that no file is open."""
        self.file.show_text("")
        self.sheet.hide()
        self.encoding.hide()
