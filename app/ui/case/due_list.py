"""The deadlines of one case: what is open, to ask, settled; the chosen one beside the list."""

from collections.abc import Sequence

from app.domain.deadline_marks import DeadlineState, Kept
from app.i18n import N_, _, language
from app.services import deadlines
from app.services.cases import CaseView
from app.settings import today
from app.ui.deadlines import export, words
from app.ui.deadlines.panel import DeadlinePanel
from app.ui.page import Desk
from app.ui.tabs import PanelTab
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.fitting import Fitting
from app.ui.widgets.list_and_panel import ListAndPanel
from app.ui.widgets.plain import PlainLabel, button
from app.ui.widgets.section_model import RichColumn, Section, SectionModel
from app.ui.widgets.section_view import SectionView
from app.ui.widgets.table_model import Column


def _due(kept: Kept) -> str:
    if kept.due is None or kept.last_day is None:
        return "—"
    return words.due_day(kept.due, kept.last_day, kept.deadline.rule.unit)


def _left(kept: Kept) -> str:
    is_open = kept.state is DeadlineState.OPEN and kept.last_day is not None
    return words.left(kept.last_day, today()) if is_open and kept.last_day else ""


def _standing(kept: Kept) -> str:
    """Say whose it is, and where there is more to say than the days left, that."""
    says_more = kept.state is not DeadlineState.OPEN or kept.deadline.asks or kept.deadline.provisional
    return words.standing(kept, today()) if says_more else kept.deadline.rule.who.text(language())


def _tone(kept: Kept) -> str:
    return words.tone(kept.last_day, today()) if kept.last_day else "muted"


COLUMNS: tuple[Column[Kept], ...] = (
    RichColumn(
        "what",
        N_("Deadline"),
        lambda kept: kept.deadline.rule.title.text(language()),
        second=lambda kept: f"{kept.deadline.rule.id} · {_standing(kept)}",
        second_tone=lambda kept: "muted",
        accessible=lambda kept: f"{kept.deadline.rule.title.text(language())}, {_due(kept)}, {_left(kept)}",
    ),
    RichColumn(
        "due",
        N_("Due (Beijing)"),
        _due,
        width=160,
        second=_left,
        second_tone=_tone,
    ),
    Column(
        "state",
        N_("State"),
        lambda kept: _(kept.state.label),
        width=110,
        tone=lambda kept: words.STATE_TONES[kept.state],
    ),
)


def sections(found: Sequence[Kept]) -> list[tuple[Section, list[Kept]]]:
    """Return deadlines under the names of their states."""
    by_state = [(state, [kept for kept in found if kept.state is state]) for state in DeadlineState]
    return [(Section(_(state.label), str(len(mine))), mine) for state, mine in by_state]


class DueList(PanelTab):
    """F2 or Enter goes to the chosen deadline, Escape back to the list."""

    table: SectionView
    panel: DeadlinePanel

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._case: CaseView | None = None
        self.note = PlainLabel(tone="muted", wraps=False)
        self.export = button(_("Export…"), icon="save", name="case.due.export")
        self.model: SectionModel[Kept] = SectionModel(COLUMNS, lambda kept: kept.id, self)
        self.table = SectionView(self.model, "case.due", _("Deadlines"), desk.settings)
        self.panel = DeadlinePanel(desk, "case.due", opens_case=False)
        self.nothing = EmptyState("calendar-days", _("Nothing is due"))
        Fitting(self.table, ("state",))
        self.halves = ListAndPanel(
            "case.due.splitter", [self.note, None, self.export], self.table, self.nothing, self.panel
        )
        self.fill()
        self.table.chosen.connect(self._show)
        self.table.opened.connect(lambda _key: self.panel.focus())
        self.export.clicked.connect(self._export)

    def show_case(self, case: CaseView) -> None:
        """Show a case's deadlines as they are now."""
        is_other = self._case is None or self._case.id != case.id
        self._case = case
        found = self._desk.office.read(deadlines.of_case, case.id, today())
        self.model.show_sections(sections(found))
        self.halves.show_list(bool(found))
        zone = self._desk.office.read(deadlines.zone, case.id)
        known = _("The client's time: {zone}").format(zone=words.city(zone))
        self.note.setText(known if zone else _("The client's time zone is not recorded."))
        if is_other or self.table.current_key() is None:
            self.table.choose_first()
        self._show(self.table.current_key())

    def _show(self, key: object) -> None:
        self.panel.show_deadline(self.model.row(key), self._case.number if self._case else "")

    def _export(self) -> None:
        if self._case is not None:
            export.ask(self._desk, self._case.id, self._case.number)

    def leave(self) -> None:
        """Keep what was typed."""
        self.panel.leave()
