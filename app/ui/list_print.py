"""Printing a list as a document, as it is seen: one way for every table of the window."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.filing.list_sheet import Listed
from app.i18n import N_, _, both
from app.services.orders import Subject
from app.ui.list_export import in_view
from app.ui.page import Desk, Page
from app.ui.preview.pane import PreviewPane
from app.ui.widgets.query_box import QueryBox
from app.ui.widgets.table_view import TableView

LETTER, LONGEST_WORD = 11.0, 18  # of a share: what a letter takes, and letters that are never broken
SIZE = (760, 860)
# What lists are called, by the object names of their tables; others are called by the page they stand on.
TITLES = {"cases.table": N_("Cases"), "people.table": N_("Persons")}


class ListWindow(QWidget):
    """A window of its own with the preview of one list; Escape and its cross close it."""

    def __init__(self, desk: Desk, listed: Listed, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("Kasebook")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pane = PreviewPane(desk, "list.sheet", Subject.LIST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pane)
        self.resize(*SIZE)
        self.pane.closing.connect(self.close)
        self.pane.show_list(listed)


def ask(desk: Desk, page: Page) -> ListWindow | None:
    """Show the print of the list in view: its columns, all its rows, their order."""
    table = in_view(page)
    if table is None:
        desk.messages.tell(_("There is no list here."))
        return None
    window = ListWindow(desk, listed(page, table), page.window())
    window.show()
    return window


def listed(page: Page, table: TableView) -> Listed:
    """Return what a table shows, as it is printed."""
    wanted = table.columns_wanted()
    columns = [table.rows.columns[at] for at in wanted]
    boxes = page.findChildren(QueryBox)
    rows = tuple(tuple(row) for row in table.rows.texts(wanted))
    return Listed(
        title=both(TITLES.get(table.objectName(), page.title)),
        heads=tuple(both(column.title) for column in columns),
        shares=tuple(
            max(float(column.width), _needed(row[at] for row in rows)) for at, column in enumerate(columns)
        ),
        rows=rows,
        identity=frozenset(at for at, column in enumerate(columns) if column.is_identity),
        asked=boxes[0].text().strip() if boxes else "",
    )


def _needed(texts: Iterable[str]) -> float:
    """Return the share in which the longest word of a column stands on one line."""
    longest = max((len(word) for text in texts for word in text.split()), default=0)
    return min(longest, LONGEST_WORD) * LETTER
