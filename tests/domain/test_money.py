"""Amounts: read as people type them, exact in every currency, never rounded and never mixed."""

from decimal import Decimal

import pytest

from app.domain import money
from app.domain.money import Money
from app.errors import UserError


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("USD 140", Money("USD", 14000)),
        ("inr 2,900.50", Money("INR", 290050)),
        ("1,23,456.7 INR", Money("INR", 12345670)),
        ("JPY 5000", Money("JPY", 5000)),
        ("KWD 1.125", Money("KWD", 1125)),
        ("ＣＮＹ１２００", Money("CNY", 120000)),
        ("EUR 0.01", Money("EUR", 1)),
        ("CHF 12'000", Money("CHF", 1200000)),
    ],
)
def test_an_amount_is_read_as_it_is_typed(typed: str, read: Money) -> None:
    assert money.parse(typed) == read
    assert money.parse(str(read)) == read


def test_a_number_alone_is_in_the_usual_currency() -> None:
    assert money.parse("140", usual="SGD") == Money("SGD", 14000)


@pytest.mark.parametrize(
    "typed",
    ["140", "", "USD", "USD 0", "USD -5", "ZZZ 5", "USD 5 EUR", "JPY 5.5", "USD 1.234,50", "USD 1.2345",
     "USD 12,34,5", "five dollars", "USD 999999999999999", "=1+1", "USD 1e5"],
)  # fmt: skip
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(UserError):
        money.parse(typed)


def test_an_amount_is_shown_with_its_code() -> None:
    assert money.shown(Money("INR", 290050), "en") == "INR\u00a02,900.50"
    assert money.shown(Money("JPY", 5000), "zh") == "JPY\u00a05,000"
    assert money.shown(Money("USD", -100), "en") == "USD\u00a0-1.00"


def test_sums_are_exact_and_per_currency() -> None:
    tenth = [Money("USD", 10)] * 3
    assert money.totals([*tenth, Money("CNY", 5), Money("EUR", 2), Money("EUR", -2)]) == (
        Money("CNY", 5),
        Money("USD", 30),
    )


def test_what_would_have_to_be_rounded_is_no_amount() -> None:
    assert money.of(Decimal("2175.00"), "INR") == Money("INR", 217500)
    assert money.of(Decimal("37.5"), "JPY") is None
