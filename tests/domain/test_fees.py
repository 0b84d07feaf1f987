"""Fees are told as far as the table goes, and blank where it does not."""

from datetime import date
from decimal import Decimal

import pytest

from app.domain.casefile import Entries, Speed
from app.domain.fees import Fee, Part, Wanted, fee_for, parse
from app.domain.pack_reader import RulePackError
from app.services import tables
from tests.domain.rules import TODAY, some_sources

NEXT_YEAR = date(2027, 1, 1)
SINGLE, DOUBLE, MULTIPLE = Entries.SINGLE, Entries.DOUBLE, Entries.MULTIPLE
TEXT = """
table = "fees"
version = "1"
review_every_days = 30
effective_from = 2025-01-01

[[fee]]
id = "one"
part = "consular"
country = "IN"
currency = "INR"
amount = "10"
basis = "OFFICIAL"
sources = [{ source = "S1", locator = "Art. 1" }]
checked_on = 2026-01-02
"""


def wanted(**changes: object) -> Wanted:
    fields = {"post": "new-delhi", "country": "IN", "category": "Z", "nationality": ("IN",), **changes}
    return Wanted(**fields)  # type: ignore[arg-type]


def price(changes: dict[str, object], on: date = TODAY, part: Part = Part.CONSULAR) -> Fee:
    return fee_for(tables.prices(), tables.all_measures(), part, wanted(**changes), on)


@pytest.mark.parametrize(
    ("entries", "months", "amount"),
    [
        (SINGLE, None, 2900),
        (DOUBLE, None, 4400),
        (MULTIPLE, 6, 5900),
        (MULTIPLE, 12, 8800),
        (MULTIPLE, 24, 8800),
    ],
)
def test_an_indian_in_india_pays_by_entries(entries: Entries, months: int | None, amount: int) -> None:
    found = price({"entries": entries, "months": months})
    assert (found.amount, found.currency) == (Decimal(amount), "INR")


@pytest.mark.parametrize(
    "changes",
    [
        {},  # entries not known
        {"entries": MULTIPLE},  # validity not known
        {"entries": SINGLE, "nationality": ()},
        {"entries": SINGLE, "nationality": ("DE",)},
        {"entries": SINGLE, "country": "PH", "post": "manila", "nationality": ("PH",)},
        {"entries": SINGLE, "category": "K"},
    ],
)
def test_what_is_not_known_stays_blank(changes: dict[str, object]) -> None:
    assert price(changes).amount is None


def test_r_is_free_and_k_is_not_said_to_be() -> None:
    assert price({"category": "R"}).amount == 0
    assert price({"category": "R", "nationality": ()}, NEXT_YEAR).amount == 0
    assert price({"category": "K", "nationality": ("US",), "entries": SINGLE}).amount is None


def test_the_reduction_is_taken_until_its_last_day() -> None:
    us: dict[str, object] = {"nationality": ("US",), "country": "US", "post": "new-york"}
    reduced = price(us, date(2026, 12, 31))
    assert (reduced.amount, reduced.reduced_until) == (Decimal("105.00"), date(2026, 12, 31))
    full = price(us, NEXT_YEAR)
    assert (full.amount, full.reduced_until) == (Decimal(140), None)


def test_an_amount_with_the_reduction_in_it_is_unknown_after_its_end() -> None:
    assert price({"entries": SINGLE}, date(2026, 12, 31)).amount == 2900
    assert price({"entries": SINGLE}, NEXT_YEAR).amount is None


@pytest.mark.parametrize(
    ("post", "speed", "amount"),
    [
        ("new-delhi", Speed.EXPRESS, Decimal(2908)),
        ("new-delhi", Speed.REGULAR, Decimal(1973)),
        ("new-delhi", None, None),
        ("mumbai", Speed.REGULAR, None),
    ],
)
def test_the_service_fee_goes_by_post_and_speed(
    post: str, speed: Speed | None, amount: Decimal | None
) -> None:
    assert price({"post": post, "speed": speed}, part=Part.SERVICE).amount == amount


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (('"10"', '"ten"'), "amount"),
        (('"10"', '"-1"'), "amount"),
        (('"10"', '"NaN"'), "amount"),
        (('"10"', "10"), "amount"),
        (('currency = "INR"\n', ""), "currency"),
        (('"IN"', '"India"'), "country"),
        (('"consular"', '"bribe"'), "part"),
        (("part =", "pert ="), "part"),
    ],
)
def test_a_wrong_row_is_refused_by_its_key(change: tuple[str, str], key: str) -> None:
    with pytest.raises(RulePackError) as refused:
        parse(TEXT.replace(*change, 1), "fees.toml", some_sources())
    assert (refused.value.item, refused.value.key) == ("one", key)
