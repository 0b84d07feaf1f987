"""How one list is laid out: chosen by its columns button, kept for the list or the saved search in view."""

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QToolButton

from app.domain import layouts
from app.domain.layouts import Layout
from app.services import saved_searches
from app.services.saved_searches import SavedSearch
from app.ui.page import Desk
from app.ui.widgets.column_chooser import ColumnChooser
from app.ui.widgets.table_view import TableView

KEEP_MS = 800


class ListLayout(QObject):
    """Watches the columns and the sort of ``table``, and opens the chooser below ``opener``."""

    def __init__(self, desk: Desk, table: TableView, opener: QToolButton) -> None:
        super().__init__(table)
        self._desk = desk
        self._table = table
        self._search: SavedSearch | None = None
        self._is_laying_out = False
        self.chooser = ColumnChooser(table)
        self._timer = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._timer.timeout.connect(self.keep)
        header = table.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda place: self._open(header.mapToGlobal(place)))
        header.sortIndicatorChanged.connect(lambda _at, _order: self._change())
        opener.clicked.connect(lambda: self._open(opener.mapToGlobal(opener.rect().bottomRight())))
        self.chooser.changed.connect(self._change)
        self.show_search(None)

    def _open(self, place: QPoint) -> None:
        self.chooser.open_at(place)

    def text(self) -> str:
        """Return the layout in view, as it is kept."""
        shown = self._table.layout_shown()
        columns = shown.columns if self._table.has_own_columns else ()
        return layouts.write(Layout(columns, shown.sort, shown.descending))

    def show_search(self, search: SavedSearch | None) -> None:
        """Lay the list out as a saved search is, or as it is usually."""
        if self._timer.isActive():
            self.keep()
        self._search = search
        kept = search.layout if search else self._desk.settings.table_layouts.get(self._name, "")
        self._is_laying_out = True
        self._table.lay_out(layouts.read(kept))
        self._is_laying_out = False

    @property
    def _name(self) -> str:
        return self._table.objectName()

    def _change(self) -> None:
        if not self._is_laying_out:
            self._timer.start()

    def keep(self) -> None:
        """Keep the layout in view: with its saved search, or on this computer."""
        self._timer.stop()
        if self._search is None:
            settings = self._desk.settings
            settings.table_layouts = {**settings.table_layouts, self._name: self.text()}
            return
        office, search = self._desk.office, self._search
        there = office.read(saved_searches.of_page, search.page, office.user[0])
        now = next((each for each in there if each.id == search.id), None)
        if now is not None and now.layout != self.text():
            text = self.text()
            office.attempt(
                lambda: office.write(saved_searches.set_layout, now.id, now.version, text), by=self
            )
