"""What if: other dates or another fact, tried out; each change is listed, nothing saved until accepted."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.facts import REGISTRY, parse_value, show
from app.errors import KasebookError, UserError
from app.i18n import N_, _, language
from app.services import case_edits, case_facts, what_if
from app.services.case_edits import Edit
from app.services.case_facts import FactLine
from app.services.cases import CaseView
from app.services.what_if import Difference, Kind
from app.settings import today
from app.ui.case.fact_editor import FactEditor
from app.ui.page import Desk
from app.ui.widgets.editor import Combo
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.plain import LineEdit, PlainLabel, button, set_state
from app.ui.widgets.section_model import RichColumn, Section, SectionModel
from app.ui.widgets.section_view import SectionView

DATES = (("planned_filing", N_("Filing on")), ("planned_entry", N_("Arrival on")))
_GROUPS: tuple[tuple[str, tuple[Kind, ...]], ...] = (
    (N_("Screening"), (Kind.RESULT, Kind.QUESTION)),
    (N_("Checklist"), (Kind.LINE, Kind.NEED, Kind.VALIDITY)),
    (N_("Deadlines"), (Kind.DEADLINE,)),
    (N_("Facts"), (Kind.FACT,)),
)
_KINDS = {
    Kind.VALIDITY: N_("Paper in hand"),
    Kind.NEED: N_("Need"),
}


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One change with its place in the list."""

    at: int
    difference: Difference


def _title(row: DifferenceRow) -> str:
    change = row.difference
    name = change.title.text(language())
    kind = _KINDS.get(change.kind)
    return f"{name} ({_(kind)})" if kind else name


def _why(row: DifferenceRow) -> str:
    change = row.difference
    why = change.why.text(language()) if change.why else ""
    code = change.code if change.kind is not Kind.FACT else ""
    return " · ".join(part for part in (code, why) if part)


def _moves(row: DifferenceRow) -> str:
    return f"{row.difference.before.text(language())} → {row.difference.after.text(language())}"


DATE_WIDTH = 204  # pixels: a date can be read as it may be typed
COLUMNS: tuple[RichColumn[DifferenceRow], ...] = (
    RichColumn("what", N_("What changes"), _title, second=_why, second_tone=lambda row: "muted"),
    RichColumn("change", N_("Now → then"), _moves, width=420),
)


class WhatIfTab(QWidget):
    """Looking changes nothing; accepting saves all of it as one step."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._case: CaseView | None = None
        self.dates = {name: LineEdit() for name, _label in DATES}
        self.fact = Combo("case.whatif.fact")
        self.value = FactEditor("case.whatif")
        self._tried: str | None = None  # the text of the fact as tried out
        self.look = button(_("Show what would change"), kind="primary", name="case.whatif.look")
        self.accept = button(_("Accept these values"), icon="check", name="case.whatif.accept")
        self.clear = button(_("Clear"), name="case.whatif.clear")
        self.error = PlainLabel(tone="error")
        self.error.setObjectName("case.whatif.error")
        self.model: SectionModel[DifferenceRow] = SectionModel(COLUMNS, lambda row: row.at, self)
        self.table = SectionView(self.model, "case.whatif", _("What would change"), desk.settings)
        self.empty = EmptyState(
            "search",
            _("Nothing tried yet"),
            _("Type another day or another fact. Nothing is saved until you accept it."),
        )
        self.same = EmptyState(
            "check", _("Nothing would change"), _("The result and the checklist stay as they are.")
        )
        self.stack = QStackedWidget()
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        for page in (self.empty, self.table, self.same):
            self.stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        layout.addWidget(self.stack, 1)
        self.error.hide()

    def _head(self) -> QFrame:
        row = QHBoxLayout()
        row.setSpacing(12)
        for name, label in DATES:
            edit = self.dates[name]
            edit.setObjectName(f"case.whatif.{name}")
            edit.setPlaceholderText(_("2026-11-23, 23 Nov 2026 …"))
            edit.setMinimumWidth(DATE_WIDTH)
            row.addWidget(_labelled(_(label), edit))
        self.fact.setAccessibleName(_("Fact"))
        self.fact.addItem(_("No other fact"), "")
        for fact in sorted(REGISTRY.values(), key=lambda each: each.label.text(language())):
            if fact.can_be_entered:
                self.fact.addItem(fact.label.text(language()), fact.name)
        row.addWidget(_labelled(_("Fact"), self.fact), 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.error, 1)
        buttons.addStretch()
        for one in (self.clear, self.accept, self.look):
            buttons.addWidget(one)
        head = QFrame()
        head.setProperty("surface", "true")
        column = QVBoxLayout(head)
        column.setContentsMargins(16, 12, 16, 12)
        column.addLayout(row)
        column.addWidget(self.value)
        column.addLayout(buttons)
        return head

    def _connect(self) -> None:
        self.look.clicked.connect(self.refresh)
        self.accept.clicked.connect(self._accept)
        self.clear.clicked.connect(self.forget)
        for edit in self.dates.values():
            edit.returnPressed.connect(self.refresh)
        self.fact.activated.connect(lambda _at: self._choose_fact())
        self.value.setting.connect(self._try)

    def show_case(self, case: CaseView) -> None:
        """Try out on this case; what was typed for another one is forgotten."""
        is_other = self._case is None or self._case.id != case.id
        self._case = case
        if is_other:
            self.forget()
        else:
            self.refresh()

    def refresh(self) -> None:
        """Show what would change, for what is typed."""
        self._forgive()
        if self._case is None:
            return
        try:
            edits = self._edits()
            found = self._desk.office.read(what_if.compare, self._case.id, edits, today()) if edits else ()
        except UserError as error:
            self._refuse(error)
            return
        self.accept.setEnabled(bool(edits))
        self.model.show_sections(_sections(found))
        page = self.empty if not edits else self.table if found else self.same
        self.stack.setCurrentWidget(page)
        if found and self.table.current_key() is None:
            self.table.choose_first()

    def forget(self) -> None:
        """Close the scratch view: all that was typed goes, and nothing was changed."""
        for edit in self.dates.values():
            edit.clear()
        self.fact.setCurrentIndex(0)
        self._choose_fact()

    def leave(self) -> None:
        """What is tried out is not saved."""

    def focus(self) -> None:
        """Go to the first day."""
        self.dates["planned_filing"].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_narrow(self, width: int) -> None:
        """The list takes whatever width there is."""

    def _edits(self) -> list[Edit]:
        typed = [(name, edit.text()) for name, edit in self.dates.items() if edit.text().strip()]
        if self._tried is not None:
            typed.append((str(self.fact.currentData()), self._tried))
        return [case_edits.edit(name, text, today()) for name, text in typed]

    def _choose_fact(self) -> None:
        """Offer the values of the chosen fact, from the one it has."""
        name = str(self.fact.currentData() or "")
        self._tried = None
        self.value.setVisible(bool(name))
        if name and self._case is not None:
            found = self._desk.office.read(case_facts.lines, self._case.id, today())
            self.value.show_fact(next(line for line in found if line.fact.name == name))
        self.refresh()

    def _try(self, name: str, text: str) -> None:
        fact = REGISTRY[name]
        self._tried = text
        try:
            known = parse_value(fact, text)
        except UserError as error:
            self.value.refuse(error)
            return
        self.value.show_fact(FactLine(fact, text, show(fact, known) if known is not None else None))
        self.refresh()

    def _accept(self) -> None:
        case, office = self._case, self._desk.office
        if case is None:
            return
        try:
            edits = self._edits()
        except UserError as error:
            self._refuse(error)
            return
        office.attempt(
            lambda: office.write(case_edits.set_values, case.id, edits, today()),
            by=None,
            failed=self._refuse,
        )
        if self.error.isHidden():
            self.forget()

    def _refuse(self, error: KasebookError) -> None:
        self.error.setText(str(error))
        self.error.show()
        edit = self.dates.get(getattr(error, "field", ""))
        if edit is not None:
            set_state(edit, "state", "invalid")

    def _forgive(self) -> None:
        self.error.hide()
        for edit in self.dates.values():
            set_state(edit, "state", "")


def _sections(found: Sequence[Difference]) -> list[tuple[Section, list[DifferenceRow]]]:
    rows = [DifferenceRow(at, difference) for at, difference in enumerate(found)]
    return [
        (Section(_(title)), [row for row in rows if row.difference.kind in kinds]) for title, kinds in _GROUPS
    ]


def _labelled(label: str, widget: QWidget) -> QWidget:
    whole = QWidget()
    widget.setAccessibleName(label)
    widget.setAccessibleDescription(label)
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(PlainLabel(label, "field"))
    column.addWidget(widget)
    return whole
