"""Where a dependant's case is linked to the principal's, or taken off again."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.families import FamilyRole
from app.errors import KasebookError
from app.i18n import _
from app.services import cases, families
from app.services.cases import CaseView
from app.services.families import Member
from app.ui.page import Desk
from app.ui.widgets.editor import Combo
from app.ui.widgets.plain import LineEdit, PlainLabel, button

WIDEST = 520


class FamilyForm(QWidget):
    """The principal's case is named by its number."""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__()
        self._desk = desk
        self._case: CaseView | None = None
        self.about = PlainLabel()
        self.number = LineEdit()
        self.role = Combo("case.family.role")
        self.owner = QCheckBox(_("Shares the owner: goes along when the principal's case is handed over"))
        self.quote = QCheckBox(_("Is in the principal's quote"))
        self.error = PlainLabel(tone="error")
        self.link = button(_("Link to this case"), kind="primary", name="case.family.link")
        self.unlink = button(_("Unlink"), name="case.family.unlink")
        self._name_widgets()
        self._assemble(title)
        self.link.clicked.connect(self._link)
        self.unlink.clicked.connect(self._unlink)

    def _name_widgets(self) -> None:
        for role in FamilyRole:
            self.role.addItem(_(role.label), role.value)
        self.role.setAccessibleName(_("Role"))
        self.role.setAccessibleDescription(_("Role"))
        self.number.setObjectName("case.family.number")
        self.number.setAccessibleName(_("Number of the principal's case"))
        self.number.setPlaceholderText(_("Number of the principal's case, such as KB-2026-0007"))
        self.owner.setObjectName("case.family.owner")
        self.quote.setObjectName("case.family.quote")
        self.about.setObjectName("case.family.about")
        self.error.setObjectName("case.family.error")
        self.error.hide()

    def _assemble(self, title: str) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.link)
        buttons.addWidget(self.unlink)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for part in (
            PlainLabel(title, "heading"), self.about, self.number, self.role, self.owner, self.quote,
            self.error,
        ):  # fmt: skip
            layout.addWidget(part)
        layout.addLayout(buttons)

    def show_case(self, case: CaseView) -> None:
        """Show on which case this one hangs, and which hang on it."""
        if self._case is None or self._case.id != case.id:
            self.number.clear()
            self.error.hide()
            self.owner.setChecked(True)
            self.quote.setChecked(True)
        self._case = case
        found = self._desk.office.read(families.members, case.id)
        own = next((each for each in found if each.case_id == case.id), None)
        self.about.setText(_told(found, own))
        is_dependant = own is not None and own.role is not None
        is_principal = own is not None and own.role is None
        self.unlink.setVisible(is_dependant)
        for part in (self.number, self.role, self.owner, self.quote, self.link):
            part.setVisible(not is_principal)

    def leave(self) -> None:
        """Nothing is kept of a link that was not made."""

    def _link(self) -> None:
        self.error.hide()
        self._desk.office.attempt(self._link_now, failed=self._refuse)

    def _link_now(self) -> None:
        assert self._case is not None
        office = self._desk.office
        office.write(
            families.link,
            self._case.id,
            office.read(cases.numbered, self.number.text()),
            FamilyRole(self.role.currentData()),
            shares_owner=self.owner.isChecked(),
            shares_quote=self.quote.isChecked(),
        )
        self.number.clear()

    def _unlink(self) -> None:
        case, office = self._case, self._desk.office
        if case is not None:
            office.attempt(lambda: office.write(families.unlink, case.id), failed=self._refuse)

    def _refuse(self, error: KasebookError) -> None:
        self.error.setText(str(error))
        self.error.show()


def _told(found: tuple[Member, ...], own: Member | None) -> str:
    if own is None:
        return _("This case is linked to no other. A dependant's case hangs on the principal's.")
    if own.role is None:
        listed = ", ".join(f"{each.number} {each.client}" for each in found if each.role)
        return _("On this case hang: {cases}.").format(cases=listed)
    top = found[0]
    lines = [_("Hangs on {number}, {client}.").format(number=top.number, client=top.client)]
    lines += [_("It shares the owner.")] * own.shares_owner + [
        _("It is in the principal's quote.")
    ] * own.shares_quote
    return " ".join(lines)
