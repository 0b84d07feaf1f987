"""What a case costs, in figures."""

from app.domain import quotes
from app.domain.money import Money
from app.domain.quotes import Instalment, LineKind, QuoteLine, Settled, Sums

LINES = (
    QuoteLine(kind=LineKind.SERVICE, text="Fee", amount=Money("USD", 60000)),
    QuoteLine(kind=LineKind.CONSULAR, text="Visa fee", amount=Money("INR", 290000)),
    QuoteLine(kind=LineKind.DISBURSEMENT, text="Amount not known yet"),
)


def test_a_quote_without_lines_comes_to_nothing() -> None:
    assert quotes.sums((), ()) == Sums()


def test_currencies_are_never_mixed() -> None:
    found = quotes.sums(LINES, ())
    assert set(found.quoted) == {Money("USD", 60000), Money("INR", 290000)}
    assert set(found.open) == set(found.quoted)


def test_what_was_given_back_is_open_again() -> None:
    part = Instalment(text="First", amount=Money("USD", 60000))
    paid = Settled(paid=Money("USD", 60000), refunded=Money("USD", 25000))
    found = quotes.sums(LINES[:1], [(part, paid)])
    assert found.planned == (Money("USD", 60000),)
    assert found.open == (Money("USD", 25000),)
