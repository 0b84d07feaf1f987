"""One deadline: when and why it is due, what it stands on, and what people do about it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.domain import deadline_marks, zones
from app.domain.deadline_marks import DeadlineState, Kept
from app.domain.fields import Field, Kind
from app.i18n import N_, _, language
from app.services import deadlines
from app.services.deadlines import Which
from app.settings import today
from app.ui.deadlines import words
from app.ui.deadlines.mark_form import MarkForm
from app.ui.page import Desk
from app.ui.whole_form import WholeForm
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.plain import PlainLabel, button, line, links
from app.ui.widgets.scrolled import scrolled

_REASON = Field("reason", N_("Reason"), Kind.LINES, limit=500)
OTHER_DAY = (
    Field("day", N_("Due on"), Kind.DAY),
    Field("time", N_("Time (Beijing)"), Kind.TEXT, limit=8),
    _REASON,
)
_CLOSED = (DeadlineState.DONE, DeadlineState.WAIVED)
LABEL_WIDTH = 106


class DeadlinePanel(QStackedWidget):
    """Works on the deadline shown; ``opening`` asks for its case, where the panel stands outside it."""

    opening = Signal(object)  # the key of a case

    def __init__(self, desk: Desk, name: str, *, opens_case: bool) -> None:
        super().__init__()
        self._desk = desk
        self._kept: Kept | None = None
        self.setProperty("surface", "true")
        self.setMinimumWidth(340)
        self.about = PlainLabel(tone="muted")
        self.title = PlainLabel(tone="heading")
        self.due = PlainLabel()
        self.due.setObjectName(f"{name}.due")
        self.state = PlainLabel(tone="muted")
        self.state.setObjectName(f"{name}.state")
        self.why = PlainLabel()
        self.why.setObjectName(f"{name}.why")
        self.cited = PlainLabel(tone="muted")
        self.done = button(_("Mark as done"), kind="primary", icon="check", name=f"{name}.done")
        self.waive = button(_("Waive…"), name=f"{name}.waive")
        self.other = button(_("Another day…"), name=f"{name}.move")
        self.reopen = button(_("Reopen"), icon="undo-2", name=f"{name}.reopen")
        self.open_case = button(_("Open the case"), icon="briefcase", kind="link", name=f"{name}.case")
        self.waiving = WholeForm(desk, (_REASON,), prefix=f"{name}.waiving", label=_("Waive"))
        self.moving = WholeForm(desk, OTHER_DAY, prefix=f"{name}.moving", label=_("Set this day"))
        self.marks = MarkForm(desk, f"{name}.mark")
        self.addWidget(EmptyState("calendar-days", _("No deadline chosen")))
        self.addWidget(self._assembled(opens_case=opens_case))
        self._connect()

    def _assembled(self, *, opens_case: bool) -> QWidget:
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for one in (self.done, self.waive, self.other, self.reopen):
            row.addWidget(one)
        row.addStretch()
        for form in (self.waiving, self.moving):
            for field in form.form.rows.values():
                field.label.setFixedWidth(LABEL_WIDTH)
            form.hide()
        self.open_case.setVisible(opens_case)
        head = (self.about, self.title, self.due, self.state, buttons, self.waiving, self.moving)
        below = (self.why, self.cited, line(), self.marks, links(self.open_case))
        return scrolled(*head, line(), *below)

    def _connect(self) -> None:
        self.done.clicked.connect(self.mark_done)
        self.reopen.clicked.connect(self._reopen)
        self.waive.clicked.connect(lambda: self._toggle(self.waiving))
        self.other.clicked.connect(lambda: self._toggle(self.moving))
        self.waiving.wanted.connect(self._waive)
        self.moving.wanted.connect(self._move)
        self.open_case.clicked.connect(lambda: self.opening.emit(self._kept.case_id if self._kept else None))

    def show_deadline(self, kept: Kept | None, number: str = "") -> None:
        """Show a deadline of case ``number``; None for none."""
        is_other = kept is None or self._kept is None or kept.id != self._kept.id
        if is_other:
            self.leave()
            self.waiving.hide()
            self.moving.hide()
        self._kept = kept
        self.setCurrentIndex(0 if kept is None else 1)
        if kept is not None:
            self._fill(kept, number)

    def _fill(self, kept: Kept, number: str) -> None:
        chosen, rule = language(), kept.deadline.rule
        zone = self._desk.office.read(deadlines.zone, kept.case_id)
        self.about.setText(" · ".join(part for part in (rule.id, number, rule.who.text(chosen)) if part))
        self.title.setText(rule.title.text(chosen))
        self.due.setText(words.due_line(kept, zone) if kept.due else _("No day: see below."))
        self.state.setText(words.standing(kept, today()))
        self.why.setText(words.reasons(kept))
        self.cited.setText(words.citation(kept))
        is_closed = kept.state in _CLOSED
        for one in (self.done, self.waive, self.other):
            one.setVisible(not is_closed)
        self.reopen.setVisible(is_closed)
        self.marks.show_deadline(kept)
        key = f"deadline:{kept.id}"
        self.waiving.begin(f"{key}.waive", {"reason": ""})
        mark = kept.mark
        due = {"day": kept.last_day, "time": "", "reason": mark.due_reason}
        self.moving.begin(f"{key}.move", due)

    def leave(self) -> None:
        """Keep what was typed."""
        for form in (self.waiving, self.moving):
            form.leave()
        self.marks.leave()

    def focus(self) -> None:
        """Go to the first thing to do."""
        if self._kept is not None:
            (self.reopen if self._kept.state in _CLOSED else self.done).setFocus()

    def mark_done(self) -> None:
        """Mark the deadline shown as done today; its toast offers to undo that."""
        kept, day = self._kept, today()
        if kept is not None and kept.state not in _CLOSED:
            self._work(_("Done."), lambda which: self._write(deadlines.mark_done, which, day, day))

    def _reopen(self) -> None:
        self._work(_("Reopened."), lambda which: self._write(deadlines.reopen, which))

    def _waive(self, values: dict[str, Any]) -> None:
        reason = str(values["reason"] or "")
        self._work(_("Waived."), lambda which: self._write(deadlines.waive, which, reason), self.waiving)

    def _move(self, values: dict[str, Any]) -> None:
        self._work(_("Another day is set."), lambda which: self._move_now(which, values), self.moving)

    def _move_now(self, which: Which, values: dict[str, Any]) -> None:
        assert self._kept is not None
        day, clock = values["day"], zones.clock(str(values["time"] or ""), "time")
        due = deadline_marks.read_due(day, clock, self._kept.deadline.rule.unit) if day else None
        self._write(deadlines.override, which, due, str(values["reason"] or ""))

    def _write(self, operation: Callable[..., object], which: Which, *values: object) -> None:
        self._desk.office.write(operation, which, *values)

    def _work(self, said: str, act: Callable[[Which], object], form: WholeForm | None = None) -> None:
        if self._kept is None:
            return
        which, office = Which.of(self._kept), self._desk.office

        def work() -> None:
            act(which)
            if form is not None:
                form.recorded()
                form.hide()
            self._desk.messages.tell(said, _("Undo"), office.undo)

        office.attempt(work, by=self, failed=form.refuse if form else self._desk.messages.trouble)

    def _toggle(self, form: WholeForm) -> None:
        other = self.moving if form is self.waiving else self.waiving
        other.hide()
        form.setVisible(form.isHidden())
        if not form.isHidden():
            form.form.focus()
