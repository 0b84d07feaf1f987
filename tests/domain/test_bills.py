"""Invoices and credit notes as they were issued."""

from app.domain import bills
from app.domain.bills import Bill, BillLine
from app.domain.money import Money
from app.domain.quotes import LineKind

BILL = Bill(
    payer="Fictional Institute 虚构研究所",
    payer_address="1 Invented Road\nNowhere",
    client="SAMPLE, Ananya",
    lines=(
        BillLine(line_id="a", kind=LineKind.SERVICE, text="=SUM(1)", amount=Money("USD", 50000)),
        BillLine(line_id="b", kind=LineKind.CONSULAR, text="签证费", amount=Money("INR", 290000)),
        BillLine(line_id="c", kind=LineKind.CENTRE, text="", amount=Money("USD", 1)),
    ),
    firm=(("name", "Fictional Firm"), ("registration", "EX-0001")),
)


def test_a_bill_is_read_back_as_it_was_kept() -> None:
    assert bills.from_text(bills.to_text(BILL)) == BILL


def test_the_same_bill_is_always_the_same_text() -> None:
    assert bills.to_text(BILL) == bills.to_text(bills.from_text(bills.to_text(BILL)))


def test_each_currency_has_a_total_of_its_own() -> None:
    assert set(BILL.totals) == {Money("USD", 50001), Money("INR", 290000)}
