"""Everything about one checklist line: its state, what is still open, the paper, and why it is asked for."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from app.domain.basis import Basis
from app.domain.conditions import Answer
from app.domain.rulepack import Item
from app.domain.ruleset import RuleSet
from app.i18n import N_, _, language
from app.services import citations
from app.services.case_facts import FactLine
from app.services.checklists import ItemLine
from app.ui import words
from app.ui.case import checklist_model
from app.ui.case.line_form import LineForm
from app.ui.case.photo_box import PhotoBox
from app.ui.case.questions import Questions
from app.ui.case.state_box import StateBox
from app.ui.page import Desk
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.plain import PlainLabel, line, set_state
from app.ui.widgets.scrolled import scrolled

# What a basis means, for the office (after ``app.domain.basis``).
BASES = {
    Basis.OFFICIAL: N_("OFFICIAL: law text or an official page"),
    Basis.POST: N_("POST: published by missions or visa centres for ordinary visas"),
    Basis.INFERENCE: N_("INFERENCE: our reading of the law"),
    Basis.PRACTICE: N_("PRACTICE: good practice of firms; no authority asks for it"),
    Basis.UNVERIFIED: N_("UNVERIFIED: reported, not confirmed"),
}


class LinePanel(QStackedWidget):
    """Shows the line chosen in the checklist, or that none is."""

    moving = Signal(object, str)  # the ItemState wanted, the reason
    setting = Signal(str, str)  # a fact's name and text

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("surface", "true")
        self.setMinimumWidth(320)
        self.code = PlainLabel(tone="muted")
        self.name = PlainLabel(tone="heading")
        self.state = StateBox()
        self.why = PlainLabel()
        self.questions = Questions("case.line.ask")
        self.source = PlainLabel(tone="muted")
        self.client = PlainLabel()
        self.note = PlainLabel(tone="muted")
        self.form = LineForm(desk)
        self.photo = PhotoBox(desk)
        self.rules = PlainLabel(tone="muted")
        self.nothing = EmptyState("list-checks", _("No line chosen"))
        self.addWidget(self.nothing)
        self.addWidget(self._assembled())
        self.state.moving.connect(self.moving)
        self.questions.setting.connect(self.setting)

    def _assembled(self) -> QWidget:
        self.ask = _notice(self.why, self.questions)
        head = QWidget()
        layout = QVBoxLayout(head)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.code)
        layout.addWidget(self.name)
        parts = (
            head,
            self.state,
            self.ask,
            self.source,
            self.client,
            self.photo,
            self.form,
            line(),
            self.note,
            self.rules,
        )
        return scrolled(*parts)

    def show_line(
        self, case_id: UUID, shown: ItemLine | None, facts: Mapping[str, FactLine], rules: RuleSet
    ) -> None:
        """Show a line of a case with the facts that keep it open, and what it rests on; None for no line."""
        self.setCurrentIndex(0 if shown is None else 1)
        if shown is None:
            self.form.leave()
            return
        item = shown.line.item
        self.code.setText(_about(item))
        self.name.setText(checklist_model.title(shown))
        self.state.show_state(shown.line.state)
        self._show_open(shown, facts)
        source = _("Paper from case {number}.").format(number=shown.taken_from)
        _say(self.source, source if shown.taken_from else "")
        _say(self.client, item.client.text(language()) if item.client else "")
        _say(self.note, item.note.text(language()) if item.note else "")
        self.rules.setText(_rests_on(item, rules))
        self.photo.show_profiles(shown.row_id, item.photos)
        self.form.show_line(case_id, shown)

    def _show_open(self, shown: ItemLine, facts: Mapping[str, FactLine]) -> None:
        answer = shown.line.applies
        is_open = answer is Answer.ASK
        why = shown.line.why.text(language())
        self.ask.setVisible(is_open or answer is Answer.NO or shown.line.item.when_text is not None)
        set_state(self.ask, "notice", "warn" if is_open else "plain")
        if is_open:
            self.why.setText(_("Whether this applies is open:"))
        elif answer is Answer.NO:
            self.why.setText(_("Does not apply here. {why}").format(why=why))
        else:
            self.why.setText(_("Applies here. {why}").format(why=why))
        names = shown.line.open_facts if is_open else ()
        self.questions.show_facts([facts[name] for name in names if name in facts])

    def leave(self) -> None:
        """Save, or keep as drafts, what was typed."""
        self.form.leave()

    def focus(self) -> None:
        """Go into the form."""
        if self.currentIndex() == 1:
            self.form.form.focus()


def _notice(*parts: QWidget) -> QFrame:
    frame = QFrame()
    frame.setProperty("notice", "plain")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(12, 10, 12, 10)
    layout.setSpacing(8)
    for part in parts:
        layout.addWidget(part)
    return frame


def _say(label: PlainLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))


def _about(item: Item) -> str:
    return " · ".join((item.id, _(item.need.label), _(item.audience.label)))


def _rests_on(item: Item, rules: RuleSet) -> str:
    """Return on what a line rests, and when that was read."""
    cited = citations.in_full(item.sources, rules.sources)
    read_on = _("Read on {day}.").format(day=words.day(item.checked_on))
    return "\n".join([_(BASES[item.basis]), *cited, read_on])
