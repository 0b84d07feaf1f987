"""What is to be printed: the kind of document, its language, and what else may be chosen for that kind."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.i18n import N_, Bilingual, _
from app.services.documents import KINDS
from app.services.orders import ARCHIVE, LANGUAGES, PRINT, Group, Kind, Option, Order, Subject
from app.settings import Settings
from app.ui.preview.originals import OriginalsButton
from app.ui.widgets.editor import Combo

BOXES = {
    Option.UNMASKED: N_("Identity numbers in full"),
    Option.SENSITIVE: N_("With the answers to section 8"),
    Option.GIVEN_BACK: N_("Given back to the client"),
}


class Choices(QWidget):
    """Offers the documents about a case, and remembers the last choice for the next case.

    What was opened for one print is never remembered.
    """

    chosen = Signal()
    opening = Signal(bool)  # the answers to section 8 are wanted, or no longer

    def __init__(self, settings: Settings, name: str, subject: Subject = Subject.CASE) -> None:
        super().__init__()
        self._settings = settings
        self._subject = subject
        self._category = ""
        self.kind = Combo(f"{name}.kind")
        self.language = Combo(f"{name}.language")
        self.boxes = {option: QCheckBox(_(text)) for option, text in self._boxes().items()}
        self.originals = OriginalsButton(f"{name}.originals")
        self.filed = Combo(f"{name}.filed")
        self.invoice = Combo(f"{name}.invoice")
        self.archive = QCheckBox(_("For the archive (PDF/A-2b)"))
        self.rows = QVBoxLayout(self)
        self._fill()
        self._assemble(name)
        self._connect()

    def _boxes(self) -> dict[Option, str]:
        """Return the boxes that any document about the subject has."""
        offered = {option for kind in self._kinds().values() for option in kind.options}
        return {option: text for option, text in BOXES.items() if option in offered}

    def _kinds(self) -> dict[str, Kind]:
        """Return the documents about the subject; of a case whose category is known, those that fit it."""
        about = {key: kind for key, kind in KINDS.items() if kind.subject is self._subject}
        category = self._category
        return {key: kind for key, kind in about.items() if not category or kind.fits(category)}

    def _fill(self) -> None:
        for combo, label in (
            (self.kind, _("Document")),
            (self.language, _("Language of the document")),
            (self.filed, _("Which values")),
            (self.invoice, _("Which invoice or credit note")),
        ):
            combo.setAccessibleName(label)
            combo.setAccessibleDescription(label)
        for value, text in LANGUAGES.items():
            self.language.addItem(_(text), value)
        self._fill_kinds(self._settings.print_kind, self._settings.print_language)

    def fit(self, category: str) -> None:
        """Offer the documents that cases of a visa category have; what was chosen stays among them."""
        if category == self._category:
            return
        chosen = self._settings.print_kind if self._category else str(self.kind.currentData())
        self._category = category
        self._fill_kinds(chosen, str(self.language.currentData()))
        self.show_options()

    def _fill_kinds(self, chosen: str, language: str) -> None:
        self.kind.clear()
        for group in Group:
            self._fill_group(group)
        self.choose(chosen, language)

    def _fill_group(self, group: Group) -> None:
        """Add the kinds of one group under its name, which can't be chosen."""
        kinds = {key: kind for key, kind in self._kinds().items() if kind.group is group}
        if kinds:
            self.kind.addItem(_(group.label))
            model = self.kind.model()
            assert isinstance(model, QStandardItemModel)
            model.item(self.kind.count() - 1).setEnabled(False)
        for key, kind in kinds.items():
            self.kind.addItem(_(kind.label), key)

    def _assemble(self, name: str) -> None:
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(8)
        self.rows.addWidget(self.kind)
        self.rows.addWidget(self.language)  # below: beside each other both would be cut off in a narrow pane
        for option, box in self.boxes.items():
            box.setObjectName(f"{name}.{option}")
            self.rows.addWidget(box)
        self.archive.setObjectName(f"{name}.archive")
        self.archive.setToolTip(_("A file to keep for decades; it is checked as it is made."))
        self.rows.addWidget(self.filed)
        self.rows.addWidget(self.invoice)
        self.rows.addWidget(self.originals)
        self.rows.addWidget(self.archive)
        self.show_options()

    def _connect(self) -> None:
        self.kind.activated.connect(lambda _at: self._remember())
        self.language.activated.connect(lambda _at: self._remember())
        for option, box in self.boxes.items():
            if option is Option.SENSITIVE:
                box.toggled.connect(self.opening)
            else:
                box.toggled.connect(lambda _on: self.chosen.emit())
        self.originals.chosen.connect(self.chosen)
        for combo in (self.filed, self.invoice):
            combo.activated.connect(lambda _at: self.chosen.emit())
        self.archive.toggled.connect(lambda _on: self.chosen.emit())

    def choose(self, kind: str, language: str) -> None:
        """Choose a document and its language; what is not offered leaves the first there is."""
        first = next(at for at in range(self.kind.count()) if self.kind.itemData(at))
        found = self.kind.findData(kind)
        self.kind.setCurrentIndex(found if found >= 0 else first)
        self.language.setCurrentIndex(max(0, self.language.findData(language)))

    def order(self, case_id: UUID | None, *, paper: str) -> Order:
        """Return what is chosen to be printed."""
        return Order(
            case_id=case_id,
            kind=str(self.kind.currentData()),
            language=str(self.language.currentData()),
            paper=paper,
            profile=ARCHIVE if self.archive.isChecked() else PRINT,
            **{option.value: value for option, value in self._options().items() if self.offers(option)},
        )

    def _options(self) -> dict[Option, Any]:
        """Return what is chosen beside kind and language, whether it means anything for the kind or not."""
        marks = {option: box.isChecked() for option, box in self.boxes.items()}
        filed, invoice = self.filed.currentData() or 0, self.invoice.currentData() or ""
        chosen = {Option.ORIGINALS: self.originals.keys(), Option.FILED: filed, Option.INVOICE: invoice}
        return {**marks, **chosen}

    def offer_originals(self, held: Sequence[tuple[str, Bilingual]]) -> None:
        """Offer the originals that a receipt may be for."""
        self.originals.offer(held)

    def offer_filed(self, numbers: Sequence[int]) -> None:
        """Offer the values as recorded now, and as filed under each number; what was chosen stays."""
        items = {number: _("As filed, no. {number}").format(number=number) for number in numbers}
        self._offer(self.filed, {0: _("Values as recorded now"), **items})
        self.filed.setVisible(self.offers(Option.FILED) and bool(numbers))

    def offer_invoices(self, numbers: Sequence[str]) -> None:
        """Offer what was issued, the newest first, where there are several; what was chosen stays."""
        self._offer(self.invoice, {"": _("The newest"), **{number: number for number in reversed(numbers)}})
        self.invoice.setVisible(self.offers(Option.INVOICE) and len(numbers) > 1)

    @staticmethod
    def _offer(combo: Combo, items: Mapping[Any, str]) -> None:
        chosen = combo.currentData()
        combo.clear()
        for value, text in items.items():
            combo.addItem(text, value)
        combo.setCurrentIndex(max(combo.findData(chosen), 0))

    def close_all(self) -> None:
        """Close what was opened or chosen for one print."""
        for box in (*self.boxes.values(), self.archive):
            box.setChecked(False)
        self.originals.offer(())
        self.offer_filed(())
        self.offer_invoices(())

    def offers(self, option: Option) -> bool:
        """Say whether an option means anything for the kind that is chosen."""
        return option in KINDS[str(self.kind.currentData())].options

    def _remember(self) -> None:
        if self._subject is Subject.CASE:
            self._settings.print_kind = str(self.kind.currentData())
        self._settings.print_language = str(self.language.currentData())
        self.show_options()
        self.chosen.emit()

    def show_options(self) -> None:
        """Show the options that mean something for the kind that is chosen."""
        for option, box in self.boxes.items():
            box.setVisible(self.offers(option))
        self.originals.setVisible(self.offers(Option.ORIGINALS))
        self.filed.setVisible(self.offers(Option.FILED) and self.filed.count() > 1)
        self.invoice.setVisible(self.offers(Option.INVOICE) and self.invoice.count() > 2)
