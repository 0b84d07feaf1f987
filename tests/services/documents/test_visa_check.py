"""The visa check, gathered; the last day of a stay counts from the day after entry."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from app.domain.casefile import Entries, Stop
from app.services import cases
from db.casebook import Casebook
from tests.builders import TODAY, open_case
from tests.services.documents.conftest import gathered


def case_with(book: Casebook, **values: Any) -> UUID:
    case = open_case(book).id
    for name, value in values.items():
        book.write(cases.set_field, case, book.read(cases.case, case).version, name, value, TODAY)
    return case


def test_nothing_read_yet_is_nothing_known(book: Casebook) -> None:
    value = gathered(book, "visa-check", open_case(book).id)
    assert (value.entries, value.enter_before, value.stay_days, value.last_day) == (None, None, None, None)


def test_the_passport_number_is_in_full_to_be_compared(book: Casebook) -> None:
    value = gathered(book, "visa-check", open_case(book).id)
    assert value.head.applicant.passport_number == "Z0000001"


@pytest.mark.parametrize(
    ("entry", "before", "last"),
    [
        (date(2027, 3, 10), date(2027, 6, 1), date(2027, 4, 9)),
        (date(2027, 6, 1), date(2027, 6, 1), date(2027, 7, 1)),
        (date(2027, 6, 2), date(2027, 6, 1), None),
        (date(2027, 3, 10), None, date(2027, 4, 9)),
    ],
)
def test_thirty_days_from_10_march_end_on_9_april(
    book: Casebook, entry: date, before: date | None, last: date | None
) -> None:
    given = {"planned_entry": entry, "visa_stay_days": 30}
    case = case_with(book, **given, **({"visa_enter_before": before} if before else {}))
    assert gathered(book, "visa-check", case).last_day == last


def test_the_first_stop_is_the_address(book: Casebook) -> None:
    case = case_with(book, requested_entries=Entries.MULTIPLE)
    for start, city in ((date(2027, 5, 1), "上海"), (date(2027, 3, 10), "北京")):
        book.write(
            cases.save_part, case, "itinerary", Stop(start=start, city=city, address="虚构路12号"), TODAY
        )
    assert gathered(book, "visa-check", case).address == "北京 虚构路12号"
