"""One list an owner looks through: its findings, each of which opens its case."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.i18n import N_, _, language, plural
from app.services import audits
from app.services.audits import Audit, AuditLine
from app.settings import today
from app.ui import words
from app.ui.jobs import Step
from app.ui.page import Desk
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.fitting import Fitting
from app.ui.widgets.plain import PlainLabel
from app.ui.widgets.section_model import RichColumn, RichModel
from app.ui.widgets.section_view import RichView
from app.ui.widgets.table_model import Column

EXPLAINED = {
    Audit.NO_DATE: N_("Open cases in which no deadline runs and no paper is due."),
    Audit.ORIGINALS: N_("Papers of closed and withdrawn cases whose original is still in our office."),
    Audit.SAME_HANDS: N_("Papers checked by whoever recorded their receipt, as the history tells."),
    Audit.KEPT: N_("Closed cases whose file was to be kept until today or before: to be looked at."),
}
NOTHING = {
    Audit.NO_DATE: N_("Every open case has a next date."),
    Audit.ORIGINALS: N_("No original is kept for a closed case."),
    Audit.SAME_HANDS: N_("Every checked paper went through two pairs of hands."),
    Audit.KEPT: N_("No file of a closed case has been kept for as long as it was to be."),
}
_CASE: RichColumn[AuditLine] = RichColumn(
    "case",
    N_("Case"),
    lambda line: line.client,
    width=240,
    second=lambda line: f"{line.number} · {_(line.stage.label)}",
    second_tone=lambda line: "muted",
    accessible=lambda line: f"{line.client}, {line.number}, {_paper(line)}",
)
_OWNER: Column[AuditLine] = Column("owner", N_("Owner"), lambda line: line.owner, width=150)
_PAPER: Column[AuditLine] = Column("paper", N_("Paper"), lambda line: _paper(line), width=330)
_SINCE: Column[AuditLine] = Column(
    "since", N_("In this stage since"), lambda line: words.day(line.since), width=150
)
_CHECKED: Column[AuditLine] = Column("since", N_("Checked on"), lambda line: words.day(line.since), width=120)
_UNTIL: Column[AuditLine] = Column("since", N_("Kept until"), lambda line: words.day(line.since), width=150)
_BY: Column[AuditLine] = Column("by", N_("Checked by"), lambda line: line.by, width=150)
COLUMNS: dict[Audit, tuple[Column[AuditLine], ...]] = {
    Audit.NO_DATE: (_CASE, _SINCE, _OWNER),
    Audit.ORIGINALS: (_CASE, _PAPER, _SINCE, _OWNER),
    Audit.SAME_HANDS: (_CASE, _PAPER, _CHECKED, _BY, _OWNER),
    Audit.KEPT: (_CASE, _UNTIL, _OWNER),
}


def _paper(line: AuditLine) -> str:
    return line.paper.text(language()) if line.paper else ""


class AuditTab(QWidget):
    """Enter or a double click opens the case."""

    opening = Signal(object)  # the key of a case

    def __init__(self, desk: Desk, audit: Audit) -> None:
        super().__init__()
        self._desk = desk
        self._audit = audit
        self._loads = 0
        self._lines: dict[UUID, AuditLine] = {}
        self.count = PlainLabel(tone="muted", wraps=False)
        self.model: RichModel[AuditLine] = RichModel(
            COLUMNS[audit], self._wanted, lambda line: line.key, self
        )
        name = f"history.{audit.value.replace('-', '_')}"
        self.table = RichView(self.model, name, _(audit.label), desk.settings)
        self.nothing = EmptyState("circle-check", _(NOTHING[audit]))
        self._assemble()
        self.table.opened.connect(self._open)

    def _assemble(self) -> None:
        Fitting(self.table, ("owner",))
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 10, 16, 10)
        bar.setSpacing(12)
        bar.addWidget(PlainLabel(_(EXPLAINED[self._audit]), "muted"), 1)
        bar.addWidget(self.count)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.stack, 1)

    def refresh(self) -> None:
        """Read the casebook through anew, off the window's thread; an older reading is dropped."""
        self._loads += 1
        number, office, audit = self._loads, self._desk.office, self._audit

        def load(_step: Step) -> list[AuditLine]:
            return office.read(audits.lines, audit, today())

        self._desk.jobs.start(load, done=lambda lines: self._take(number, lines))

    def _take(self, number: int, lines: list[AuditLine]) -> None:
        if number != self._loads:
            return
        self._lines = {line.key: line for line in lines}
        self.model.show_keys(list(self._lines))
        self.count.setText(plural("{count} line", "{count} lines", len(lines)))
        self.stack.setCurrentIndex(0 if lines else 1)

    def _wanted(self, keys: Sequence[Any]) -> list[AuditLine]:
        return [self._lines[key] for key in keys]

    def _open(self, key: object) -> None:
        line = self._lines.get(key) if isinstance(key, UUID) else None
        if line is not None:
            self.opening.emit(line.case_id)

    def focus(self) -> None:
        """Put the focus into the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
