"""Dates of a column that could be two days."""

import pytest

from app.domain.importing import orders
from app.errors import UserError
from tests.builders import TODAY


def test_a_column_tells_how_many_of_its_dates_could_be_two_days() -> None:
    texts = ["03/04/1998", "25/12/2001", "1998-04-02", "2 Apr 1998", "nonsense", "05.06.2001", ""]
    found = orders.looked_at(texts, TODAY)
    assert (found.ambiguous, found.example, found.only_dmy, found.only_mdy) == (2, "03/04/1998", 1, 0)
    assert found.is_open


def test_a_day_that_is_its_month_is_plain() -> None:
    assert not orders.looked_at(["04/04/1998", "2001-02-03", "12 May 2001"], TODAY).is_open


@pytest.mark.parametrize(
    ("text", "order", "read"),
    [
        ("03/04/1998", "dmy", "1998-04-03"),
        ("03/04/1998", "mdy", "1998-03-04"),
        ("01/02/03", "ymd", "2001-02-03"),
        ("1998-04-02", "", "1998-04-02"),
        ("25/12/2001", "dmy", "25/12/2001"),
        ("1998", "mdy", "1998"),
        ("no date", "dmy", "no date"),
    ],
)
def test_the_order_of_the_column_decides(text: str, order: str, read: str) -> None:
    assert orders.chosen(text, order, TODAY, past=True) == read


def test_without_the_order_a_date_that_could_be_two_days_is_not_guessed() -> None:
    with pytest.raises(UserError, match="could be two days"):
        orders.chosen("03/04/1998", "", TODAY)


@pytest.mark.parametrize(
    ("text", "order"), [("12/25/2001", "dmy"), ("25/12/2001", "mdy"), ("03/04/1998", "ymd")]
)
def test_a_date_against_the_order_of_its_column_is_told(text: str, order: str) -> None:
    with pytest.raises(UserError, match="does not fit the order"):
        orders.chosen(text, order, TODAY)
