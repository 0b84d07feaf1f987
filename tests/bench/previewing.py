"""The preview beside a case: from a change to the new pages shown, its wait for further typing included."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from statistics import median
from time import perf_counter
from uuid import UUID

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app import bootstrap
from app.services import cases, people
from app.settings import Settings
from app.ui.jobs import Jobs
from app.ui.messages import Messages
from app.ui.office import Office
from app.ui.page import Desk
from app.ui.preview.pane import REFRESH_MS, PreviewPane
from db.casebook import Casebook
from tests.bench.ground import TODAY, Ground, casebook
from tests.bench.measure import Figure, milliseconds
from tests.builders import open_case

LONGEST = 20.0  # seconds
_WAITING = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
MOST = 500.0  # ms
MEASURED = ("checklist", "summary")  # the client's and the office's


def figures(ground: Ground) -> list[Figure]:
    """Change the client's record again and again, and wait each time until the pages are new."""
    _app = QApplication.instance() or QApplication([])
    with casebook(ground.folder / "Previewed.kasebook") as book:
        office, jobs = Office(book), Jobs()
        pane = PreviewPane(Desk(office, jobs, Messages(QWidget()), Settings(), bootstrap.load))
        try:
            return _figures(ground, book, pane)
        finally:
            jobs.close()
            office.close()
            pane.deleteLater()


def _figures(ground: Ground, book: Casebook, pane: PreviewPane) -> list[Figure]:
    case_id = open_case(book).id
    pane.resize(520, 800)
    pane.show()
    _until_new(pane, lambda: pane.show_case(case_id))
    found = []
    for kind in MEASURED:
        if pane.choices.kind.currentData() != kind:
            _until_new(pane, partial(_choose, pane, kind))
        changes = [partial(_rename, book, pane, case_id, turn) for turn in range(ground.size.rounds + 1)]
        taken = [_until_new(pane, change) for change in changes][1:]
        note = f"of which {REFRESH_MS} ms wait for more typing; longest {milliseconds(max(taken))}"
        found.append(
            Figure(f"change to new preview, {kind}, in ms", "none", median(taken) * 1000, MOST, note)
        )
    return found


def _choose(pane: PreviewPane, kind: str) -> None:
    pane.choices.kind.setCurrentIndex(pane.choices.kind.findData(kind))
    pane.choices.kind.activated.emit(pane.choices.kind.currentIndex())


def _rename(book: Casebook, pane: PreviewPane, case_id: UUID, turn: int) -> None:
    """Change the client's name, which stands on every document, as its page does."""
    person_id = book.read(cases.case, case_id).person_id
    name = book.read(people.person, person_id).names[0]
    book.write(people.save_part, person_id, "names", replace(name, given=f"Sample {turn % 7 + 1}"), TODAY)
    pane.show_case(case_id)


def _until_new(pane: PreviewPane, act: Callable[[], object]) -> float:
    """Act, and return the seconds until the pane shows another print.

    There is no loop of its own to end: one would end at once where the application was told to quit before.
    """
    before, beat = pane.print_shown, QTimer(interval=1)
    begun = perf_counter()
    act()
    beat.start()
    while pane.print_shown is before and perf_counter() - begun < LONGEST:
        QApplication.processEvents(_WAITING)
    beat.stop()
    assert pane.print_shown is not before
    return perf_counter() - begun
