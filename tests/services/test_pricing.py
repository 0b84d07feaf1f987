"""What a case's visa costs is printed as far as the table tells."""

from datetime import date

from app.domain.casefile import Entries
from app.domain.fees import Part
from app.i18n import Bilingual
from app.services import case_values, packs, post_answers, pricing, tables
from db.casebook import Casebook
from db.models.case import CaseRow
from tests.builders import open_case
from tests.services.documents.conftest import gathered
from tests.services.test_post_answers import an_answer

TODAY = date(2026, 11, 25)
INDIAN = {"nationality": frozenset({"IN"})}


def case(category: str, entries: Entries | None = Entries.SINGLE, filing: date | None = None) -> CaseRow:
    return CaseRow(category=category, requested_entries=entries, planned_filing=filing)


def said(row: CaseRow, post: str = "new-delhi", facts: dict[str, frozenset[str]] = INDIAN) -> Bilingual:
    asked, on = pricing.wanted(row, packs.post(post), facts), pricing.priced_on(row, TODAY)
    found = pricing.parts(tables.prices(), tables.all_measures(), asked, on)
    return pricing.said(next(fee for fee in found if fee.part is Part.CONSULAR))


def test_an_amount_is_printed_with_its_source_and_to_be_confirmed() -> None:
    assert said(case("S2")) == ("INR 2900 [P23] (to be confirmed)", "INR 2900 [P23]（待确认）")


def test_a_k_visa_has_no_known_fee() -> None:
    assert said(case("K")) == ("to be confirmed", "待确认")


def test_the_planned_day_of_filing_decides() -> None:
    assert said(case("Z", filing=date(2027, 1, 5))) == ("to be confirmed", "待确认")


def test_a_reduced_amount_says_until_when() -> None:
    american = {"nationality": frozenset({"US"})}
    text = said(case("Z"), "new-york", american)
    assert text.en.startswith("USD 105.00, at 75 per cent, to 2026-12-31 [U6]")
    assert text.zh.startswith("USD 105.00，按七五折收取，至2026-12-31 [U6]")


def test_an_unknown_nationality_leaves_the_price_open() -> None:
    assert said(case("Z"), facts={}) == ("to be confirmed", "待确认")


def test_what_a_post_answered_about_the_fee_of_k_is_told_for_k_alone(book: Casebook) -> None:
    young, worker = open_case(book).id, open_case(book, category="Z").id
    new = an_answer(post="new-delhi", fact="post.k_fee", value="INR 1234", source="Mail")
    book.write(post_answers.record, new, TODAY)
    post = book.read(post_answers.post, "new-delhi", TODAY)
    found = [pricing.told(book.read(case_values.row, case), post) for case in (young, worker)]
    assert [each and each.value for each in found] == ["INR 1234", None]
    fees = gathered(book, "summary", young).fees
    assert (fees[-1].text.en, fees[-1].detail) == ("Fee for K", "INR 1234 (Mail)")
