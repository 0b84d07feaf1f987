"""Which steps are shown: about whom, by whom, from and until which day, of which kind."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from app.domain import dates
from app.domain.operation_kinds import OperationKind
from app.errors import UserError
from app.i18n import _
from app.services import history_filter
from app.services.firms import UserLine
from app.services.history_filter import Chosen
from app.settings import today
from app.ui.office import Office
from app.ui.widgets.editor import Combo
from app.ui.widgets.plain import LineEdit, set_state

DAY_WIDTH, LEAST_ABOUT = 100, 130


class FilterBar(QWidget):
    """Says by ``changed`` that something else is chosen, and by ``refused`` what can't be read of it."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._about: UUID | None = None
        self._days: dict[str, date | None] = {"since": None, "until": None}
        self.about = LineEdit()
        self.about.setPlaceholderText(_("Case or person"))
        self.about.setAccessibleName(_("About which case or person"))
        self.about.setObjectName("history.about")
        self.about.setClearButtonEnabled(True)
        self.by = Combo("history.by")
        self.kind = Combo("history.kind")
        self.since = self._day("since", _("From day"))
        self.until = self._day("until", _("Until"))
        self._fill()
        self._assemble()
        self._connect()

    def _day(self, name: str, label: str) -> LineEdit:
        edit = LineEdit()
        edit.setObjectName(f"history.{name}")
        edit.setAccessibleName(label)
        edit.setPlaceholderText(label)
        edit.setFixedWidth(DAY_WIDTH)
        return edit

    def _fill(self) -> None:
        for combo, label in ((self.by, _("By whom")), (self.kind, _("Kind of step"))):
            combo.setAccessibleName(label)
            combo.setAccessibleDescription(label)
            combo.setMinimumContentsLength(8)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind.addItem(_("Every kind"), "")
        for kind in OperationKind:
            self.kind.addItem(_(kind.label), kind.value)
        self.offer(())

    def _assemble(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 10)
        layout.setSpacing(8)
        self.about.setMinimumWidth(LEAST_ABOUT)
        layout.addWidget(self.about, 1)
        for part in (self.kind, self.by, self.since, self.until):
            layout.addWidget(part)

    def _connect(self) -> None:
        self.about.returnPressed.connect(self._find)
        self.about.textEdited.connect(lambda text: self._forget() if not text.strip() else None)
        for combo in (self.by, self.kind):
            combo.activated.connect(lambda _at: self.changed.emit())
        self.since.editingFinished.connect(lambda: self._read("since", self.since))
        self.until.editingFinished.connect(lambda: self._read("until", self.until))

    def offer(self, users: Sequence[UserLine]) -> None:
        """Offer these users; who was chosen stays where they are still there."""
        chosen = self.by.currentData()
        self.by.clear()
        self.by.addItem(_("Everybody"), "")
        for user in users:
            self.by.addItem(user.name, str(user.id))
        self.by.setCurrentIndex(max(self.by.findData(chosen), 0))

    def chosen(self) -> Chosen:
        """Return what is chosen."""
        by, kind = self.by.currentData(), self.kind.currentData()
        return Chosen(
            about=self._about,
            by=UUID(by) if by else None,
            since=self._days["since"],
            until=self._days["until"],
            kind=OperationKind(kind) if kind else None,
        )

    def show_about(self, key: UUID, called: str) -> None:
        """Choose what is about one person or case."""
        self._about = key
        self.about.setText(called)
        set_state(self.about, "state", "")
        self.changed.emit()

    def clear(self) -> None:
        """Choose everything."""
        self._about = None
        self._days = {"since": None, "until": None}
        for edit in (self.about, self.since, self.until):
            edit.clear()
            set_state(edit, "state", "")
        for combo in (self.by, self.kind):
            combo.setCurrentIndex(0)
        self.changed.emit()

    def _forget(self) -> None:
        if self._about is not None:
            self._about = None
            set_state(self.about, "state", "")
            self.changed.emit()

    def _find(self) -> None:
        typed = self.about.text()
        if not typed.strip():
            self._forget()
            return
        try:
            self._about = self._office.read(history_filter.meant, typed)
        except UserError as error:
            set_state(self.about, "state", "invalid")
            self.refused.emit(str(error))
            return
        set_state(self.about, "state", "")
        self.changed.emit()

    def _read(self, name: str, edit: LineEdit) -> None:
        """Read a day as people type it; nothing typed is no limit."""
        before, typed = self._days[name], edit.text().strip()
        try:
            self._days[name] = dates.full_day(typed, today=today())[0] if typed else None
        except UserError as error:
            set_state(edit, "state", "invalid")
            self.refused.emit(str(error))
            return
        set_state(edit, "state", "")
        on = self._days[name]
        edit.setText(on.isoformat() if on else "")
        if on != before:
            self.changed.emit()
