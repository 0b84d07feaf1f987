"""Absences: recorded, changed, over by themselves; the deputy's cases meanwhile."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.absences import Absence
from app.errors import UserError
from app.services import absences, case_list
from db.casebook import Casebook
from tests.builders import TODAY, open_case
from tests.services.test_case_people import hire

WEEK = timedelta(days=7)


def recorded(book: Casebook) -> Absence:
    """Record that Ben is away for a week and the actor stands in."""
    ben = book.write(hire).result
    away = Absence(user_id=ben, deputy_id=book.actor.id, start=TODAY, end=TODAY + WEEK)
    return book.write(absences.save, away, TODAY).result


def test_the_deputy_has_both_cases_until_the_last_day_is_over(book: Casebook) -> None:
    away = recorded(book)
    mine, theirs = open_case(book).id, open_case(book, owner_id=away.user_id).id

    def seen(day: date) -> list[object]:
        return list(book.read(case_list.ids, owners=book.read(absences.mine, book.actor.id, day)))

    assert seen(TODAY) == [mine, theirs]
    assert seen(TODAY + WEEK) == [mine, theirs]
    assert seen(TODAY + WEEK + timedelta(days=1)) == [mine]
    assert [each.id for each in book.read(absences.standing_in, book.actor.id, TODAY)] == [away.id]


def test_an_absence_is_changed_and_removed(book: Casebook) -> None:
    away = recorded(book)
    later = book.write(absences.save, replace(away, end=TODAY + 2 * WEEK), TODAY).result
    assert [each.end for each in book.read(absences.rows)] == [TODAY + 2 * WEEK]
    assert later.id is not None
    book.write(absences.remove, later.id, later.version)
    assert book.read(absences.rows) == []


def test_an_absence_that_ends_before_it_begins_is_refused(book: Casebook) -> None:
    away = recorded(book)
    with pytest.raises(UserError, match="before the beginning"):
        book.write(absences.save, replace(away, end=TODAY - WEEK), TODAY)


def test_nobody_who_left_stands_in(book: Casebook) -> None:
    gone = book.write(hire, "gone", True).result
    away = Absence(user_id=book.actor.id, deputy_id=gone, start=TODAY, end=TODAY)
    with pytest.raises(UserError, match="no longer works") as refused:
        book.write(absences.save, away, TODAY)
    assert refused.value.field == "deputy_id"
