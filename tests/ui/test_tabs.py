"""What pages of several tabs share."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.ui.page import Desk
from app.ui.tabs import PanelTab, TabbedPage
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.list_and_panel import ListAndPanel
from app.ui.widgets.section_model import Section, SectionModel
from app.ui.widgets.section_view import SectionView
from app.ui.widgets.table_model import Column


class Typed(QLineEdit):
    """A panel of one field."""

    def focus(self) -> None:
        """Take the focus."""
        self.setFocus()


class Colours(PanelTab):
    """Counts how often it was read and left."""

    table: SectionView
    panel: Typed

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self.reads = self.left = 0
        column = Column[str]("name", name, lambda row: row)
        model: SectionModel[str] = SectionModel((column,), lambda row: row, self)
        model.show_sections([(Section(name, "1"), [name])])
        self.table = SectionView(model, f"colours.{name}", name, desk.settings)
        self.panel = Typed()
        self.halves = ListAndPanel(
            f"colours.{name}.halves", [], self.table, EmptyState("info", name), self.panel
        )
        self.fill()

    def leave(self) -> None:
        """Count it."""
        self.left += 1


class Page(TabbedPage):
    """Two tabs."""

    name, title, icon, parts = "colours", "Colours", "info", "Colours"
    titles = {"red": "Red", "green": "Green"}  # noqa: RUF012  a class variable in the base

    def __init__(self, desk: Desk, panes: list[Colours]) -> None:
        super().__init__(desk, panes)
        self.assemble(QHBoxLayout(), QWidget())

    def read(self) -> None:
        """Count it."""
        self.panes[self.tabs.currentIndex()].reads += 1


def shown(desk: Desk, qtbot: QtBot) -> tuple[Page, Colours, Colours]:
    """Return a page in view and its tabs."""
    red, green = Colours(desk, "red"), Colours(desk, "green")
    page = Page(desk, [red, green])
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.come()
    return page, red, green


def test_a_tab_is_read_when_it_is_looked_at_and_again_after_a_change(desk: Desk, qtbot: QtBot) -> None:
    page, red, green = shown(desk, qtbot)
    assert (red.reads, green.reads) == (1, 0)
    page.show_what("green")
    page.show_what("red")
    assert (red.reads, green.reads) == (1, 1)
    page.refresh(None, None)
    page.show_what("green")
    assert (red.reads, green.reads) == (2, 2)
    assert page.place() == "green"


def test_what_was_typed_is_kept_when_another_tab_or_page_comes(desk: Desk, qtbot: QtBot) -> None:
    page, red, green = shown(desk, qtbot)
    page.show_what("green")
    assert (red.left, green.left) == (1, 0)
    assert page.can_leave()
    assert (red.left, green.left) == (2, 1)


def test_f2_goes_to_the_panel_and_escape_back_to_the_list(desk: Desk, qtbot: QtBot) -> None:
    _page, red, _green = shown(desk, qtbot)
    red.focus()
    QTest.keyClick(red.table, Qt.Key.Key_F2)
    assert red.panel.hasFocus()
    QTest.keyClick(red.panel, Qt.Key.Key_Escape)
    assert red.table.hasFocus()


def test_the_panel_stands_under_the_list_where_there_is_no_room_beside_it(desk: Desk, qtbot: QtBot) -> None:
    page, red, _green = shown(desk, qtbot)
    assert red.halves.orientation() is Qt.Orientation.Horizontal
    page.resize(500, 600)
    qtbot.waitUntil(lambda: red.halves.orientation() is Qt.Orientation.Vertical)
