"""The first page over many cases: its numbers, the keys and first lines of a group, and the page painted."""

from datetime import timedelta
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from app import bootstrap
from app.domain.cases import MOVES
from app.domain.today import Group
from app.services import cases, today, today_lines
from app.services.today import Asked
from app.settings import Settings
from app.ui.messages import Messages
from app.ui.office import Office
from app.ui.page import Desk
from app.ui.today.page import TodayPage
from db.casebook import Casebook
from db.models.case import CaseRow, ItemRow
from tests.bench.ground import TODAY, Ground, casebook, driver, fill, rows
from tests.bench.lists import heard
from tests.bench.measure import Figure, interleaved, milliseconds, seconds
from tests.ui.doubles import SameThread

PERSONS, ITEMS = 20_000, 50_000
FIRST_LINES = 30
DRIVER = "the same SQL by the driver"


def figures(ground: Ground) -> list[Figure]:
    """Measure the page's reads against their SQL, and the page itself until it is painted."""
    count = min(PERSONS, ground.size.persons)
    with casebook(ground.folder / "Today.kasebook") as book:
        items = _populate(book, count, min(ITEMS, ground.size.imported))
        over = f"{count:,} persons, {items:,} items"
        return [_reads(ground, book, over), _page(ground, book, over)]


def _reads(ground: Ground, book: Casebook, over: str) -> Figure:
    asked = Asked(TODAY)

    def read() -> object:
        keys = book.read(today.keys, Group.OVERDUE, asked)
        return book.read(today.counts, asked), book.read(
            today_lines.lines, Group.OVERDUE, asked, keys[:FIRST_LINES]
        )

    with heard(book) as statements:
        read()
    raw = driver(book)
    fetches = [rows(raw, sql, values) for sql, values in statements]
    taken = interleaved(ground.size.rounds, {"ours": read, "floor": lambda: [fetch() for fetch in fetches]})
    raw.close()
    note = milliseconds(taken["ours"])
    work = f"Today: eight numbers, the keys of one and its first lines, {over}"
    return Figure(work, DRIVER, taken["ours"] / taken["floor"], 4.0, note)


def _page(ground: Ground, book: Casebook, over: str) -> Figure:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    office, jobs, settings = Office(book), SameThread(), Settings(ground.folder)
    host = QWidget()
    desk = Desk(office, jobs, Messages(host), settings, bootstrap.load)
    pages: list[TodayPage] = []

    def show() -> None:
        pages.append(TodayPage(desk))
        pages[-1].resize(1100, 760)
        pages[-1].show()
        pages[-1].come()
        pages[-1].grab()
        _await_rules(app, pages[-1])
        pages[-1].hide()

    taken = min(seconds(show) for _round in range(max(2, ground.size.rounds)))
    for page in pages:
        page.deleteLater()
    host.deleteLater()
    jobs.close()
    office.close()
    return Figure(
        f"Today built, read, painted and counted to the end, {over}, in ms",
        "none",
        taken * 1000,
        1000.0,
        "the key apart",
    )


def _await_rules(app: QApplication, page: TodayPage) -> None:
    """Wait until the rules that run out are counted, which comes after the lines."""
    while page.groups.count_of(Group.RULES) is None:
        app.processEvents()


def _populate(book: Casebook, persons: int, items: int) -> int:
    """Import persons and give many of them a case with its checklist and a day; return how many items."""
    people = fill(book, persons)
    book.write(cases.open_case, people[0], category="K", post="new-delhi", today=TODAY)
    raw = driver(book)
    raw.execute("PRAGMA foreign_keys=OFF")
    raw.execute("BEGIN")
    (lines,) = raw.execute("SELECT count(*) FROM case_item").fetchone()
    wanted = max(1, items // lines - 1)
    _copy_cases(raw, min(wanted, persons - 1))
    _copy_items(raw)
    raw.execute(
        "INSERT INTO deadline_listing "
        "(id, case_id, rule, part, due, last_day, provisional, certain, owner_id) "
        "SELECT randomblob(16), id, 'CASE-FILE', '', planned_filing || 'T16:00:00.000000+00:00', "
        "planned_filing, 0, 1, owner_id FROM case_file WHERE planned_filing IS NOT NULL"
    )
    raw.execute("COMMIT")
    raw.execute("ANALYZE")
    (count,) = raw.execute("SELECT count(*) FROM case_item").fetchone()
    raw.close()
    return int(count)


def _copy_cases(raw: Any, count: int) -> None:
    """Give the next ``count`` persons a case like the first one, at every stage, with days around today."""
    stages = " ".join(f"WHEN {at} THEN '{stage.value}'" for at, stage in enumerate(MOVES))
    changed = {
        "id": "randomblob(16)",
        "number": "printf('KB-2026-%05d', n + 1)",
        "person_id": "who",
        "stage": f"CASE n % {len(MOVES)} {stages} END",
        "stage_since": f"date('{TODAY}', '-' || (n % 60) || ' days')",
        "planned_filing": f"CASE WHEN n % 3 THEN date('{TODAY}', (n % 90 - 10) || ' days') END",
    }
    names = [column.name for column in CaseRow.__table__.columns]
    values = ", ".join(changed.get(name, f'c."{name}"') for name in names)
    listed = ", ".join(f'"{name}"' for name in names)
    raw.execute(
        f"INSERT INTO case_file ({listed}) SELECT {values} FROM case_file c, "
        "(SELECT id AS who, row_number() OVER (ORDER BY id) - 1 AS n FROM person) WHERE n BETWEEN 1 AND ?",
        (count,),
    )


def _copy_items(raw: Any) -> None:
    """Give every other case the lines of the first one, in every state, some with their day."""
    late = TODAY - timedelta(days=12)
    changed = {
        "id": "randomblob(16)",
        "case_id": "other",
        "state": "CASE abs(random()) % 3 WHEN 0 THEN 'requested' WHEN 1 THEN 'accepted' ELSE 'needed' END",
        "asked_on": f"'{late}'",
        "due_on": f"CASE abs(random()) % 8 WHEN 0 THEN date('{TODAY}', random() % 30 || ' days') END",
    }
    names = [column.name for column in ItemRow.__table__.columns]
    values = ", ".join(changed.get(name, f'i."{name}"') for name in names)
    listed = ", ".join(f'"{name}"' for name in names)
    raw.execute(
        f"INSERT INTO case_item ({listed}) SELECT {values} FROM case_item i, "
        "(SELECT id AS other FROM case_file WHERE id NOT IN (SELECT case_id FROM case_item))"
    )
