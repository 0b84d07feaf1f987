"""One question to a post: what is known, a form to record an answer, and what was recorded before."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain import fact_types
from app.domain.categories import Visa
from app.domain.fields import Field, Kind
from app.domain.posts import PostAnswer
from app.errors import KasebookError, UserError
from app.i18n import N_, _, language
from app.services.case_facts import FactLine
from app.services.post_answers import CAPTURE_LIMIT, AnswerLine, NewAnswer
from app.services.post_questions import QuestionLine
from app.settings import today
from app.ui import words
from app.ui.case.fact_editor import FactEditor
from app.ui.page import Desk
from app.ui.rules import question_model
from app.ui.whole_form import WholeForm
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.plain import PlainLabel, button, line
from app.ui.widgets.scrolled import scrolled

FIELDS = (
    Field("source", N_("Source"), Kind.TEXT, limit=500),
    Field("told_on", N_("Learned on"), Kind.DAY),
    Field("category", N_("Only for"), Kind.CHOICE, choices=Visa),
    Field("valid_from", N_("Holds from"), Kind.DAY),
    Field("valid_until", N_("Holds until"), Kind.DAY),
    Field("note", N_("Note"), Kind.LINES, limit=2000),
    Field("capture_name", N_("Captured from"), Kind.TEXT),
    Field("capture", N_("Text kept"), Kind.LINES, limit=CAPTURE_LIMIT),
)
LABEL_WIDTH = 106


class AnswerPanel(QStackedWidget):
    """Asks by signal to record; the answer starts from what is known."""

    recording = Signal(object)  # a NewAnswer
    checking = Signal(str)  # the code of a post whose rules were read and found unchanged

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._line: QuestionLine | None = None
        self._value = ""
        self.setProperty("surface", "true")
        self.setMinimumWidth(340)
        self.post = PlainLabel(tone="muted")
        self.question = PlainLabel(tone="heading")
        self.known = PlainLabel()
        self.known.setObjectName("rules.answer.known")
        self.waits = PlainLabel(tone="muted")
        self.editor = FactEditor("rules.answer")
        self.whole = WholeForm(desk, FIELDS, prefix="rules.answer", label=_("Record the answer"))
        self.check = button(_("Rules read today, no change"), icon="check", name="rules.checked")
        self.checked = PlainLabel(tone="muted")
        self.earlier = PlainLabel(tone="muted")
        self.earlier.setObjectName("rules.answer.earlier")
        self.addWidget(
            EmptyState("scale", _("No question chosen"), _("Choose one to see what is known, and to answer."))
        )
        self.addWidget(self._assembled())
        self.editor.setting.connect(self._take)
        self.whole.wanted.connect(self._ask)
        self.check.clicked.connect(lambda: self.checking.emit(self._line.post.code if self._line else ""))

    def _assembled(self) -> QWidget:
        for field in self.whole.form.rows.values():
            field.label.setFixedWidth(LABEL_WIDTH)
        head = QWidget()
        layout = QVBoxLayout(head)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for part in (self.post, self.question, self.waits):
            layout.addWidget(part)
        check = QWidget()
        row = QHBoxLayout(check)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.check)
        row.addStretch()
        answer = PlainLabel(_("Answer"), "field")
        parts = (head, self.known, line(), answer, self.editor, self.whole, line(), self.checked, check)
        return scrolled(*parts, self.earlier)

    def show_line(self, shown: QuestionLine | None, history: Sequence[AnswerLine]) -> None:
        """Show a question with what was recorded for it before; None for none."""
        is_other = shown is None or self._line is None or shown.key != self._line.key
        is_new = is_other or (
            self._line is not None and shown is not None and shown.answer != self._line.answer
        )
        self._line = shown
        self.setCurrentIndex(0 if shown is None else 1)
        if shown is None:
            self.whole.leave()
            return
        self.post.setText(shown.post.name.text(language()))
        self.question.setText(shown.fact.question.text(language()))
        self.waits.setText(_waiting(shown))
        self.known.setText(_known(shown))
        on = shown.post.checked_on
        self.checked.setText(
            _("The rules of this post were read as a whole on {day}.").format(day=words.day(on))
            if on
            else _("Nobody recorded yet that the rules of this post were read as a whole.")
        )
        self.earlier.setText(_earlier(history))
        self.earlier.setVisible(bool(history))
        if is_new:
            self._start(shown)

    def _start(self, shown: QuestionLine) -> None:
        held = shown.answer.value if shown.answer else None
        self._take(shown.fact.name, "" if held is None else fact_types.write_value(shown.fact, held))
        self.whole.begin(f"answer:{shown.post.code}.{shown.fact.name}", {"told_on": today()})

    def _take(self, _name: str, text: str) -> None:
        """Take a choice; it is recorded with the rest by the button."""
        self._value = text
        if self._line is not None:
            self.editor.show_fact(FactLine(self._line.fact, text, None))

    def _ask(self, values: dict[str, Any]) -> None:
        if self._line is None:
            return
        if not self._value and self._line.answer is None:
            self.editor.refuse(UserError(_("Choose or type the answer.")))
            self.editor.focus()
            return
        code, fact = self._line.key
        typed = {name: value for name, value in values.items() if value not in (None, "")}
        start: dict[str, Any] = {"source": "", "told_on": None}
        self.recording.emit(NewAnswer(post=code, fact=fact, value=self._value, **{**start, **typed}))

    def refuse(self, error: KasebookError) -> None:
        """Show why the answer can't be recorded."""
        if self._line is not None and getattr(error, "field", "") == self._line.fact.name:
            self.editor.refuse(error)
        else:
            self.whole.refuse(error)

    def recorded(self) -> None:
        """Start anew: what was typed is recorded."""
        self.whole.recorded()

    def leave(self) -> None:
        """Keep what was typed."""
        self.whole.leave()

    def focus(self) -> None:
        """Go to the answer."""
        if self._line is not None:
            self.editor.focus()


def _waiting(shown: QuestionLine) -> str:
    numbers = ", ".join(shown.cases[:6]) + (" …" if len(shown.cases) > 6 else "")
    return f"{question_model.waits(shown)}: {numbers}" if numbers else question_model.waits(shown)


def _known(shown: QuestionLine) -> str:
    """Return what is known, and what else the post says of other visas."""
    visas = (code for each in shown.post.answers if each.fact == shown.fact.name for code in each.categories)
    others = (shown.post.answer(shown.fact.name, code) for code in visas)
    found = dict.fromkeys(each for each in (shown.answer, *others) if each)
    return "\n".join(map(_said, found)) or _("Nothing is known here.")


def _said(answer: PostAnswer) -> str:
    text = _("Known: {value}. {source}, {day}.")
    value, source = question_model.value(answer), question_model.learned(answer)
    return text.format(value=value, source=source, day=words.day(answer.checked_on))


def _earlier(history: Sequence[AnswerLine]) -> str:
    return "\n".join([_("Recorded answers:"), *(_told(each) for each in history)]) if history else ""


def _told(each: AnswerLine) -> str:
    shown = each.shown.text(language()) if each.shown else _("Not known")
    since = _("from {day}").format(day=words.day(each.valid_from)) if each.valid_from else ""
    until = _("until {day}").format(day=words.day(each.valid_until)) if each.valid_until else ""
    state = "" if each.stands else _("does not stand today")
    parts = (
        words.day(each.told_on),
        question_model.only([each.category] if each.category else []),
        shown,
        since,
        until,
        each.source,
        each.author,
        each.origin,
        each.note,
        state,
    )
    return " · ".join(" ".join(part.split()) for part in parts if part)
