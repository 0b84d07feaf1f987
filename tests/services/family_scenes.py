"""Scenes for undo: families of cases."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from app.domain.families import FamilyRole
from app.services import cases, families
from db.casebook import Casebook
from tests.builders import TODAY, open_case

Run = Callable[[], Any]


def _two(book: Casebook) -> tuple[UUID, UUID]:
    return open_case(book).id, open_case(book).id


def _linked(book: Casebook) -> Run:
    top, child = _two(book)
    return lambda: book.write(families.link, child, top, FamilyRole.CHILD)


def _unlinked(book: Casebook) -> Run:
    top, child = _two(book)
    book.write(families.link, child, top, FamilyRole.CHILD)
    return lambda: book.write(families.unlink, child)


def _seen(book: Casebook) -> Run:
    top, child = _two(book)
    book.write(families.link, child, top, FamilyRole.CHILD)
    book.write(cases.set_field, top, 1, "planned_entry", date(2026, 12, 28), TODAY)
    return lambda: book.write(families.seen, child, top)


FAMILY_SCENES: dict[str, Callable[[Casebook], Run]] = {
    "case:family:link": _linked,
    "case:family:unlink": _unlinked,
    "case:family:seen": _seen,
}
