"""Invoices are issued once, numbered without gaps, and frozen; credit notes take them back."""

from datetime import date
from uuid import UUID

import pytest

from app.domain.money import Money
from app.domain.quotes import BillKind, LineKind, QuoteLine
from app.errors import UserError
from app.services import bills, quotes
from db.casebook import Casebook
from tests.builders import TODAY, open_case


@pytest.fixture
def case(book: Casebook) -> UUID:
    """A case with a payer and one line."""
    key = open_case(book).id
    book.write(quotes.set_field, key, 0, "payer", "虚构机器人公司", TODAY)
    add(book, key, Money("USD", 50000))
    return key


def add(book: Casebook, case: UUID, amount: Money) -> UUID:
    line = QuoteLine(kind=LineKind.SERVICE, text="<b>Advice</b>", amount=amount)
    key = book.write(quotes.save_part, case, "lines", line, TODAY).result.id
    assert key
    return key


def test_an_invoice_holds_what_was_to_be_paid_and_is_numbered(book: Casebook, case: UUID) -> None:
    add(book, case, Money("INR", 100))
    issued = book.write(bills.issue, case, TODAY).result
    assert (issued.number, issued.kind, issued.issued_by) == (
        "KB-INV-2026-0001",
        BillKind.INVOICE,
        book.actor.name,
    )
    assert (issued.bill.payer, issued.bill.client) == ("虚构机器人公司", "SAMPLE, Ananya")
    assert issued.bill.totals == (Money("INR", 100), Money("USD", 50000))


def test_numbers_have_no_gaps_and_begin_anew_each_year(book: Casebook, case: UUID) -> None:
    book.write(bills.issue, case, TODAY)
    with pytest.raises(UserError, match="Nothing is left"):
        book.write(bills.issue, case, TODAY)
    book.write(bills.credit, case, "kb-inv-2026-0001", TODAY, reason="x")
    book.write(bills.issue, case, TODAY)
    add(book, case, Money("USD", 1))
    book.write(bills.issue, case, date(2027, 1, 4))
    assert [each.number for each in book.read(bills.of_case, case)] == [
        "KB-INV-2026-0001",
        "KB-INV-2026-0002",
        "KB-INV-2026-0003",
        "KB-INV-2027-0001",
    ]


def test_an_issued_invoice_is_not_undone_and_does_not_change(book: Casebook, case: UUID) -> None:
    issued = book.write(bills.issue, case, TODAY).result
    book.write(quotes.set_field, case, 1, "payer", "Somebody else", TODAY)
    book.undo()
    assert book.read(bills.numbered, case, issued.number).bill.payer == "虚构机器人公司"
    book.undo()  # the line and the payer before it: the invoice stays
    assert len(book.read(bills.of_case, case)) == 1


def test_a_credit_note_takes_an_invoice_back_once_and_with_a_reason(book: Casebook, case: UUID) -> None:
    number = book.write(bills.issue, case, TODAY).result.number
    with pytest.raises(UserError) as refused:
        book.write(bills.credit, case, number, TODAY, reason=" ")
    assert refused.value.field == "reason"
    note = book.write(bills.credit, case, number, TODAY, reason="Wrong payer").result
    assert (note.kind, note.credits, note.bill.totals) == (BillKind.CREDIT, number, (Money("USD", -50000),))
    assert book.read(bills.numbered, case, number).credited_by == note.number
    for again in (number, note.number):
        with pytest.raises(UserError, match="that stands"):
            book.write(bills.credit, case, again, TODAY, reason="x")


def test_only_the_lines_chosen_are_invoiced(book: Casebook, case: UUID) -> None:
    chosen = add(book, case, Money("INR", 100))
    issued = book.write(bills.issue, case, TODAY, lines=[chosen]).result
    assert [line.line_id for line in issued.bill.lines] == [str(chosen)]
    with pytest.raises(UserError, match="never changes"):
        book.write(bills.issue, case, TODAY, lines=[chosen])
    assert list(book.read(bills.standing, case)) == [str(chosen)]


def test_an_invoice_needs_a_payer(book: Casebook) -> None:
    case = open_case(book).id
    add(book, case, Money("USD", 1))
    with pytest.raises(UserError, match="Who pays"):
        book.write(bills.issue, case, TODAY)
    with pytest.raises(UserError, match="no invoice"):
        book.read(bills.numbered, case, "KB-INV-2026-0009")
