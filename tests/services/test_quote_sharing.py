"""One quote for a family: shown from each case, paid once, checked for all, told to the others."""

from typing import Any
from uuid import UUID

import pytest

from app.domain.families import FamilyRole
from app.domain.money import Money
from app.domain.quotes import Instalment, LineKind, QuoteLine, Standing, standing
from app.errors import UserError
from app.services import bills, cases, families, quote_sharing, quotes
from app.services.documents import money
from app.services.orders import Order
from db.casebook import Casebook
from tests.builders import TODAY
from tests.db.content import content_hash
from tests.services.test_case_people import version
from tests.services.test_families import changed, three
from tests.services.test_quotes import check_rules

FIVE, ONE = Money("USD", 50000), Money("USD", 10000)


def add(book: Casebook, case: UUID, amount: Money, text: str = "Advice") -> Any:
    line = QuoteLine(kind=LineKind.SERVICE, text=text, amount=amount)
    return book.write(quotes.save_part, case, "lines", line, TODAY).result


def plan(book: Casebook, case: UUID, amount: Money) -> Any:
    return book.write(quotes.save_part, case, "instalments", Instalment(amount=amount), TODAY).result


@pytest.fixture
def family(book: Casebook) -> tuple[UUID, UUID, UUID]:
    """Return a principal's case with a payer and a fee, a spouse's and a child's with a fee of its own."""
    top, spouse, child = three(book)
    book.write(quotes.set_field, top, 0, "payer", "Fictional Robotics", TODAY)
    add(book, top, FIVE)
    add(book, child, ONE)
    return top, spouse, child


def test_each_case_shows_the_principals_quote_with_the_fees_of_all(
    book: Casebook, family: tuple[UUID, UUID, UUID]
) -> None:
    top, spouse, child = family
    for case in family:
        held = book.read(quotes.quote, case)
        assert held.payer == "Fictional Robotics"
        assert held.sums.quoted == (Money("USD", 60000),)
        assert [each.case_id for each in held.shared] == [top, spouse, child]
        assert [held.cases[line.id] for line in held.lines if line.id] == [top, child]
    written = book.read(quotes.quote, top).head.version
    book.write(quotes.set_field, spouse, written, "payer", "Fictional Motors", TODAY)
    assert book.read(quotes.quote, top).payer == "Fictional Motors"


def test_a_case_with_a_quote_of_its_own_keeps_to_itself(
    book: Casebook, family: tuple[UUID, UUID, UUID]
) -> None:
    top, _spouse, child = family
    book.write(families.link, child, top, FamilyRole.CHILD, shares_quote=False)
    assert book.read(quotes.quote, child).shared == ()
    assert book.read(quotes.quote, child).sums.quoted == (ONE,)
    assert book.read(quotes.quote, top).sums.quoted == (FIVE,)
    assert book.read(quote_sharing.cases_of, child) == (child,)


def test_fees_come_along_when_a_case_is_linked_and_leave_with_it(
    book: Casebook, family: tuple[UUID, UUID, UUID]
) -> None:
    top, _spouse, child = family
    before = content_hash(book)
    book.write(families.unlink, child)
    assert book.read(quotes.quote, top).sums.quoted == (FIVE,)
    assert book.read(quotes.quote, child).sums.quoted == (ONE,)
    book.undo()
    assert content_hash(book) == before


def test_a_payment_needs_the_check_of_every_case_in_the_quote_or_a_reason(
    book: Casebook, family: tuple[UUID, UUID, UUID]
) -> None:
    top, spouse, child = family
    part = plan(book, top, Money("USD", 60000))
    for case in (top, spouse):
        check_rules(book, case)
        assert not book.read(quotes.is_checked, top)
    with pytest.raises(UserError, match="K-ELG-05"):
        book.write(quotes.pay, part.id, part.version, TODAY, TODAY)
    check_rules(book, child)
    book.write(quotes.pay, part.id, part.version, TODAY, TODAY)
    for case in family:
        assert standing(book.read(quotes.quote, case).sums) is Standing.PAID


def test_what_is_quoted_or_paid_in_one_case_is_told_to_the_others(
    book: Casebook, family: tuple[UUID, UUID, UUID]
) -> None:
    top, spouse, child = family
    for looking in (top, spouse):
        assert changed(book, looking, child) == ["Quoted — USD 100.00"]
        book.write(families.seen, looking, child)
    part = plan(book, top, FIVE)
    book.write(quotes.pay, part.id, part.version, TODAY, TODAY, reason="Translation")
    assert "Paid — USD 500.00" in changed(book, child, top)
    assert changed(book, top, child) == []
    book.write(families.link, child, top, FamilyRole.CHILD, shares_quote=False)
    add(book, top, ONE)
    assert changed(book, child, top) == []


def test_one_invoice_is_for_all_and_names_whose_each_fee_is(
    book: Casebook, family: tuple[UUID, UUID, UUID]
) -> None:
    top, spouse, child = family
    issued = book.write(bills.issue, child, TODAY).result
    clients = [each.client for each in book.read(quotes.quote, top).shared]
    texts = [line.text for line in issued.bill.lines]
    assert texts == [f"{clients[0]}: Advice", f"{clients[2]}: Advice"]
    assert issued.case_id == top
    assert [each.number for each in book.read(bills.of_case, spouse)] == [issued.number]
    with pytest.raises(UserError, match="stands on the family's invoice"):
        book.write(families.unlink, child)
    book.write(bills.credit, spouse, issued.number, TODAY, reason="Wrong payer")
    book.write(families.unlink, child)


def test_the_printed_quote_says_whose_each_fee_is(book: Casebook, family: tuple[UUID, UUID, UUID]) -> None:
    paper = book.read(money.quote, Order(kind="quote", case_id=family[1]), TODAY)
    assert [line.text.partition(": ")[2] for line in paper.lines] == ["Advice", "Advice"]
    assert paper.totals[0].en == "USD\u00a0600.00"


def test_an_archived_dependant_is_no_longer_in_the_quote(
    book: Casebook, family: tuple[UUID, UUID, UUID]
) -> None:
    top, _spouse, child = family
    book.write(cases.archive, child, version(book, child))
    assert book.read(quotes.quote, top).sums.quoted == (FIVE,)


def test_fees_of_the_table_are_taken_once_for_each_case(
    book: Casebook, family: tuple[UUID, UUID, UUID]
) -> None:
    top, _spouse, child = family
    taken = [len(book.write(quotes.prefill, case, TODAY).result) for case in (top, child)]
    assert taken[0] == taken[1]
    assert len(book.read(quotes.quote, top).lines) == 2 + sum(taken)
