"""A scrolled frame of the list of persons against Qt's own C++ model, and the gap a long list leaves."""

from collections.abc import Callable
from itertools import pairwise
from time import perf_counter

from PySide6.QtCore import QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView

from app.services import people_list
from app.ui import theme
from app.ui.jobs import Jobs
from app.ui.people.list_model import COLUMNS
from app.ui.widgets.table_model import TableModel
from app.ui.widgets.table_view import ROW_HEIGHT, TableView
from tests.bench.ground import Ground
from tests.bench.measure import Figure, interleaved, milliseconds

FRAMES, STEP = 40, 3
SHOWN = (1100, 800)
FLOOR_ROWS = 3000  # painting does not depend on how many there are


def application() -> QApplication:
    """Return the application, dressed as the program's."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.dress(app, "light")
    return app


def figures(ground: Ground) -> list[Figure]:
    """Scroll both tables turn by turn, then fill the list while the event loop runs."""
    app = application()
    model = _model(ground)
    ours = TableView(model, "bench.table", "Persons")
    floor = _floor(model)
    for view in (ours, floor):
        view.resize(*SHOWN)
        view.show()
    app.processEvents()
    taken = interleaved(ground.size.rounds, {"ours": _scroll(ours), "floor": _scroll(floor)})
    gap = _gap(app, ground, model)
    for view in (ours, floor):
        view.close()
    return [
        Figure(
            f"scrolled frame, {ground.size.persons:,} persons",
            "C++ QStandardItemModel in a plain QTableView",
            taken["ours"] / taken["floor"],
            2.0,
            milliseconds(taken["ours"] / FRAMES),
        ),
        Figure(
            f"longest gap of the event loop while {ground.size.persons:,} persons fill the list, in ms",
            "none",
            gap * 1000,
            50,
        ),
    ]


def _model(ground: Ground) -> TableModel[people_list.PersonLine]:
    book = ground.long
    model = TableModel(COLUMNS, lambda seqs: book.read(people_list.lines, seqs), lambda line: line.seq)
    model.show_keys(book.read(people_list.ids))
    return model


def _floor(model: TableModel[people_list.PersonLine]) -> QTableView:
    view = QTableView()
    held = QStandardItemModel(view)
    for row in range(min(model.rowCount(), FLOOR_ROWS)):
        texts = [str(model.index(row, column).data() or "") for column in range(len(COLUMNS))]
        held.appendRow([QStandardItem(text) for text in texts])
    view.setModel(held)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().hide()
    for at, column in enumerate(COLUMNS):
        view.setColumnWidth(at, column.width)
    view.horizontalHeader().setStretchLastSection(True)
    return view


def _scroll(view: QTableView) -> Callable[[], None]:
    def scroll() -> None:
        bar = view.verticalScrollBar()
        bar.setValue(0)
        for frame in range(FRAMES):
            bar.setValue(frame * STEP)
            view.viewport().repaint()

    return scroll


def _gap(app: QApplication, ground: Ground, model: TableModel[people_list.PersonLine]) -> float:
    """Return the longest time between two turns of the event loop while a job fills the list, in seconds."""
    jobs, book = Jobs(), ground.long
    turns = [perf_counter()]
    ticking = QTimer(interval=0)
    ticking.timeout.connect(lambda: turns.append(perf_counter()))
    ticking.start()
    job = jobs.start(lambda step: book.read(people_list.ids), done=model.show_keys)
    job.ended.connect(lambda: QTimer.singleShot(50, app.quit))
    app.exec()
    ticking.stop()
    jobs.close()
    return max(after - before for before, after in pairwise(turns))
