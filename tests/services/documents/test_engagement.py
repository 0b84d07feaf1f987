"""Agreement and authority letter, gathered from a case: filled, with what is missing told."""

from uuid import UUID

import pytest

from app.domain.money import Money
from app.domain.quotes import LineKind, QuoteLine
from app.domain.wording import BLANK, LANGUAGES, Paper
from app.services import firms, printing, quotes, wordings
from app.services.orders import Order
from db.casebook import Casebook
from tests.builders import TODAY, open_case
from tests.services.documents.conftest import gathered


@pytest.fixture
def case(book: Casebook) -> UUID:
    book.write(firms.set_firm_field, 1, "address", "00 Sample Street\nSampleville")
    return open_case(book).id


def test_the_supplied_wording_is_filled_and_marked_as_a_draft(book: Casebook, case: UUID) -> None:
    found = gathered(book, "agreement", case)
    assert found.head.draft
    assert found.missing == ()
    assert "SAMPLE, Ananya अनन्या नमूना, born 2 Apr 1998, passport Z0000001" in found.english[0]
    assert "00 Sample Street, Sampleville" in found.english[0]
    assert "1998年4月2日" in found.chinese[0]


def test_the_firms_own_wording_is_no_draft(book: Casebook, case: UUID) -> None:
    for language in LANGUAGES:
        book.write(wordings.save, Paper.AUTHORITY, language, 0, "{client_name}: {visa}")
    found = gathered(book, "authority", case)
    assert not found.head.draft
    assert found.english[0].startswith("SAMPLE, Ananya")
    assert "K字签证" in found.chinese[0]


def test_what_is_not_recorded_is_listed_before_anything_is_printed(book: Casebook, case: UUID) -> None:
    book.write(wordings.save, Paper.AUTHORITY, "en", 0, "{payer} pays {total}")
    found = gathered(book, "authority", case)
    assert [each.en for each in found.missing] == ["Payer", "Sum of the quote"]
    assert found.english == (f"{BLANK} pays {BLANK}",)
    made = printing.made(Order(case_id=case, kind="authority", language="en"), found)
    assert made.problems[:2] == (
        "Payer: not recorded, so left to be written in.",
        "Sum of the quote: not recorded, so left to be written in.",
    )
    book.write(quotes.set_field, case, 0, "payer", "虚构公司", TODAY)
    line = QuoteLine(kind=LineKind.SERVICE, amount=Money("USD", 100))
    book.write(quotes.save_part, case, "lines", line, TODAY)
    assert gathered(book, "authority", case).english == ("虚构公司 pays USD\u00a01.00",)


def test_the_day_of_signing_is_kept_and_lies_not_ahead(book: Casebook, case: UUID) -> None:
    book.write(quotes.set_field, case, 0, "agreement_signed_on", TODAY, TODAY)
    assert book.read(quotes.quote, case).head.agreement_signed_on == TODAY
