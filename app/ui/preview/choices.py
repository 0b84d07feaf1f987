"""What is to be printed: the kind of document, its language, and what else may be chosen for that kind."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import N_, _
from app.services.documents import KINDS
from app.services.orders import ARCHIVE, LANGUAGES, PRINT, Group, Option, Order, Subject
from app.settings import Settings
from app.ui.widgets.editor import Combo

BOXES = {
    Option.UNMASKED: N_("Identity numbers in full"),
    Option.SENSITIVE: N_("With the answers to section 8"),
}


class Choices(QWidget):
    """Offers the documents about ``subject``, and remembers the last choice for the next case.

    What was opened for one print is never remembered.
    """

    chosen = Signal()
    opening = Signal(bool)  # the answers to section 8 are wanted, or no longer

    def __init__(self, settings: Settings, subject: Subject, name: str) -> None:
        super().__init__()
        self._settings = settings
        self.kind = Combo(f"{name}.kind")
        self.language = Combo(f"{name}.language")
        self.boxes = {option: QCheckBox(_(text)) for option, text in BOXES.items()}
        self.archive = QCheckBox(_("For the archive (PDF/A-2b)"))
        self.top = QHBoxLayout()
        self._fill(subject)
        self._assemble(name)
        self._connect()

    def _fill(self, subject: Subject) -> None:
        for combo, label in ((self.kind, _("Document")), (self.language, _("Language of the document"))):
            combo.setAccessibleName(label)
            combo.setAccessibleDescription(label)
        for group in Group:
            self._fill_group(group, subject)
        for value, text in LANGUAGES.items():
            self.language.addItem(_(text), value)
        self.choose(self._settings.print_kind, self._settings.print_language)

    def _fill_group(self, group: Group, subject: Subject) -> None:
        """Add the kinds of one group under its name, which can't be chosen."""
        kinds = [(key, kind) for key, kind in KINDS.items() if (kind.group, kind.subject) == (group, subject)]
        if kinds:
            self.kind.addItem(_(group.label))
            model = self.kind.model()
            assert isinstance(model, QStandardItemModel)
            model.item(self.kind.count() - 1).setEnabled(False)
        for key, kind in kinds:
            self.kind.addItem(_(kind.label), key)

    def _assemble(self, name: str) -> None:
        self.top.setSpacing(8)
        self.top.addWidget(self.kind, 3)
        self.top.addWidget(self.language, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self.top)
        for option, box in self.boxes.items():
            box.setObjectName(f"{name}.{option}")
            layout.addWidget(box)
        self.archive.setObjectName(f"{name}.archive")
        self.archive.setToolTip(_("A file to keep for decades; it is checked as it is made."))
        layout.addWidget(self.archive)
        self._show_options()

    def _connect(self) -> None:
        self.kind.activated.connect(lambda _at: self._remember())
        self.language.activated.connect(lambda _at: self._remember())
        self.boxes[Option.UNMASKED].toggled.connect(lambda _on: self.chosen.emit())
        self.boxes[Option.SENSITIVE].toggled.connect(self.opening)
        self.archive.toggled.connect(lambda _on: self.chosen.emit())

    def choose(self, kind: str, language: str) -> None:
        """Choose a document and its language; what is not offered leaves the first there is."""
        first = next(at for at in range(self.kind.count()) if self.kind.itemData(at))
        found = self.kind.findData(kind)
        self.kind.setCurrentIndex(found if found >= 0 else first)
        self.language.setCurrentIndex(max(0, self.language.findData(language)))

    def order(self, case_id: UUID | None, *, paper: str) -> Order:
        """Return what is chosen to be printed."""
        kind = str(self.kind.currentData())
        marks = {option.value: box.isChecked() for option, box in self.boxes.items() if self._offers(option)}
        return Order(
            case_id=case_id,
            kind=kind,
            language=str(self.language.currentData()),
            paper=paper,
            profile=ARCHIVE if self.archive.isChecked() else PRINT,
            **marks,
        )

    def close_all(self) -> None:
        """Close what was opened or chosen for one print."""
        for box in (*self.boxes.values(), self.archive):
            box.setChecked(False)

    def _offers(self, option: Option) -> bool:
        return option in KINDS[str(self.kind.currentData())].options

    def _remember(self) -> None:
        self._settings.print_kind = str(self.kind.currentData())
        self._settings.print_language = str(self.language.currentData())
        self._show_options()
        self.chosen.emit()

    def _show_options(self) -> None:
        for option, box in self.boxes.items():
            box.setVisible(self._offers(option))
