"""The conflict check of one person: what is found now, both sides, the decision, and the checks before."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain import fields
from app.domain.conflicts import Decision, Hit, Search
from app.domain.fields import Kind, field
from app.i18n import N_, _
from app.services import conflict_search, conflicts, people_list
from app.services.conflicts import Check
from app.ui.enquiries import conflict_words
from app.ui.page import Desk
from app.ui.whole_form import WholeForm
from app.ui.widgets.fitting import Fitting
from app.ui.widgets.plain import PlainLabel, button
from app.ui.widgets.side_by_side import SideBySide
from app.ui.widgets.table_model import TableModel
from app.ui.widgets.table_view import HEADER_HEIGHT, ROW_HEIGHT, TableView

MOST_ROWS_SEEN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What is asked of whoever decides."""

    decision: Decision | None = field(N_("Decision"), Kind.CHOICE, choices=Decision)
    reason: str = field(N_("Reason"), Kind.LINES, limit=2000)


class ConflictPanel(QWidget):
    """Searches whenever a person is shown; Enter on a match goes to that person."""

    going = Signal(object)  # a person's key
    said = Signal(str)

    def __init__(self, desk: Desk, prefix: str) -> None:
        super().__init__()
        self._desk = desk
        self._asked = 0
        self._person_id: UUID | None = None
        self._enquiry_id: UUID | None = None
        self.search = Search()
        self.state = PlainLabel()
        self.again = button(_("Search again"), icon="search", name=f"{prefix}.again")
        self.sought = PlainLabel(tone="muted")
        self.count = PlainLabel()
        self.model = TableModel(conflict_words.COLUMNS, self._rows, lambda row: row[0], self)
        self.table = TableView(self.model, f"{prefix}.table", _("Matches"))
        self.sides = SideBySide()
        self.form = WholeForm(desk, fields.of(Decided), prefix=prefix, label=_("Record the decision"))
        self.before = QWidget()
        self._assemble()
        self.again.clicked.connect(self.look)
        self.table.chosen.connect(self._show_sides)
        self.table.opened.connect(self._go)
        self.form.wanted.connect(self._decide)

    def _assemble(self) -> None:
        self.table.setProperty("framed", "true")
        Fitting(self.table, ("sought", "links"))
        top = QHBoxLayout()
        top.addWidget(PlainLabel(_("Conflict check"), "heading", wraps=False), 1)
        top.addWidget(self.again)
        self._before = QVBoxLayout(self.before)
        self._before.setContentsMargins(0, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(top)
        for part in (self.state, self.sought, self.count, self.table, self.sides, self.form, self.before):
            layout.addWidget(part)
        layout.addStretch()

    def show_person(self, person_id: UUID, enquiry_id: UUID | None = None) -> None:
        """Show a person's checks, as part of an enquiry if one is given, and search anew."""
        self._person_id, self._enquiry_id = person_id, enquiry_id
        self.form.begin(f"conflict:{person_id}", {})
        self._show_checks(self._desk.office.read(conflicts.of_person, person_id))
        self.look()

    def leave(self) -> None:
        """Keep what was typed."""
        self.form.leave()

    def look(self) -> None:
        """Search the casebook, in a job."""
        self._asked += 1
        asked, key, office = self._asked, self._person_id, self._desk.office
        if key is not None:
            self._desk.jobs.start(
                lambda step: office.read(conflict_search.of_person, key),
                done=lambda search: self._show_search(asked, search),
            )

    def _show_search(self, asked: int, search: Search) -> None:
        if asked != self._asked:
            return
        self.search = search
        self.sought.setText(_("Searched for: {names}.").format(names=conflict_words.searched(search)))
        self.count.setText(conflict_words.counted(search))
        count = len(search.hits)
        self.model.show_keys(list(range(count)))
        self.table.setFixedHeight(HEADER_HEIGHT + min(count, MOST_ROWS_SEEN) * ROW_HEIGHT + 4)
        self.table.setVisible(bool(count))
        self.sides.setVisible(bool(count))
        if count:
            self.table.choose_first()
            self._show_sides(self.table.current_key())

    def _rows(self, keys: Sequence[Any]) -> list[tuple[int, Hit]]:
        return [(at, self.search.hits[at]) for at in keys if at < len(self.search.hits)]

    def _show_sides(self, at: int | None) -> None:
        if at is None or self._person_id is None:
            return
        own = self._desk.office.read(people_list.line_of, self._person_id)
        hit = self.search.hits[at]
        heads = (_("Searched for"), _("Found"))
        self.sides.show_sides(heads, conflict_words.sides(hit, own))

    def _go(self, at: int) -> None:
        person = self.search.hits[at].person
        if person:
            self.going.emit(UUID(person))

    def _decide(self, typed: dict[str, Any]) -> None:
        key, enquiry_id, office = self._person_id, self._enquiry_id, self._desk.office
        search = self.search
        if key is None:
            return

        def work() -> None:
            decision, reason = typed["decision"], typed["reason"] or ""
            office.write(conflicts.decide, key, search, decision, reason=reason, enquiry_id=enquiry_id)
            self.form.recorded()
            self._show_checks(office.read(conflicts.of_person, key))
            self._desk.messages.tell(_("Recorded."), _("Undo"), office.undo)

        office.attempt(work, by=self, failed=self.form.refuse)

    def _show_checks(self, checks: Sequence[Check]) -> None:
        last = next(iter(checks), None)
        text = _("Not decided yet.") if last is None else conflict_words.decided(last)
        self.state.setText(text)
        while (item := self._before.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if checks:
            self._before.addWidget(PlainLabel(_("Checks so far"), "heading"))
        for check in checks:
            self._before.addWidget(_card(check))


def _card(check: Check) -> QFrame:
    """Return a check as it is kept: the decision, its reason, and what was searched and found then."""
    card = QFrame()
    card.setProperty("card", "true")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(14, 10, 14, 12)
    layout.setSpacing(4)
    layout.addWidget(PlainLabel(conflict_words.decided(check)))
    if check.reason:
        layout.addWidget(PlainLabel(check.reason))
    found = [
        f"{hit.found} · {_(hit.why.label)} · {conflict_words.links(hit) or _(hit.source.label)}"
        for hit in check.search.hits
    ]
    named = _("Searched for: {names}.").format(names=conflict_words.searched(check.search))
    for text in (named, conflict_words.counted(check.search), *found):
        layout.addWidget(PlainLabel(text, "muted"))
    return card
