"""Absences: recorded, changed, over by themselves; the deputy's cases meanwhile."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.absences import Absence
from app.domain.cases import Stage
from app.domain.today import Group
from app.errors import UserError
from app.services import absences, board, case_list, case_search, deputies, today
from app.services.documents import day_sheet
from app.services.orders import Order
from app.services.today import Asked
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
        return list(book.read(case_list.ids, owners=book.read(deputies.mine, book.actor.id, day)))

    assert seen(TODAY) == [mine, theirs]
    assert seen(TODAY + WEEK) == [mine, theirs]
    assert seen(TODAY + WEEK + timedelta(days=1)) == [mine]
    assert [each.id for each in book.read(deputies.standing_in, book.actor.id, TODAY)] == [away.id]


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


def test_mine_means_the_same_cases_on_the_first_page_the_board_the_agenda_and_in_a_search(
    book: Casebook,
) -> None:
    away = recorded(book)
    assert away.user_id
    mine, theirs = open_case(book).id, open_case(book, owner_id=away.user_id).id
    for day, expected in ((TODAY, {mine, theirs}), (TODAY + 2 * WEEK, {mine})):
        owners = book.read(deputies.mine, book.actor.id, day)
        found = book.read(case_search.find, "owner:me", today=day, user_id=book.actor.id)
        assert set(found.keys) == expected
        keys = book.read(today.keys, Group.UNSCHEDULED, Asked(day, owners))
        assert {key.id for key in keys} == expected
        assert set(book.read(board.columns, owners=owners)[Stage.ENQUIRY]) == expected
        sheet = book.read(day_sheet.gather, Order(kind="day-sheet", owner_id=book.actor.id, day=day), day)
        assert sheet.cases == len(expected)
        assert {line.case_number for each in sheet.lists for line in each.lines if line.case_number} == {
            line.number for line in book.read(case_list.lines, list(expected))
        }
    found = book.read(case_search.find, "-owner:me", today=TODAY, user_id=book.actor.id)
    assert found.keys == []
