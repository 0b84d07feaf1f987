"""One question of a screening: its result, why, what would change it, its facts, and where it comes from."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from app.domain.screening import Result
from app.domain.screening_rules import Questionnaire
from app.errors import KasebookError
from app.i18n import _, language
from app.services import citations
from app.services.case_facts import FactLine
from app.ui import words
from app.ui.case import screening_model
from app.ui.case.line_panel import BASES
from app.ui.case.questions import Questions
from app.ui.case.screening_model import QuestionRow
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.plain import PlainLabel, button, line
from app.ui.widgets.scrolled import scrolled


class ScreeningPanel(QStackedWidget):
    """Shows the question chosen, or that none is; asks by signal to set its facts."""

    setting = Signal(str, str)  # a fact's name and text
    asking_item = Signal(str)  # the code of a checklist item
    asking_pathways = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "true")
        self.setMinimumWidth(320)
        self._row: QuestionRow | None = None
        self.code = PlainLabel(tone="muted")
        self.ask = PlainLabel(tone="heading")
        self.result = PlainLabel()
        self.why = PlainLabel()
        self.change = PlainLabel()
        self.questions = Questions("case.screening.ask")
        self.say = PlainLabel()
        self.item = button("", icon="list-checks", kind="link", name="case.screening.item")
        self.pathways = button(
            _("Compare the pathways"), icon="search", kind="link", name="case.screening.pathways"
        )
        self.rules = PlainLabel(tone="muted")
        self.addWidget(EmptyState("info", _("No question chosen")))
        self.addWidget(scrolled(*self._parts()))
        self.questions.setting.connect(self.setting)
        self.item.clicked.connect(self._ask_item)
        self.pathways.clicked.connect(self.asking_pathways)

    def _parts(self) -> tuple[QWidget, ...]:
        self.outcome = _card(self.result, self.why, self.change)
        links = QWidget()
        column = QVBoxLayout(links)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for link in (self.item, self.pathways):
            column.addWidget(link)
        return (self.code, self.ask, self.outcome, self.questions, links, line(), self.say, self.rules)

    def show_question(
        self,
        row: QuestionRow | None,
        rules: Questionnaire,
        facts: Mapping[str, FactLine],
        entered: frozenset[str],
    ) -> None:
        """Show a question; its facts are set here where they are open, or were set on the case."""
        self._row = row
        self.setCurrentIndex(0 if row is None else 1)
        if row is None:
            return
        reason = row.reason
        self.code.setText(f"{reason.question.id} · {_(row.group.label)}")
        self.ask.setText(reason.question.ask.text(language()))
        self.result.setText(screening_model.result(row))
        self.why.setText(reason.why.text(language()))
        self.why.setVisible(not _only_asks(row))
        self._show_change(row)
        shown = [name for name in reason.question.facts if name in entered or name in reason.missing]
        self.questions.show_facts([facts[name] for name in shown])
        said = reason.question.say.text(language())
        self.say.setText(_("For the client: {text}").format(text=said))
        self.item.setText(_("Show {item}").format(item=", ".join(reason.items)))
        self.item.setVisible(bool(reason.items))
        self.pathways.setVisible(bool(reason.pathways))
        self.rules.setText(_rests_on(row, rules))

    def _show_change(self, row: QuestionRow) -> None:
        reason = row.reason
        change = "" if _only_asks(row) or reason.change is None else reason.change.text(language())
        self.change.setText(_("What would change it: {change}").format(change=change))
        self.change.setVisible(bool(change))

    def refuse(self, name: str, error: KasebookError) -> None:
        """Show why a fact can't be so."""
        self.questions.refuse(name, error)

    def focus(self) -> None:
        """Go to the first fact that can be answered."""
        for editor in self.questions.editors.values():
            editor.focus()
            return

    def _ask_item(self) -> None:
        if self._row is not None and self._row.reason.items:
            self.asking_item.emit(self._row.reason.items[0])


def _only_asks(row: QuestionRow) -> bool:
    """Whether nothing but answers is missing: the questions stand below, each with its choices."""
    return row.reason.result is Result.INFORMATION_MISSING and bool(row.reason.missing)


def _card(*parts: QWidget) -> QFrame:
    frame = QFrame()
    frame.setProperty("notice", "plain")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(12, 10, 12, 10)
    layout.setSpacing(6)
    for part in parts:
        layout.addWidget(part)
    return frame


def _rests_on(row: QuestionRow, rules: Questionnaire) -> str:
    cited = citations.in_full(row.reason.sources, rules.sources)
    read_on = _("Read on {day}.").format(day=words.day(row.reason.question.checked_on))
    return "\n".join([_(BASES[row.reason.basis]), *cited, read_on])
