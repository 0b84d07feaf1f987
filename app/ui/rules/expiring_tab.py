"""What runs out: rules that ended or end soon, rules checked too long ago, and what nobody knows."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.domain.expiry import Concern, Origin, State
from app.domain.facts import REGISTRY
from app.i18n import N_, _, language, plural
from app.services import expiring, tables
from app.settings import today
from app.ui import words
from app.ui.page import Desk
from app.ui.tabs import ListTab
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.list_and_panel import ListAndPanel
from app.ui.widgets.plain import PlainLabel, button
from app.ui.widgets.scrolled import scrolled
from app.ui.widgets.section_model import RichColumn, Section, SectionModel
from app.ui.widgets.section_view import SectionView
from app.ui.widgets.table_model import Column

_TONES = {State.EXPIRED: "bad", State.EXPIRING: "warn", State.STALE: "warn", State.UNKNOWN: "muted"}


def _about(each: Concern) -> str:
    rules = plural("{count} rule", "{count} rules", len(each.ids))
    if each.origin is Origin.POST:
        return plural("{count} question", "{count} questions", len(each.ids))
    if each.origin is Origin.TABLE:
        return f"{_(tables.TITLES.get(each.where, each.origin.label))} · {rules}"
    return f"{_(each.origin.label)} {each.where} · {rules}"


def _due(each: Concern) -> str:
    return words.day(each.due) if each.due else _("Never checked")


def _left(each: Concern) -> str:
    return words.days_left(each.due, today()) if each.due else ""


def _state(each: Concern) -> str:
    if each.band is not None:
        return plural("Within {count} day", "Within {count} days", each.band)
    return _(each.state.label)


def _name(code: str) -> str:
    return REGISTRY[code].question.text(language()) if code in REGISTRY else code


def _key(each: Concern) -> tuple[str, ...]:
    return each.state.value, each.origin.value, each.where, str(each.due), *each.ids


def sections(found: Sequence[Concern]) -> list[tuple[Section, list[Concern]]]:
    """Return what runs out by its state, the most urgent first."""
    return [(Section(_(state.label)), [each for each in found if each.state is state]) for state in State]


COLUMNS: tuple[Column[Concern], ...] = (
    RichColumn(
        "what",
        N_("What"),
        lambda each: each.title.text(language()),
        second=_about,
        second_tone=lambda each: "muted",
        accessible=lambda each: f"{each.title.text(language())} {_about(each)}",
    ),
    RichColumn("due", N_("Day"), _due, width=128, second=_left, second_tone=lambda each: _TONES[each.state]),
)


class ExpiringTab(ListTab):
    """Enter goes to where something can be done about it."""

    table: SectionView
    asking_post = Signal(str)  # a post's code
    asking_item = Signal(str)  # an item's code

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.model: SectionModel[Concern] = SectionModel(COLUMNS, _key, self)
        self.table = SectionView(self.model, "rules.expiring", _("Expiring and stale"), desk.settings)
        self.count = PlainLabel(tone="muted", wraps=False)
        self.nothing = EmptyState("circle-check", _("Nothing runs out"))
        self.panel = ConcernPanel()
        bar: list[QWidget | None] = [self.count, None]
        self.halves = ListAndPanel("rules.expiring.splitter", bar, self.table, self.nothing, self.panel)
        self.fill()
        self.table.chosen.connect(lambda key: self.panel.show_concern(self.model.row(key)))
        self.table.opened.connect(lambda _key: self._go())
        self.panel.go.clicked.connect(self._go)

    def refresh(self) -> None:
        """Read anew; the chosen line stays chosen."""
        found = self._desk.office.read(expiring.in_use, today())
        self.model.show_sections(sections(found))
        self.count.setText(plural("{count} line", "{count} lines", len(found)))
        self.halves.show_list(bool(found))
        self.panel.show_concern(self.model.row(self.table.current_key()))

    def _go(self) -> None:
        concern = self.model.row(self.table.current_key())
        if concern is None:
            return
        if concern.origin is Origin.POST:
            self.asking_post.emit(concern.where)
        elif concern.origin is Origin.PACK:
            self.asking_item.emit(concern.ids[0])


class ConcernPanel(QStackedWidget):
    """One line of the list: which rules or questions, and where to go from here."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "true")
        self.setMinimumWidth(340)
        self.about = PlainLabel(tone="muted")
        self.title = PlainLabel(tone="heading")
        self.state = PlainLabel()
        self.names = PlainLabel(tone="muted")
        self.go = button(_("Show the item"), icon="scale", name="rules.expiring.go")
        below = QWidget()
        row = QHBoxLayout(below)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.go)
        row.addStretch()
        self.addWidget(EmptyState("hourglass", _("No line chosen")))
        self.addWidget(scrolled(self.about, self.title, self.state, below, self.names))

    def show_concern(self, concern: Concern | None) -> None:
        """Show a line; None for none."""
        self.setCurrentIndex(0 if concern is None else 1)
        if concern is None:
            return
        self.about.setText(_about(concern))
        self.title.setText(concern.title.text(language()))
        self.state.setText(_told(concern))
        self.names.setText("\n".join(_name(code) for code in concern.ids))
        self.go.setVisible(concern.origin in (Origin.POST, Origin.PACK))
        self.go.setText(_("Ask this post") if concern.origin is Origin.POST else _("Show the item"))


def _told(concern: Concern) -> str:
    checked = _("Last checked on {day}.").format(day=words.day(concern.checked_on))
    due = words.dated(concern.due, today())
    state = f"{_state(concern)}: {due}" if due else _state(concern)
    return "\n".join([state, checked] if concern.checked_on else [state])
