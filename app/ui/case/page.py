"""The page of one case: its header, its tabs, and what is printed of it beside them."""

from uuid import UUID

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout

from app.domain.cases import Stage
from app.domain.following import Following
from app.i18n import N_, _
from app.services import case_list, cases, rebasing
from app.services.cases import CaseView
from app.settings import today
from app.ui.actions import Action
from app.ui.case import follow_panel
from app.ui.case.family_strip import FamilyStrip
from app.ui.case.header import CaseHeader
from app.ui.case.links_strip import LinksStrip
from app.ui.case.place import CasePlace
from app.ui.case.rules_bar import RulesBar
from app.ui.case.stage_moves import StageMoves
from app.ui.case.tabs import AnyTab, CaseTabs
from app.ui.office import Changes
from app.ui.page import Desk, Page
from app.ui.preview.pane import PreviewPane
from app.ui.widgets.plain import line

PREVIEW_WIDTH = 460


class CasePage(Page):
    """``show_what`` takes a case's key, or a ``CasePlace``."""

    name = "case"
    title = N_("Case")
    icon = "briefcase"
    under = "cases"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.case: CaseView | None = None
        self.header = CaseHeader()
        self.family, self.links = FamilyStrip(desk), LinksStrip(desk)
        self.rules = RulesBar()
        tabs = self.tabs = CaseTabs(desk)
        self.panes = tabs.panes
        self.checklist, self.facts, self.screening = tabs.checklist, tabs.facts, tabs.screening
        self.pathways, self.what_if, self.dates = tabs.pathways, tabs.what_if, tabs.dates
        self.quote, self.details, self.form, self.notes = tabs.quote, tabs.details, tabs.form, tabs.notes
        self.preview = PreviewPane(desk)
        self.moves = StageMoves(desk, self._reloaded, lambda: self.tabs.setCurrentWidget(self.form))
        self.conflict = self.moves.conflict
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        self.splitter = QSplitter()
        self.splitter.setObjectName("case.splitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.tabs)
        self.splitter.addWidget(self.preview)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([1000, PREVIEW_WIDTH])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (
            self.header, self.family, self.links, line(), self.moves.closed, self.rules, self.conflict,
        ):  # fmt: skip
            layout.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self.splitter, 1)
        for panel in (self.moves.closing, self.moves.follow):
            row.addWidget(panel)
        layout.addLayout(row, 1)
        self.preview.hide()

    def _connect(self) -> None:
        self.header.going_back.connect(self._go_back)
        self.header.asking_person.connect(self.open_person)
        self.header.asking_history.connect(self.open_history)
        self.header.moving.connect(self.move_to)
        self.header.previewing.connect(self._show_preview)
        for going in (self.family.going, self.links.going, self.moves.follow.opened):
            going.connect(lambda key: self.go.emit("case", key))
        self.moves.follow.left.connect(self.shown)
        self.moves.closed.following.connect(lambda: self.begin_following(Following.RENEWAL))
        self.rules.asking.connect(self.open_rules)
        self.conflict.reloading.connect(lambda: self.refresh(None, None))
        self.conflict.settled.connect(self.shown)
        self.moves.closing.left.connect(self.header.stage.setFocus)
        self.facts.asking_person.connect(self.open_person)
        self.facts.asking_item.connect(self._show_item)
        self.screening.asking_item.connect(self._show_item)
        self.screening.asking_pathways.connect(lambda: self.tabs.setCurrentWidget(self.pathways))
        self.facts.asking_details.connect(lambda: self.tabs.setCurrentWidget(self.details))
        self.quote.printing.connect(self._show_paper)
        self.quote.going.connect(lambda key: self.go.emit("case", key))
        self.form.printing.connect(self._print_filed)
        self.preview.closing.connect(lambda: self.header.preview.setChecked(False))
        self.preview.asking_person.connect(self.open_person)
        self.tabs.currentChanged.connect(self._change_tab)
        self.splitter.splitterMoved.connect(lambda _at, _index: self._fit())

    def show_what(self, what: object) -> None:
        """Show the case with this key, or a place in it."""
        place = CasePlace(what, "") if isinstance(what, UUID) else what
        if not isinstance(place, CasePlace):
            return
        if self.case is None or self.case.id != place.case_id:
            self.can_leave()
            self.moves.leave()
            self.tabs.setCurrentIndex(0)
        self._load(place.case_id)
        if place.tab:
            self.tabs.setCurrentWidget(getattr(self, place.tab))
        if place.line is not None:
            self.checklist.show_line(place.line)

    def place(self) -> object:
        """Return the case and its tab."""
        if self.case is None:
            return None
        return CasePlace(self.case.id, next(name for name, part in vars(self).items() if part is self._tab))

    def shown(self) -> None:
        """Put the focus into the tab in view."""
        self._tab.focus()

    def refresh(self, changes: Changes | None, by: object) -> None:
        """Show the case as it is now, if it or its client changed."""
        case = self.case
        if case is not None and (
            changes is None or changes.about & {case.id, case.person_id, *self.family.keys, *self.links.keys}
        ):
            self._load(case.id)

    def can_leave(self) -> bool:
        """Save what was typed, in whichever tab."""
        for tab in self.panes:
            tab.leave()
        self.moves.keep()
        return True

    def search(self) -> None:
        """Ctrl+F goes to the list of lines, where typing finds a line."""
        self.shown()

    def actions_here(self) -> tuple[Action, ...]:
        """Return what can be done here."""
        edit = self.checklist.edit_cell
        return (
            Action("case.tick", N_("Tick the line (Space)"), self.checklist.tick, "", "check", self._on_list),
            Action("case.edit_line", N_("Edit the cell (F2)"), edit, "", "pencil", self._on_list),
            Action("case.preview", N_("Preview"), self._toggle_preview, "Ctrl+Shift+P", "file-text"),
            Action("case.print", N_("Print…"), self._print, "Ctrl+P", "printer"),
            Action("case.save", N_("Save PDF as…"), self._save, "Ctrl+S", "save"),
            Action("case.person", N_("Open the client"), self.open_person, "", "users"),
            Action("case.back", N_("Back to the list of cases"), self._go_back, "", "arrow-left"),
            Action("case.archive", N_("Archive the case"), self.archive, "", "archive", self._can_archive),
            Action("cases.hand_over", N_("Hand over the case…"), self.hand_over, "", "users"),
            *follow_panel.actions(self.begin_following),
            Action("case.next_member", N_("Next case of the family"), self.next_member, "Ctrl+Shift+Down"),
            Action("case.history", N_("History of the case"), self.open_history, "Ctrl+H", "history"),
        )

    @property
    def _tab(self) -> AnyTab:
        return self.tabs.pane

    def _on_list(self) -> bool:
        return self._tab is self.checklist

    def open_person(self) -> None:
        """Go to the client's record."""
        if self.case is not None:
            self.go.emit("people", self.case.person_id)

    def open_history(self) -> None:
        """Go to what was done to this case."""
        if self.case is not None:
            self.go.emit("history", self.case.id)

    def open_rules(self) -> None:
        """Go to what today's rules would change for this case."""
        if self.case is not None:
            self.go.emit("rules", self.case.id)

    def hand_over(self) -> None:
        """Go to the page that hands cases over, with this one."""
        if self.case is not None:
            self.go.emit("reassign", (self.case.id,))

    def begin_following(self, how: Following) -> None:
        """Show what a case that follows this one would take over."""
        self.can_leave()
        if self.case is not None:
            self.moves.begin_following(self.case, how)

    def next_member(self) -> None:
        """Go to the next case of the family."""
        key = self.family.following()
        if key is not None:
            self.go.emit("case", key)

    def archive(self) -> None:
        """Take the case out of the lists; its toast offers to undo that."""
        self.can_leave()
        case, office = self.case, self.desk.office
        if case is not None:
            office.attempt(lambda: self._archive_now(case))

    def _archive_now(self, case: CaseView) -> None:
        self.desk.office.write(cases.archive, case.id, case.version)
        self.desk.messages.tell(
            _("Case {number} is archived.").format(number=case.number), _("Undo"), self.desk.office.undo
        )
        self._go_back()

    def _can_archive(self) -> bool:
        return self.case is not None and not self.case.archived

    def _go_back(self) -> None:
        self.go.emit("cases", None)

    def move_to(self, to: Stage) -> None:
        """Move the case to another stage."""
        self.can_leave()
        if self.case is not None:
            self.moves.move(self.case, to)

    def _reloaded(self) -> CaseView | None:
        if self.case is not None:
            self._load(self.case.id)
        return self.case

    def _load(self, key: UUID) -> None:
        office = self.desk.office
        self.case = office.read(cases.case, key)
        self.header.show_case(self.case, office.read(case_list.lines, [key])[0])
        self.family.show_case(key)
        self.links.show_case(key)
        self.moves.show_case(self.case)
        self.rules.show_difference(office.read(rebasing.of_case, key, today()))
        self._tab.show_case(self.case)
        if not self.preview.isHidden():
            self.preview.show_case(key)

    def _change_tab(self, _at: int) -> None:
        for tab in self.panes:
            if tab is not self._tab:
                tab.leave()
        if self.case is not None:
            self._tab.show_case(self.case)
        self._fit()

    def _show_item(self, code: str) -> None:
        self.tabs.setCurrentWidget(self.checklist)
        self.checklist.show_item(code)

    def _print_filed(self, number: int) -> None:
        """Show a form as it was filed beside the tabs."""
        self.header.preview.setChecked(True)
        self.preview.show_filed(number)

    def _toggle_preview(self) -> None:
        self.header.preview.toggle()

    def _show_preview(self, is_wanted: bool) -> None:
        self.preview.setVisible(is_wanted)
        if is_wanted and self.case is not None:
            self.preview.show_case(self.case.id)
        self._fit()

    def _show_paper(self, kind: str, number: str) -> None:
        self.header.preview.setChecked(True)
        self.preview.show_kind(kind, number)

    def _print(self) -> None:
        self.header.preview.setChecked(True)
        self.preview.print()

    def _save(self) -> None:
        self.header.preview.setChecked(True)
        self.preview.save()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the tabs for the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        taken = self.preview.width() if self.preview.isVisible() else 0
        width = self.width() - (taken or (PREVIEW_WIDTH if not self.preview.isHidden() else 0))
        self._tab.set_narrow(width)
