"""Quote, invoice and receipt gathered from a case: what was issued stays, whatever changes later."""

from uuid import UUID

import pytest

from app.domain.money import Money
from app.domain.quotes import Instalment, LineKind, QuoteLine
from app.errors import UserError
from app.services import bills, firms, quotes
from db.casebook import Casebook
from tests.builders import TODAY, open_case
from tests.services.documents.conftest import gathered


@pytest.fixture
def case(book: Casebook) -> UUID:
    key = open_case(book).id
    book.write(quotes.set_field, key, 0, "payer", "虚构公司", TODAY)
    for amount in (Money("USD", 50000), Money("JPY", 7000)):
        line = QuoteLine(kind=LineKind.SERVICE, text="Advice", amount=amount)
        book.write(quotes.save_part, key, "lines", line, TODAY)
    part = Instalment(text="On signing", amount=Money("USD", 50000))
    saved = book.write(quotes.save_part, key, "instalments", part, TODAY).result
    assert saved.id
    book.write(quotes.pay, saved.id, saved.version, TODAY, TODAY, reason="Agreed", amount=Money("USD", 100))
    return key


def test_a_quote_has_its_lines_and_a_sum_of_each_currency(book: Casebook, case: UUID) -> None:
    found = gathered(book, "quote", case)
    assert found.payer.name == "虚构公司"
    assert [each.en for each in found.totals] == ["JPY\u00a07,000", "USD\u00a0500.00"]
    assert [each.what.en for each in found.instalments] == ["On signing"]


def test_before_any_was_issued_an_invoice_is_a_draft(book: Casebook, case: UUID) -> None:
    found = gathered(book, "invoice", case)
    assert (found.number, found.head.draft) == ("", True)
    assert len(found.lines) == 2


def test_an_issued_invoice_prints_the_same_whatever_changes(book: Casebook, case: UUID) -> None:
    number = book.write(bills.issue, case, TODAY).result.number
    before = gathered(book, "invoice", case)
    book.write(firms.set_firm_field, 1, "name", "Another Name")
    book.write(quotes.set_field, case, 1, "payer", "Somebody else", TODAY)
    assert gathered(book, "invoice", case) == before
    note = book.write(bills.credit, case, number, TODAY, reason="Wrong payer").result
    assert gathered(book, "invoice", case).credits == number
    assert gathered(book, "invoice", case, invoice=number) == before
    assert gathered(book, "invoice", case, invoice=note.number).reason == "Wrong payer"
    with pytest.raises(UserError, match="no invoice"):
        gathered(book, "invoice", case, invoice="KB-INV-1999-0001")


def test_a_receipt_tells_what_was_paid(book: Casebook, case: UUID) -> None:
    found = gathered(book, "receipt", case)
    assert [each.amount.en for each in found.paid] == ["USD\u00a01.00"]
    assert found.refunded == ()
