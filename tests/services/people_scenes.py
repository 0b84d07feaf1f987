"""Scenes for undo: who works on cases, and who is away."""

from collections.abc import Callable
from typing import Any

from app.domain.absences import Absence
from app.services import absences, case_people, firms
from db.casebook import Casebook
from tests.builders import TODAY, open_case
from tests.services.test_case_people import hire

Run = Callable[[], Any]


def _reassigned(book: Casebook) -> Run:
    ben, keys = book.write(hire).result, [open_case(book).id, open_case(book).id]
    return lambda: book.write(case_people.reassign, [(key, 1) for key in keys], ben)


def _reviewer(book: Casebook) -> Run:
    ben, key = book.write(hire).result, open_case(book).id
    return lambda: book.write(case_people.set_reviewer, key, 1, ben)


def _office(book: Casebook) -> Run:
    key = open_case(book).id
    office = book.write(firms.add_office, "Sample house", "Sampleville", "SG").result
    return lambda: book.write(case_people.set_office, key, 1, office)


def _away(book: Casebook) -> Absence:
    ben = book.write(hire).result
    return Absence(user_id=ben, deputy_id=book.actor.id, start=TODAY, end=TODAY)


def _absence(book: Casebook) -> Run:
    away = _away(book)
    return lambda: book.write(absences.save, away, TODAY)


def _absence_removed(book: Casebook) -> Run:
    saved = book.write(absences.save, _away(book), TODAY).result
    key = saved.id
    assert key
    return lambda: book.write(absences.remove, key, saved.version)


PEOPLE_SCENES: dict[str, Callable[[Casebook], Run]] = {
    "case:reassign": _reassigned,
    "case:reviewer": _reviewer,
    "case:office": _office,
    "absence:save": _absence,
    "absence:remove": _absence_removed,
}
