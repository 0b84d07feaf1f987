"""Papers that run out: what has ended, what ends before it is needed, what ends soon."""

from collections.abc import Collection, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.i18n import N_, _, language, plural
from app.services import papers_ending
from app.services.papers_ending import Ending, EndingLine
from app.settings import today
from app.ui import words
from app.ui.jobs import Step
from app.ui.page import Desk
from app.ui.widgets.editor import Combo
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.fitting import Fitting
from app.ui.widgets.plain import PlainLabel
from app.ui.widgets.section_model import RichColumn, Section, SectionModel
from app.ui.widgets.section_view import SectionView
from app.ui.widgets.table_model import Column

SPANS = (30, 90, 180, 365)  # days
_TONES = {Ending.ENDED: "bad", Ending.TOO_SOON: "bad", Ending.SOON: "warn"}


def _needed(line: EndingLine) -> str:
    if line.needed_until is None:
        return ""
    return _("needed until {day}").format(day=words.day(line.needed_until))


COLUMNS: tuple[Column[EndingLine], ...] = (
    RichColumn(
        "paper",
        N_("Paper"),
        lambda line: line.paper.text(language()),
        second=_needed,
        second_tone=lambda line: "bad" if line.ending is Ending.TOO_SOON else "muted",
        accessible=lambda line: f"{line.paper.text(language())}, {line.client}, {words.day(line.ends_on)}",
    ),
    RichColumn(
        "case",
        N_("Case"),
        lambda line: line.client,
        width=240,
        second=lambda line: line.number,
        second_tone=lambda line: "muted",
    ),
    RichColumn(
        "ends",
        N_("Valid until"),
        lambda line: words.day(line.ends_on),
        width=170,
        second=lambda line: words.days_left(line.ends_on, today()),
        second_tone=lambda line: _TONES[line.ending],
    ),
    Column("owner", N_("Owner"), lambda line: line.owner, width=140),
)


def sections(lines: Sequence[EndingLine]) -> list[tuple[Section, list[EndingLine]]]:
    """Return the lines by why they are on the list."""
    found = [(ending, [line for line in lines if line.ending is ending]) for ending in Ending]
    return [(Section(_(ending.label), str(len(mine))), mine) for ending, mine in found]


class EndingTab(QWidget):
    """Enter or a double click opens the case."""

    opening = Signal(object)  # the key of a case

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._owners: Collection[UUID] | None = None
        self._category = ""
        self._loads = 0
        self.span = Combo("deadlines.ending.span")
        self.count = PlainLabel(tone="muted", wraps=False)
        self.model: SectionModel[EndingLine] = SectionModel(COLUMNS, lambda line: line.key, self)
        self.table = SectionView(self.model, "deadlines.ending", _("Papers that run out"), desk.settings)
        self.nothing = EmptyState("circle-check", _("Nothing runs out"))
        self._assemble()
        self.span.activated.connect(lambda _at: self.refresh())
        self.table.opened.connect(self._open)

    def _assemble(self) -> None:
        self.span.setAccessibleName(_("Ends within"))
        self.span.setAccessibleDescription(_("Ends within"))
        self.span.setMinimumContentsLength(16)
        for days in SPANS:
            self.span.addItem(plural("within {count} day", "within {count} days", days), days)
        self.span.setCurrentIndex(1)
        Fitting(self.table, ("owner",))
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 8, 16, 8)
        bar.setSpacing(10)
        bar.addWidget(self.span)
        bar.addWidget(self.count)
        bar.addStretch()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.stack, 1)

    def show_filtered(self, owners: Collection[UUID] | None, category: str) -> None:
        """Show the papers of some owners' cases in one category; None and "" for all."""
        self._owners, self._category = owners, category
        self.refresh()

    def refresh(self) -> None:
        """Read all open cases anew, off the window's thread; an older reading is dropped."""
        self._loads += 1
        number, office, day = self._loads, self._desk.office, today()
        days, owners, category = int(self.span.currentData()), self._owners, self._category

        def load(_step: Step) -> list[EndingLine]:
            return office.read(papers_ending.lines, day, days=days, owners=owners, category=category)

        self._desk.jobs.start(load, done=lambda lines: self._take(number, lines))

    def _take(self, number: int, lines: list[EndingLine]) -> None:
        if number != self._loads:
            return
        self.model.show_sections(sections(lines))
        self.count.setText(plural("{count} paper", "{count} papers", len(lines)))
        self.stack.setCurrentIndex(0 if lines else 1)
        text = _("No passport, paper, permit or visa of an open case ends in this time.")
        self.nothing.say(_("Nothing runs out"), text)

    def _open(self, key: object) -> None:
        line = self.model.row(key)
        if line is not None:
            self.opening.emit(line.case_id)

    def leave(self) -> None:
        """Nothing is typed here."""

    def focus(self) -> None:
        """Put the focus into the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_narrow(self, width: int) -> None:
        """The list takes the width there is."""
