"""What is printed of a case, seen beside it: made in a job, and made anew after each change."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.domain.filing.list_sheet import Listed
from app.errors import KasebookError
from app.i18n import _
from app.services import bills, cases, documents, firms, people, printing, snapshots
from app.services.documents import handover
from app.services.history_filter import Chosen
from app.services.orders import Option, Order, Subject
from app.services.printing import Print
from app.settings import Settings, today
from app.ui.jobs import Job, Step
from app.ui.page import Desk
from app.ui.preview import paper
from app.ui.preview.cases_choices import CasesChoices
from app.ui.preview.choices import Choices
from app.ui.preview.day_choices import DayChoices
from app.ui.preview.history_choices import HistoryChoices
from app.ui.preview.list_choices import ListChoices
from app.ui.preview.problems import Problems
from app.ui.preview.view import PdfView
from app.ui.widgets.plain import PlainLabel, button, icon_button

REFRESH_MS = 150
WIDEST_CHOICES = 560
CHOICES: Mapping[Subject, Callable[[Settings, str], Choices]] = {
    Subject.DAY: DayChoices,
    Subject.HISTORY: HistoryChoices,
    Subject.CASES: CasesChoices,
    Subject.LIST: ListChoices,
}


class PreviewPane(QFrame):
    """Prints and saves exactly the bytes it shows; both are recorded. ``name`` begins its widgets' names."""

    closing = Signal()
    asking_person = Signal()

    def __init__(self, desk: Desk, name: str = "preview", subject: Subject = Subject.CASE) -> None:
        super().__init__()
        self._desk = desk
        self._subject = subject
        self._case_id: UUID | None = None
        self._job: Job | None = None
        self._asked = self._answered = 0
        self._then: Callable[[Print], object] | None = None
        self.print_shown: Print | None = None
        self.setProperty("side", "true")
        self.setMinimumWidth(340)
        settings = desk.settings
        self.choices = CHOICES.get(subject, Choices)(settings, name)
        self.print_button = button(_("Print…"), icon="printer", name=f"{name}.print")
        self.save_button = button(_("Save as…"), icon="save", name=f"{name}.save")
        self.copy_button = button(_("Copy as message"), icon="copy", name=f"{name}.copy")
        self.close_button = icon_button("x", _("Close the preview"), name=f"{name}.close")
        self.problems = Problems(name)
        self.state = PlainLabel(tone="muted", wraps=False)
        self.view = PdfView(name)
        self._timer = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self.state.setObjectName(f"{name}.state")
        self.problems.person.setHidden(subject is not Subject.CASE)
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.choices, 1)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.state)
        below.addStretch()
        below.addWidget(self.print_button)
        below.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 0)
        layout.setSpacing(8)
        self.choices.setMaximumWidth(WIDEST_CHOICES)
        layout.addLayout(top)
        layout.addWidget(self.copy_button)
        layout.addLayout(below)
        layout.addWidget(self.problems)
        layout.addWidget(self.view, 1)

    def _connect(self) -> None:
        self.choices.chosen.connect(self._begin)
        self.copy_button.clicked.connect(self.copy_message)
        self.choices.opening.connect(self._open_sensitive)
        self.close_button.clicked.connect(self.closing)
        self.print_button.clicked.connect(self.print)
        self.save_button.clicked.connect(self.save)
        self.problems.asking_person.connect(self.asking_person)
        self.problems.accepted.connect(self._enable)
        self._timer.timeout.connect(self._begin)

    def show_case(self, case_id: UUID) -> None:
        """Show what is printed of a case as it is now; after a change it is made anew in a moment."""
        is_other = case_id != self._case_id
        self._case_id = case_id
        self.choices.fit(self._desk.office.read(cases.case, case_id).category)
        if is_other:
            self.choices.close_all()
            self.print_shown = None
            self.problems.forget()
            self._begin()
        else:
            self._timer.start()

    def show_filed(self, number: int) -> None:
        """Show the form of the case as it was filed under a number."""
        self.choices.choose("data-sheet", str(self.choices.language.currentData()))
        self._offer()
        self.choices.filed.setCurrentIndex(max(self.choices.filed.findData(number), 0))
        self.choices.show_options()
        self._begin()

    def show_day(self) -> None:
        """Show what is printed of a day, as the cases are now."""
        assert isinstance(self.choices, DayChoices)
        self.choices.offer(self._desk.office.read(firms.users))
        self._begin()

    def show_history(self, chosen: Chosen) -> None:
        """Show what is printed of the history, as far as it is ``chosen``."""
        assert isinstance(self.choices, HistoryChoices)
        self.choices.steps = chosen
        self._begin()

    def show_kind(self, kind: str, number: str = "") -> None:
        """Show another document of the case, in the language chosen; of an invoice that of ``number``."""
        self.choices.choose(kind, self.order().language)
        self._offer()
        self.choices.invoice.setCurrentIndex(max(self.choices.invoice.findData(number), 0))
        self.choices.show_options()
        self._begin()

    def show_cases(self, keys: Sequence[UUID], gives: UUID | None, takes: UUID | None) -> None:
        """Show what is printed of several cases that go from one user to another."""
        assert isinstance(self.choices, CasesChoices)
        self.choices.take(keys, gives, takes)
        self._begin()

    def show_list(self, listed: Listed) -> None:
        """Show what is printed of a list."""
        assert isinstance(self.choices, ListChoices)
        self.choices.listed = listed
        self._begin()

    def order(self) -> Order:
        """Return what is chosen to be printed."""
        return self.choices.order(self._case_id, paper=self._desk.settings.paper_size)

    def print(self) -> None:
        """Print what is shown, once it is there."""
        self._when_ready(self._choose_printer)

    def save(self) -> None:
        """Save what is shown as a file, once it is there."""
        self._when_ready(self._choose_file)

    def copy_message(self) -> None:
        """Put what is chosen on the clipboard as plain text, which is recorded like a print."""
        office, order = self._desk.office, self.order()

        def copy() -> None:
            told = office.read(printing.message, order, today())
            QGuiApplication.clipboard().setText(told)
            office.write(printing.record, order, printing.digest(told.encode()))
            self._desk.messages.tell(_("Copied. Paste it into the chat or the mail."))

        office.attempt(copy, by=self)

    def _open_sensitive(self, is_wanted: bool) -> None:
        """Open the answers for this print, which is recorded; without a consent say so and leave them out."""
        office, case_id = self._desk.office, self._case_id
        if is_wanted and case_id is not None:
            person_id = office.read(cases.case, case_id).person_id
            office.attempt(
                lambda: office.write(people.open_declarations, person_id), by=self, failed=self._leave_closed
            )
        self._begin()

    def _leave_closed(self, error: KasebookError) -> None:
        self.choices.boxes[Option.SENSITIVE].setChecked(False)
        self._desk.messages.trouble(error)

    def _begin(self) -> None:
        """Make the print in a job; one that is under way is for an older state, and is given up."""
        self._timer.stop()
        if self._case_id is None and self._subject is Subject.CASE:
            return
        if self._job is not None:
            self._job.cancel()
        self._offer()
        self.state.setText(_("Preparing…"))
        self._asked += 1
        asked, order, office = self._asked, self.order(), self._desk.office
        self._job = self._desk.jobs.start(
            lambda _step: printing.made(order, office.read(printing.value, order, today())),
            done=partial(self._show, asked),
            failed=self._fail,
        )

    def _offer(self) -> None:
        """Offer what the kind that is chosen can be besides a page."""
        self.copy_button.setVisible(documents.kind(self.order().kind).message is not None)
        if self.choices.offers(Option.ORIGINALS):
            held = self._desk.office.read(handover.held, self.order(), today())
            self.choices.offer_originals(held)
        if self.choices.offers(Option.FILED):
            numbers = [each.number for each in self._desk.office.read(snapshots.filed, self.order().case)]
            self.choices.offer_filed(numbers)
        if self.choices.offers(Option.INVOICE):
            issued = self._desk.office.read(bills.of_case, self.order().case)
            self.choices.offer_invoices([each.number for each in issued])

    def _show(self, asked: int, made: Print) -> None:
        if asked != self._asked:
            return
        self._answered = asked
        is_same = self.print_shown is not None and self.print_shown.sha256 == made.sha256
        self.print_shown = made
        self.problems.show_problems(made.problems)
        if not is_same:
            self.view.show_pdf(made.data)
        self.state.setText(self.view.pages())
        self._enable()
        then, self._then = self._then, None
        if then is not None:
            self._go_on(then, made)

    def _enable(self) -> None:
        """Let what is shown be printed, once somebody has seen what in it is no letter."""
        for one in (self.print_button, self.save_button):
            one.setEnabled(self.problems.are_seen)

    def _go_on(self, then: Callable[[Print], object], made: Print) -> None:
        if self.problems.are_seen:
            then(made)
        else:
            self.problems.anyway.setFocus()

    def _fail(self, error: Exception) -> None:
        self._then = None
        self.state.setText("")
        self._desk.messages.trouble(error)

    def _when_ready(self, then: Callable[[Print], object]) -> None:
        shown = self.print_shown
        is_fresh = self._answered == self._asked and not self._timer.isActive()
        if not is_fresh or shown is None:
            self._then = then
        else:
            self._go_on(then, shown)

    def _choose_printer(self, made: Print) -> None:
        self._desk.messages.choose_printer(paper.printer(made.order.paper), partial(self._print_on, made))

    def _print_on(self, made: Print, printer: QPrinter) -> None:
        def work(step: Step) -> int:
            return paper.put_on_paper(step, made.data, printer)

        self._desk.jobs.start(work, done=lambda _pages: self._printed(made), title=_("Printing"))

    def _printed(self, made: Print) -> None:
        self._record(made)
        self._desk.messages.tell(_("Sent to the printer."))

    def _choose_file(self, made: Print) -> None:
        self._desk.messages.choose_file_to_save(
            _("Save PDF"), made.file_name, _("PDF (*.pdf)"), partial(self._save_at, made)
        )

    def _save_at(self, made: Print, path: Path) -> None:
        self._desk.jobs.start(
            lambda _step: printing.save(made, path), done=lambda _none: self._saved(made, path)
        )

    def _saved(self, made: Print, path: Path) -> None:
        self._record(made)
        self._desk.messages.tell(_("Saved as {file}.").format(file=path.name))

    def _record(self, made: Print) -> None:
        office = self._desk.office
        office.attempt(lambda: office.write(printing.record, made.order, made.sha256), by=self)
