"""What to ask of posts: one list over all open cases, and the chosen question to be answered once for all."""

from app.errors import KasebookError
from app.i18n import _, plural
from app.services import post_answers, post_questions
from app.services.post_answers import NewAnswer
from app.services.post_questions import QuestionLine
from app.settings import today
from app.ui.jobs import Step
from app.ui.long_writes import LongWrites
from app.ui.page import Desk
from app.ui.rules import question_model
from app.ui.rules.answer_panel import AnswerPanel
from app.ui.rules.question_model import COLUMNS, VIEWS
from app.ui.tabs import PanelTab
from app.ui.widgets.editor import Combo
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.fitting import Fitting
from app.ui.widgets.list_and_panel import ListAndPanel
from app.ui.widgets.section_model import SectionModel
from app.ui.widgets.section_view import SectionView


class QuestionsTab(PanelTab):
    """F2 or Enter goes to the answer, Escape back to the list."""

    table: SectionView
    panel: AnswerPanel

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._writes = LongWrites(desk)
        self._lines: list[QuestionLine] = []
        self._loads = 0
        self._wanted = ""
        self._also = ""  # a post asked for by its code, whether or not a case is open there
        self.model: SectionModel[QuestionLine] = SectionModel(COLUMNS, lambda line: line.key, self)
        self.table = SectionView(self.model, "rules.questions", _("Questions for posts"), desk.settings)
        self.view = Combo("rules.questions.view")
        self.panel = AnswerPanel(desk)
        self.nothing = EmptyState("circle-check", _("Nothing to ask"))
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        self.view.setAccessibleName(_("Questions in view"))
        self.view.setAccessibleDescription(_("Questions in view"))
        self.view.setMinimumContentsLength(22)
        for name, label, _fits in VIEWS:
            self.view.addItem(_(label).format(count=0), name)
        Fitting(self.table, ("standing",))
        self.halves = ListAndPanel(
            "rules.questions.splitter", [self.view, None], self.table, self.nothing, self.panel
        )
        self.fill()

    def _connect(self) -> None:
        self.view.activated.connect(lambda _at: self._fill())
        self.table.chosen.connect(self._show)
        self.table.opened.connect(lambda _key: self.panel.focus())
        self.panel.recording.connect(self._record)
        self.panel.checking.connect(self._check)

    def refresh(self) -> None:
        """Read all open cases anew, off the window's thread; an older reading is dropped."""
        self._loads += 1
        number, office, day, also = self._loads, self._desk.office, today(), self._also

        def load(step: Step) -> list[QuestionLine]:
            return office.read(post_questions.lines, day, also=also, told=lambda _done, _all: step.check())

        self._desk.jobs.start(load, done=lambda lines: self._take(number, lines))

    def _take(self, number: int, lines: list[QuestionLine]) -> None:
        if number == self._loads:
            self._lines = lines
            self._fill()
            self._choose_post()

    def _fill(self) -> None:
        for at, (_name, label, fits) in enumerate(VIEWS):
            self.view.setItemText(at, _(label).format(count=sum(map(fits, self._lines))))
        before = self.table.currentIndex().row()
        self.model.show_sections(question_model.sections(self._lines, str(self.view.currentData())))
        self.halves.show_list(self.model.rowCount() > 0)
        self.nothing.say(*_nothing(bool(self._lines)))
        if self.table.current_key() is None and before >= 0:
            self._choose_near(before)  # the one that was chosen is answered: go on with the next
        self._show(self.table.current_key())

    def _choose_near(self, place: int) -> None:
        rows = [row for row in range(self.model.rowCount()) if self.model.section_at(row) is None]
        near = min(rows, key=lambda row: (row < place, abs(row - place)), default=-1)
        self.table.choose(self.model.key_at(near))

    def _show(self, key: object) -> None:
        line = self.model.row(key)
        read = self._desk.office.read
        history = read(post_answers.history, *line.key, today()) if line else []
        self.panel.show_line(line, history)

    def show_post(self, code: str) -> None:
        """Choose the first question to a post, read for this where no case is open there."""
        self._also = code
        self.view.setCurrentIndex(len(VIEWS) - 1)
        self._wanted = code
        self.refresh()

    def _choose_post(self) -> None:
        code, self._wanted = self._wanted, ""
        if code:
            self.table.choose(next((line.key for line in self._lines if line.post.code == code), None))

    def leave(self) -> None:
        """Keep what was typed."""
        self.panel.leave()

    def _record(self, answer: NewAnswer) -> None:
        self._writes.start(
            _("Recording the answer"),
            post_answers.record,
            (answer, today()),
            by=self,
            done=lambda _key: self._recorded(answer),
            failed=self.panel.refuse,
        )

    def _recorded(self, answer: NewAnswer) -> None:
        self.panel.recorded()
        self._tell(answer.post)

    def _check(self, code: str) -> None:
        self._writes.start(
            _("Recording the check"),
            post_answers.check,
            (code, today(), today()),
            by=self,
            done=lambda _key: self._tell(code),
            failed=self._refused,
        )

    def _refused(self, error: KasebookError) -> None:
        self._desk.messages.trouble(error)

    def _tell(self, code: str) -> None:
        office = self._desk.office
        count = len(office.read(post_questions.cases_at, code))
        text = plural("Recorded for {count} open case.", "Recorded for {count} open cases.", count)
        self._desk.messages.tell(text, _("Undo"), office.undo)


def _nothing(has_cases: bool) -> tuple[str, str]:
    if has_cases:
        return _("Nothing to ask"), _("No open case waits for an answer in this view.")
    return _("Nothing to ask"), _("Questions come with open cases: what a post never answered is asked here.")
