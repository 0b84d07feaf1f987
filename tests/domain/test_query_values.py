"""Values behind a field: days and spans of days, numbers, choices, words."""

from datetime import date

import pytest

from app.domain.query_fields import Holds, Offered, QueryField
from app.domain.query_values import Chosen, Known, Numbers, Span, Words, read
from tests.builders import TODAY

COMING = QueryField("due", "Next deadline", Holds.COMING)
PAST = QueryField("opened", "Opened", Holds.PAST)
NUMBER = QueryField("progress", "Papers checked, per cent", Holds.NUMBER)
POST = QueryField(
    "post",
    "Post",
    Holds.CHOICE,
    (Offered("new-delhi", "New Delhi, Chinese embassy"), Offered("london", "London, Chinese embassy")),
)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("today", TODAY, TODAY),
        ("=", TODAY, TODAY),
        ("+7", date(2026, 11, 30), date(2026, 11, 30)),
        ("<7d", None, date(2026, 11, 29)),
        ("<=7d", None, date(2026, 11, 30)),
        ("＜７天", None, date(2026, 11, 29)),
        (">3w", date(2026, 12, 15), None),
        ("2m", TODAY, date(2027, 1, 23)),
        ("overdue", None, date(2026, 11, 22)),
        ("2026-12..2027-01", date(2026, 12, 1), date(2027, 1, 31)),
        ("2027-01..2026-12", date(2026, 12, 1), date(2027, 1, 31)),
        ("2026-12..", date(2026, 12, 1), None),
        ("today..30d", TODAY, date(2026, 12, 23)),
        ("..2026-12", None, date(2026, 12, 31)),
        (">2026-10", date(2026, 11, 1), None),
        (">=2026-10", date(2026, 10, 1), None),
        ("<2026-10", None, date(2026, 9, 30)),
        ("23 Nov 2026", TODAY, TODAY),
        ("2026年11月23日", TODAY, TODAY),
        ("week", TODAY, date(2026, 11, 29)),
        ("本月", date(2026, 11, 1), date(2026, 11, 30)),
    ],
)
def test_days_that_lie_ahead(typed: str, first: date | None, last: date | None) -> None:
    assert read(COMING, typed, TODAY) == Span(first, last)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("<7d", date(2026, 11, 17), None),
        (">30d", None, date(2026, 10, 23)),
        (">=30d", None, date(2026, 10, 24)),
        ("7d", date(2026, 11, 16), TODAY),
        (">2026-10", date(2026, 11, 1), None),
    ],
)
def test_of_days_that_lie_behind_less_means_nearer(typed: str, first: date | None, last: date | None) -> None:
    assert read(PAST, typed, TODAY) == Span(first, last)


@pytest.mark.parametrize(
    ("typed", "least", "most"),
    [
        ("50", 50, 50),
        (">50%", 51, None),
        ("<=50", None, 50),
        ("20..80", 20, 80),
        ("20..", 20, None),
    ],
)
def test_numbers_are_compared(typed: str, least: int | None, most: int | None) -> None:
    assert read(NUMBER, typed, TODAY) == Numbers(least, most)


@pytest.mark.parametrize("typed", ["new delhi", "New-Delhi", "DELHI", "new"])
def test_a_choice_is_found_by_any_of_its_names_or_a_beginning(typed: str) -> None:
    assert read(POST, typed, TODAY) == Chosen(("new-delhi",))


def test_a_beginning_may_mean_several() -> None:
    assert read(POST, "Chinese", TODAY) == Chosen(("new-delhi", "london"))


@pytest.mark.parametrize("field", [COMING, PAST, NUMBER, POST])
def test_every_field_knows_none_and_any(field: QueryField) -> None:
    assert read(field, "none", TODAY) == Known(is_known=False)
    assert read(field, "Any", TODAY) == Known(is_known=True)


@pytest.mark.parametrize(
    "typed", ["soon", "..", "<", "2026-13", "9999y", "31 Feb 2026", "1..2..3", "-", "0000"]
)
@pytest.mark.parametrize("field", [COMING, PAST, NUMBER])
def test_what_is_no_value_is_none(field: QueryField, typed: str) -> None:
    assert field.holds is Holds.NUMBER or read(field, typed, TODAY) is None
    assert read(POST, typed, TODAY) is None


def test_words_stay_as_they_are() -> None:
    assert read(QueryField("client", "Client", Holds.WORDS), " 王伟 ", TODAY) == Words("王伟")
