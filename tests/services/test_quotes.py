"""The quote of a case: exact sums per currency, payments with their reasons, fees with their sources."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from app.domain.casefile import Entries
from app.domain.item_records import ItemState
from app.domain.money import Money
from app.domain.quotes import Instalment, LineKind, QuoteLine
from app.errors import Conflict, UserError
from app.services import bills, cases, checklists, quotes
from db.casebook import Casebook
from tests.builders import TODAY, open_case

USD, INR = Money("USD", 50000), Money("INR", 290000)


@pytest.fixture
def case(book: Casebook) -> UUID:
    return open_case(book).id


def line(book: Casebook, case: UUID, amount: Money = USD, kind: LineKind = LineKind.SERVICE) -> Any:
    new = QuoteLine(kind=kind, text="首期", amount=amount)
    return book.write(quotes.save_part, case, "lines", new, TODAY).result


def instalment(book: Casebook, case: UUID, amount: Money = USD) -> Any:
    new = Instalment(text="On signing", amount=amount, due_on=date(2026, 12, 1))
    return book.write(quotes.save_part, case, "instalments", new, TODAY).result


def check_rules(book: Casebook, case: UUID) -> None:
    row = next(each for each in book.read(checklists.lines, case, TODAY) if each.line.item.id == "K-ELG-05")
    book.write(checklists.move_item, row.row_id, row.version, ItemState.ACCEPTED, TODAY)


def test_sums_are_per_currency_and_what_is_open_follows_payments(book: Casebook, case: UUID) -> None:
    line(book, case)
    line(book, case, INR, LineKind.CONSULAR)
    part = instalment(book, case, Money("USD", 20000))
    check_rules(book, case)
    version = book.write(quotes.pay, part.id, part.version, None, TODAY).result
    found = book.read(quotes.quote, case)
    assert found.sums.quoted == (INR, USD)
    assert found.sums.open == (INR, Money("USD", 30000))
    book.write(quotes.refund, part.id, version, TODAY, TODAY, amount=Money("USD", 5000))
    assert book.read(quotes.quote, case).sums.open == (INR, Money("USD", 35000))


def test_money_before_the_rules_were_checked_needs_a_reason_that_is_kept(book: Casebook, case: UUID) -> None:
    part = instalment(book, case)
    with pytest.raises(UserError, match="K-ELG-05") as refused:
        book.write(quotes.pay, part.id, part.version, TODAY, TODAY)
    assert refused.value.field == "reason"
    book.write(quotes.pay, part.id, part.version, TODAY, TODAY, reason="Translation costs, agreed")
    settled = book.read(quotes.quote, case).instalments[0][1]
    assert (settled.paid, settled.paid_on, settled.reason) == (USD, TODAY, "Translation costs, agreed")


def test_once_the_rules_were_checked_no_reason_is_asked(book: Casebook, case: UUID) -> None:
    part = instalment(book, case)
    check_rules(book, case)
    book.write(quotes.pay, part.id, part.version, TODAY, TODAY)
    assert book.read(quotes.quote, case).instalments[0][1].reason == ""


def test_a_visa_without_that_item_asks_for_no_reason(book: Casebook) -> None:
    case = open_case(book, category="Z").id
    part = instalment(book, case)
    book.write(quotes.pay, part.id, part.version, TODAY, TODAY)
    assert book.read(quotes.is_checked, case)


@pytest.mark.parametrize(
    ("amount", "day", "field"),
    [
        (Money("EUR", 100), TODAY, "amount"),
        (Money("USD", 50001), TODAY, "amount"),
        (None, date(2027, 1, 1), "paid_on"),
    ],
)
def test_a_payment_that_can_not_be_is_refused(
    book: Casebook, case: UUID, amount: Money | None, day: date, field: str
) -> None:
    part = instalment(book, case)
    with pytest.raises(UserError) as refused:
        book.write(quotes.pay, part.id, part.version, day, TODAY, amount=amount, reason="x")
    assert refused.value.field == field


def test_nothing_is_paid_or_given_back_twice(book: Casebook, case: UUID) -> None:
    part = instalment(book, case)
    with pytest.raises(UserError, match="Nothing was paid"):
        book.write(quotes.refund, part.id, part.version, TODAY, TODAY)
    version = book.write(quotes.pay, part.id, part.version, TODAY, TODAY, reason="x").result
    with pytest.raises(UserError, match="paid already"):
        book.write(quotes.pay, part.id, version, TODAY, TODAY, reason="x")
    with pytest.raises(UserError, match="refund instead"):
        book.write(quotes.remove_part, "instalments", part.id, version)
    version = book.write(quotes.refund, part.id, version, TODAY, TODAY).result
    with pytest.raises(UserError, match="refund is recorded"):
        book.write(quotes.refund, part.id, version, TODAY, TODAY)


def test_a_line_needs_its_amount_and_kind(book: Casebook, case: UUID) -> None:
    for part, field in ((QuoteLine(kind=LineKind.SERVICE), "amount"), (QuoteLine(amount=USD), "kind")):
        with pytest.raises(UserError) as refused:
            book.write(quotes.save_part, case, "lines", part, TODAY)
        assert refused.value.field == field


def test_who_pays_is_a_person_or_a_name(book: Casebook, case: UUID) -> None:
    assert book.read(quotes.quote, case).payer == ""
    version = book.write(quotes.set_field, case, 0, "payer", "Fictional Robotics", TODAY).result
    assert book.read(quotes.quote, case).payer == "Fictional Robotics"
    person = book.read(cases.case, case).person_id
    book.write(quotes.set_field, case, version, "payer_id", person, TODAY)
    assert book.read(quotes.quote, case).payer == "SAMPLE, Ananya"
    with pytest.raises(Conflict):
        book.write(quotes.set_field, case, version, "note", "x", TODAY)


def test_fees_come_from_the_table_with_source_and_day_and_once(book: Casebook, case: UUID) -> None:
    assert book.write(quotes.prefill, case, TODAY).result == ()  # no fee for K was ever published
    case = open_case(book, category="S2").id
    book.write(cases.set_field, case, 1, "requested_entries", Entries.SINGLE, TODAY)
    added = book.write(quotes.prefill, case, TODAY).result
    assert [(each.kind, each.amount) for each in added] == [(LineKind.CONSULAR, INR)]
    assert "P23" in added[0].source
    assert added[0].read_on == date(2026, 11, 23)
    assert book.write(quotes.prefill, case, TODAY).result == ()
    assert len(book.read(quotes.proposed, case, TODAY)) == 1


def test_a_line_on_an_invoice_is_fixed_until_a_credit_note(book: Casebook, case: UUID) -> None:
    part = line(book, case)
    book.write(quotes.set_field, case, 0, "payer", "Fictional Robotics", TODAY)
    number = book.write(bills.issue, case, TODAY).result.number
    for attempt in (
        lambda: book.write(quotes.remove_part, "lines", part.id, part.version),
        lambda: book.write(quotes.save_part, case, "lines", part, TODAY),
    ):
        with pytest.raises(UserError, match=number):
            attempt()
    book.write(bills.credit, case, number, TODAY, reason="Wrong amount")
    book.write(quotes.remove_part, "lines", part.id, part.version)
    assert book.read(quotes.quote, case).lines == ()
