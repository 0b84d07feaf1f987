"""The firm loads a year of China's working days; deadlines then count by it, and undo takes it back."""

from datetime import date

import pytest

from app.domain.stays import Entry, Extension
from app.errors import UserError
from app.services import agenda, calendars, cases, deadlines, stays
from db.casebook import Casebook
from tests.builders import TODAY, open_case
from tests.domain.test_workday_files import CSV, TOML


def test_a_year_is_loaded_once_and_stands_in_place_of_the_one_before(book: Casebook) -> None:
    book.write(calendars.load, calendars.read(TOML, "2027.toml"))
    shorter = calendars.read(CSV, "2027.csv", source="Notice", announced_on=TODAY)
    book.write(calendars.load, shorter)
    (year,) = book.read(calendars.years)
    assert (year.year, year.holidays, year.source) == (2027, 6, "Notice")
    assert book.read(calendars.calendar).is_announced(2027)
    book.write(calendars.remove, year.id, year.version)
    assert book.read(calendars.years) == []
    assert not book.read(calendars.calendar).is_announced(2027)


def test_a_list_of_days_needs_its_source_and_day(book: Casebook) -> None:
    with pytest.raises(UserError, match="source"):
        calendars.read(CSV, "2027.csv", announced_on=TODAY)
    with pytest.raises(UserError, match="source"):
        calendars.read(CSV, "2027.csv", source="Notice")


def test_what_is_counted_in_working_days_follows_the_loaded_year(book: Casebook) -> None:
    case = open_case(book).id
    day = date(2026, 12, 28)
    book.write(cases.set_field, case, 1, "visa_stay_days", 30, day)
    book.write(stays.save, case, "entries", Entry(entered_on=date(2026, 12, 1)), day)
    book.write(stays.save, case, "extensions", Extension(filed_on=day, accepted_on=day), day)

    def due() -> tuple[date | None, bool]:
        found = book.read(deadlines.of_case, case, day)
        (kept,) = [each for each in found if each.deadline.rule.id == "DL-10"]
        return kept.last_day, kept.deadline.provisional

    assert due() == (date(2027, 1, 7), True)
    text = TOML.replace('"2027-02-05', '"2027-01-04/2027-01-05", "2027-02-05')
    book.write(calendars.load, calendars.read(text, "2027.toml"))
    assert due() == (date(2027, 1, 11), False)
    assert [line.last_day for line in _lines(book) if line.rule.id == "DL-10"] == [date(2027, 1, 11)]
    book.undo()
    assert due() == (date(2027, 1, 7), True)
    assert [line.last_day for line in _lines(book) if line.rule.id == "DL-10"] == [date(2027, 1, 7)]


def _lines(book: Casebook) -> list[agenda.AgendaLine]:
    return book.read(agenda.lines)
