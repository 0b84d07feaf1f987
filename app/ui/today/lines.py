"""The lines of one group, or a calm word where it has none."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.today import MEANS, QUIET, Group
from app.i18n import _
from app.services import today_case_lines
from app.services.today_case_lines import TodayLine
from app.services.today_queries import Asked, Key
from app.ui.page import Desk
from app.ui.today.list_model import columns
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.plain import PlainLabel
from app.ui.widgets.section_model import RichModel
from app.ui.widgets.section_view import RichView


class Lines(QWidget):
    """A table for each group, built when it is first looked at; rows are read as they are painted."""

    opened = Signal(object)  # a TodayLine

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._views: dict[Group, GroupView] = {}
        self._view: GroupView | None = None
        self.means = PlainLabel(tone="muted")
        self.nothing = EmptyState("circle-check", "")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self.means.setContentsMargins(16, 0, 16, 0)
        layout.addWidget(self.means)
        layout.addWidget(self.stack, 1)

    def show_group(self, group: Group, asked: Asked, keys: Sequence[Key]) -> None:
        """Show the lines of a group."""
        self.means.setText(_(MEANS[group]))
        view = self._view_of(group)
        view.show_keys(asked, keys)
        self._view = view if keys else None
        if not keys:
            self.nothing.say(_(QUIET[group]))
        self.stack.setCurrentWidget(view if keys else self.nothing)

    def _view_of(self, group: Group) -> "GroupView":
        if group not in self._views:
            view = GroupView(self._desk, group)
            view.opened.connect(lambda _key: self.opened.emit(view.current()))
            self.stack.addWidget(view)
            self._views[group] = view
        return self._views[group]

    def take_focus(self) -> None:
        """Put the focus into the list, its first line chosen, where there is one."""
        if self._view is not None:
            self._view.setFocus(Qt.FocusReason.TabFocusReason)

    def current(self) -> TodayLine | None:
        """Return the line that is chosen."""
        return self._view.current() if self._view is not None else None


class GroupView(RichView):
    """The table of one group."""

    def __init__(self, desk: Desk, group: Group) -> None:
        self._desk, self._group = desk, group
        self._asked: Asked | None = None
        model: RichModel[TodayLine] = RichModel(columns(group), self._read, lambda line: line.key)
        super().__init__(model, f"today.{group}", _(group.label), desk.settings)
        model.setParent(self)

    def show_keys(self, asked: Asked, keys: Sequence[Key]) -> None:
        """Show these lines; the one that was chosen stays chosen."""
        self._asked = asked
        self.rows.show_keys(keys)

    def current(self) -> TodayLine | None:
        """Return the line that is chosen."""
        found: TodayLine | None = self.rows.line_at(self.currentIndex().row())
        return found

    def _read(self, keys: Sequence[Key]) -> list[TodayLine]:
        if self._asked is None:
            return []
        lines = today_case_lines.lines
        if self._group is Group.RULES:
            lines = self._desk.load("app.services.today_lines.lines")
        return self._desk.office.read(lines, self._group, self._asked, keys)
