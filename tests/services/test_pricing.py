"""What a case's visa costs is printed as far as the table tells."""

from datetime import date

from app.domain.casefile import Entries
from app.domain.fees import Part
from app.services import packs, pricing
from db.models.case import CaseRow

TODAY = date(2026, 11, 25)
INDIAN = {"nationality": frozenset({"IN"})}


def case(category: str, entries: Entries | None = Entries.SINGLE, filing: date | None = None) -> CaseRow:
    return CaseRow(category=category, requested_entries=entries, planned_filing=filing)


def said(row: CaseRow, post: str = "new-delhi", facts: dict[str, frozenset[str]] = INDIAN) -> str:
    consular = next(f for f in pricing.quote(row, packs.post(post), facts, TODAY) if f.part is Part.CONSULAR)
    return pricing.said(consular)


def test_an_amount_is_printed_with_its_source_and_to_be_confirmed() -> None:
    assert said(case("S2")) == "INR 2900 [P23] (to be confirmed / 待确认)"


def test_a_k_visa_has_no_known_fee() -> None:
    assert said(case("K")) == "to be confirmed / 待确认"


def test_the_planned_day_of_filing_decides() -> None:
    assert said(case("Z", filing=date(2027, 1, 5))) == "to be confirmed / 待确认"


def test_a_reduced_amount_says_until_when() -> None:
    american = {"nationality": frozenset({"US"})}
    text = said(case("Z"), "new-york", american)
    assert text.startswith("USD 105.00 / at 75 per cent, to 2026-12-31 / 按七五折收取，至2026-12-31 [U6]")


def test_an_unknown_nationality_leaves_the_price_open() -> None:
    assert said(case("Z"), facts={}) == "to be confirmed / 待确认"
