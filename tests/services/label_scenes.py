"""Scenes of labels and of changes of many rows, for the test that undoes everything."""

from collections.abc import Callable
from datetime import date
from typing import Any

from app.domain.labels import How
from app.services import bulk_edits, bulk_items, labels, people_labels
from app.services.bulk_edits import Wanted
from db.casebook import Casebook
from tests.builders import TODAY, add_person, open_case

Run = Callable[[], Any]


def _set(book: Casebook) -> Run:
    key = add_person(book)
    book.write(labels.set_labels, key, "VIP, old")
    return lambda: book.write(labels.set_labels, key, "VIP, 加急")


def _cases(book: Casebook) -> Run:
    keys = [open_case(book).id, open_case(book).id]
    wanted = Wanted("planned_filing", date(2026, 12, 14))
    lines = book.read(bulk_edits.preview, keys, wanted, TODAY)
    return lambda: book.write(bulk_edits.apply, lines, wanted, TODAY)


def _persons(book: Casebook) -> Run:
    keys = [add_person(book), add_person(book)]
    wanted = Wanted("labels", ("VIP",), How.ADD)
    lines = book.read(people_labels.preview, keys, wanted, TODAY)
    return lambda: book.write(people_labels.apply, lines, wanted, TODAY)


def _items(book: Casebook) -> Run:
    keys = [open_case(book).id, open_case(book).id]
    wanted = Wanted("item.due_on", TODAY, items=("K-DOC-01", "K-DOC-07"))
    lines = book.read(bulk_items.preview, keys, wanted, TODAY)
    return lambda: book.write(bulk_items.apply, lines, wanted, TODAY)


LABEL_SCENES: dict[str, Callable[[Casebook], Run]] = {
    "label:set": _set,
    "case:bulk-edit": _cases,
    "case:item:bulk-edit": _items,
    "person:bulk-label": _persons,
}
