"""What one operation costs: an edit with its records against the same without, and the work on a case."""

from collections.abc import Callable
from itertools import count
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session, sessionmaker

from app.domain.item_records import ItemState
from app.services import cases, checklists, people
from db.casebook import Casebook
from db.engine import writing
from tests.bench.ground import TODAY, Ground, casebook, driver, fill
from tests.bench.measure import Figure, interleaved, milliseconds

OFTEN = 20  # edits timed as one


def figures(ground: Ground) -> list[Figure]:
    """Edit a person in a casebook that has others too; then open a case, move an item, take it back."""
    with casebook(ground.folder / "Edited.kasebook") as book:
        keys = fill(book, max(ground.size.persons // 50, 10))
        return [_edit(ground, book, keys[0]), *_case_work(ground, book, keys)]


def _edit(ground: Ground, book: Casebook, key: UUID) -> Figure:
    numbers = count()
    plain = sessionmaker(writing(book.engine), class_=Session, expire_on_commit=False)

    def recorded() -> None:
        version = book.read(people.person, key).version
        for _time in range(OFTEN):
            note = f"note {next(numbers)}"
            version = book.write(people.set_field, key, version, "note", note, TODAY).result

    def unrecorded() -> None:
        version = book.read(people.person, key).version
        for _time in range(OFTEN):
            with plain.begin() as session:
                version = people.set_field(session, key, version, "note", f"note {next(numbers)}", TODAY)

    taken = interleaved(ground.size.rounds, {"ours": recorded, "floor": unrecorded})
    return Figure(
        "one edit of a person with its records, chain and search row",
        "the same session code without them",
        taken["ours"] / taken["floor"],
        1.6,
        milliseconds(taken["ours"] / OFTEN),
    )


def _case_work(ground: Ground, book: Casebook, keys: list[UUID]) -> list[Figure]:
    fresh, opened = iter(keys[1:]), []

    def open_case() -> None:
        operation: Any = cases.open_case
        done = book.write(operation, next(fresh), category="K", post="new-delhi", today=TODAY)
        opened.append(done.result.id)

    open_case()
    turn = count()

    def move() -> None:
        line = book.read(checklists.lines, opened[0], TODAY)[0]
        to = ItemState.REQUESTED if line.line.record.state is ItemState.NEEDED else ItemState.NEEDED
        book.write(checklists.move_item, line.row_id, line.version, to, TODAY, reason=f"bench {next(turn)}")

    works: dict[str, Callable[[], object]] = {
        "opening a K case with its checklist": open_case,
        "moving one item of it": move,
        "taking that back": book.undo,
    }
    raw = driver(book)
    taken = interleaved(min(ground.size.rounds, 7), {**works, "floor": lambda: _commit(raw, next(turn))})
    raw.close()
    floor = "one row written and committed by the driver"
    return [
        Figure(work, floor, taken[work] / taken["floor"], None, milliseconds(taken[work])) for work in works
    ]


def _commit(raw: Any, number: int) -> None:
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("INSERT INTO counter VALUES (?, 1)", (f"bench {number}",))
    raw.execute("COMMIT")
