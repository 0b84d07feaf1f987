"""The board: open cases by stage, with their age there and what holds them."""

from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.domain import moving
from app.domain.board import COLUMNS
from app.domain.cases import Stage
from app.errors import Conflict, KasebookError, UserError
from app.i18n import N_, _, plural
from app.services import board, cases, firms
from app.services.board import Card
from app.settings import today
from app.ui import words
from app.ui.actions import Action
from app.ui.board.column import CardList, StageColumn
from app.ui.board.refused_bar import RefusedBar
from app.ui.case.closing_panel import ClosingPanel
from app.ui.office import Changes
from app.ui.page import NEW, Desk, Page
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.plain import PlainLabel
from app.ui.widgets.whose import Whose

GAP = 8


class BoardPage(Page):
    """Arrow keys go over the cards, Enter opens one, Space offers the stages it may go to.

    ``show_what`` takes a case's key.
    """

    name = "board"
    title = N_("Board")
    icon = "square-kanban"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._asked = 0
        self._wanted: UUID | None = None
        self._is_waiting = False  # for the first cards, to put the focus there
        self.count = PlainLabel(tone="muted", wraps=False)
        self.whose = Whose("board", desk)
        self.columns = tuple(StageColumn(stage, self._read) for stage in COLUMNS)
        self.area = QScrollArea()
        self.nothing = EmptyState(
            "square-kanban",
            _("No open case"),
            _("Open cases stand here by their stage, with what holds each of them."),
            _("Open a case"),
            "board.none.open",
        )
        self.refused, self.closing = RefusedBar(), ClosingPanel(desk, "board.close")
        self.stack = QStackedWidget()
        self.menu = QMenu(self)
        self._assemble()
        self._connect()
        self.refresh(None, None)

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 14, 16, 10)
        head.setSpacing(10)
        for part in (PlainLabel(_("Board"), "title", wraps=False), self.count):
            head.addWidget(part, 0, Qt.AlignmentFlag.AlignBaseline)
        head.addStretch()
        head.addWidget(self.whose)
        self._fill_area()
        self.stack.addWidget(self.area)
        self.stack.addWidget(self.nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.whose.note)
        layout.addWidget(self.refused)
        row = QHBoxLayout()
        row.addWidget(self.stack, 1)
        row.addWidget(self.closing)
        layout.addLayout(row, 1)

    def _fill_area(self) -> None:
        inner = QWidget()
        inner.setProperty("scrolled", "true")
        row = QHBoxLayout(inner)
        row.setContentsMargins(12, 0, 12, 8)
        row.setSpacing(GAP)
        for column in self.columns:
            row.addWidget(column)
        row.addStretch()
        self.area.setObjectName("board.area")
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inner)

    def _connect(self) -> None:
        self.nothing.on_press(lambda: self.go.emit("cases", NEW))
        self.whose.changed.connect(self._load)
        self.closing.left.connect(self._take_focus)
        self.refused.asking_case.connect(lambda place: self.go.emit("case", place))
        for at, column in enumerate(self.columns):
            column.cards.opened.connect(lambda key: self.go.emit("case", key))
            column.cards.left.connect(lambda step, at=at: self._step(at, step))
            column.cards.menu_wanted.connect(self._show_menu)
            column.cards.selectionModel().currentChanged.connect(
                lambda now, _before, column=column: self._follow(column) if now.isValid() else None
            )

    def show_what(self, what: object) -> None:
        """Choose the card of a case."""
        if isinstance(what, UUID):
            self._wanted = what
            self._choose_wanted()

    def place(self) -> object:
        """Return the case that is chosen."""
        card = self.current()
        return card.id if card else None

    def shown(self) -> None:
        """Put the focus on the card chosen, or on the first one."""
        self._take_focus()

    def refresh(self, changes: Changes | None, by: object) -> None:
        """Lay the cards anew: whatever changed may hold a case, or let it go."""
        self.whose.offer(self.desk.office.read(firms.offices))
        self.closing.refresh()
        self._load()

    def search(self) -> None:
        """Ctrl+F goes to the cards, where typing finds a client."""
        self._take_focus()

    def actions_here(self) -> tuple[Action, ...]:
        """Return what can be done here."""
        has = self._has_card
        return (
            Action("board.open", N_("Open the case (Enter)"), self._open, "", "briefcase", has),
            Action("board.move", N_("Move the case (Space)"), self._ask_menu, "", "arrow-right", has),
            Action("board.mine", N_("Only mine"), self.whose.mine.toggle, "Ctrl+M", ""),
        )

    def cards(self) -> CardList | None:
        """Return the column in which a card is chosen, else the first one that has cards."""
        lists = [column.cards for column in self.columns if column.cards.model_of_cards.rowCount()]
        chosen = [each for each in lists if each.currentIndex().isValid()]
        return next(iter((*chosen, *lists)), None)

    def current(self) -> Card | None:
        """Return the card that is chosen."""
        found = self.cards()
        return found.current() if found is not None else None

    def _has_card(self) -> bool:
        return self.current() is not None

    def _read(self, keys: object) -> list[Card]:
        return self.desk.office.read(board.cards, keys, today())  # type: ignore[arg-type]  # keys of cases

    def _load(self) -> None:
        """Read in a job which cases stand where."""
        self._asked += 1
        asked, office = self._asked, self.desk.office
        owners, place = self.whose.owners, self.whose.office_id
        self.desk.jobs.start(
            lambda _step: office.read(board.columns, owners=owners, office_id=place),
            done=lambda found: self._show(asked, found),
        )

    def _show(self, asked: int, found: dict[Stage, list[UUID]]) -> None:
        if asked != self._asked:
            return
        card = self.current()
        had_focus = any(column.cards.hasFocus() for column in self.columns)
        self._wanted = self._wanted or (card.id if card else None)
        for column in self.columns:
            column.show_keys(found[column.stage])
        count = sum(len(keys) for keys in found.values())
        self.count.setText(plural("{count} open case", "{count} open cases", count))
        self.stack.setCurrentWidget(self.area if count else self.nothing)
        self._choose_wanted()
        if had_focus or self._is_waiting:
            self._take_focus()

    def _choose_wanted(self) -> None:
        """Choose the card of the case wanted, wherever it stands now."""
        for column in self.columns:
            row = column.cards.model_of_cards.row_of(self._wanted)
            if row >= 0:
                column.cards.setCurrentIndex(column.cards.model_of_cards.index(row, 0))
                self._wanted = None
                return

    def _follow(self, kept: StageColumn) -> None:
        """Show the column of the card that was chosen, and leave no other card chosen on the whole board."""
        self.area.ensureWidgetVisible(kept, GAP, 0)
        for column in self.columns:
            if column is not kept:
                column.cards.clearSelection()
                column.cards.selectionModel().clearCurrentIndex()

    def _take_focus(self) -> None:
        found = self.cards()
        self._is_waiting = found is None
        if found is not None:
            found.choose(max(found.currentIndex().row(), 0))
        elif self.stack.currentWidget() is self.nothing and self.nothing.button is not None:
            self.nothing.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, at: int, step: int) -> None:
        """Go to the next column that has cards, to the same height."""
        row = self.columns[at].cards.currentIndex().row()
        following = self.columns[at + 1 :] if step > 0 else reversed(self.columns[:at])
        for column in following:
            if column.cards.model_of_cards.rowCount():
                column.cards.choose(row)
                return

    def _open(self) -> None:
        card = self.current()
        if card is not None:
            self.go.emit("case", card.id)

    def _ask_menu(self) -> None:
        found = self.cards()
        if found is not None:
            found.ask_menu()

    def _show_menu(self, card: Card, place: QPoint) -> None:
        """Offer the stages a case may go to, and nothing else."""
        self.menu.clear()
        for to in card.allowed:
            made = self.menu.addAction(words.move(to, card.stage))
            made.setObjectName(f"board.move.{to.value}")
            made.triggered.connect(lambda _on=False, to=to: self.move_to(card, to))
        self.menu.popup(place)

    def move_to(self, card: Card, to: Stage) -> None:
        """Move a case to another stage; where that is refused, the board says why."""
        office = self.desk.office
        self.refused.hide()
        self._wanted = card.id
        office.attempt(lambda: self._move_now(card, to), failed=lambda error: self._refused(card, error))

    def _move_now(self, card: Card, to: Stage) -> None:
        self.desk.office.write(cases.move, card.id, card.version, to, today())
        said = _("Case {number} is at “{stage}”.").format(number=card.number, stage=_(to.label))
        self.desk.messages.tell(said, _("Undo"), self.desk.office.undo)

    def _refused(self, card: Card, error: KasebookError) -> None:
        if getattr(error, "field", "") == moving.CLOSING:
            self.closing.begin(card.id)
            return
        if isinstance(error, UserError) and not isinstance(error, Conflict):
            self.refused.show_refusal(card, error)
            return
        self.desk.messages.trouble(error)
        self._load()
