"""Quote, invoice, credit note and receipt: what it is for, how much, by when; and no word of trust money."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.domain.filing.money import InvoicePaper, MoneyLine, Payer, QuotePaper, ReceiptPaper
from app.i18n import Bilingual, both
from app.pdf.documents import pages, parts
from app.pdf.tree import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    KeyValues,
    Language,
    Note,
    Paragraph,
    Said,
    Signatory,
    Signatures,
    Space,
    Table,
    Words,
)

_LINES = (Column("", 0.5), Column(both("What for"), 5.6), Column(both("Amount"), 2.6, kind="money"))
_DATED = (
    Column("", 0.5),
    Column(both("What for"), 4.2),
    Column(both("On"), 2.2),
    Column(both("Amount"), 2.6, kind="money"),
)


def quote(value: QuotePaper, language: Language, paper: str) -> Document:
    """Return a quote: lines, sums, and when it is to be paid."""
    return pages.client(value.head, both("Quote"), _quote(value), language, paper, most_pages=1)


def _quote(value: QuotePaper) -> Iterator[Block]:
    yield _facts((both("Date"), parts.day(value.written_on)), *_payer(value.payer), _visa(value))
    yield from _table(value.lines, value.totals, both("Nothing is quoted yet."))
    if value.instalments:
        yield Heading(both("To be paid"))
        yield _dated_table(value.instalments)
    if value.note:
        yield Space(4)
        yield Paragraph(value.note)
    yield Space(6)
    yield Note((_others(), _no_trust()))


def invoice(value: InvoicePaper, language: Language, paper: str) -> Document:
    """Return an invoice or credit note, or the draft of one; its number stands in its title."""
    made = pages.client(value.head, _title(value), _invoice(value), language, paper, most_pages=1)
    return replace(
        made, title=parts.filled(both("{title} {number}"), title=_title(value), number=value.number)
    )


def _title(value: InvoicePaper) -> Bilingual:
    if not value.number:
        return both("Draft of an invoice, not issued")
    return both("Credit note") if value.credits else both("Invoice")


def _invoice(value: InvoicePaper) -> Iterator[Block]:
    yield _facts(
        (both("Number"), value.number),
        (both("Date"), parts.day(value.issued_on)),
        (both("Takes back invoice"), value.credits),
        *_payer(value.payer),
        (both("Client"), value.client),
        _visa(value),
    )
    if value.reason:
        yield Paragraph(parts.filled(both("Reason: {reason}"), reason=value.reason))
    yield from _table(value.lines, value.totals, both("Nothing is quoted yet."))
    yield Space(6)
    yield Note((_no_trust(),))


def receipt(value: ReceiptPaper, language: Language, paper: str) -> Document:
    """Return a receipt: what was paid and given back, signed by the firm."""
    return pages.client(
        value.head, both("Receipt for payments"), _receipt(value), language, paper, most_pages=1
    )


def _receipt(value: ReceiptPaper) -> Iterator[Block]:
    yield _facts((both("Date"), parts.day(value.written_on)), *_payer(value.payer), _visa(value))
    if not value.paid:
        yield Space(4)
        yield Paragraph(both("No payment is recorded."))
    sums = _sums(both("Received, less what was given back"), value.totals) if value.paid else ()
    received, back = (both("Received"), value.paid), (both("Given back"), value.refunded)
    shown = [each for each in (received, back) if each[1]]
    for title, lines in shown:
        yield Heading(title)
        yield _dated_table(lines, sums if title is shown[-1][0] else ())
    if value.paid:
        yield Space(6)
        yield Signatures((Signatory(both("For the firm"), value.head.prepared_by),))
    yield Space(8)
    yield Note((_no_trust(),))


def _facts(*rows: tuple[Bilingual, Words | None]) -> KeyValues:
    return KeyValues(parts.pairs(*rows), columns=2)


def _payer(payer: Payer) -> tuple[tuple[Bilingual, Words | None], ...]:
    return (both("Payer"), payer.name), (both("Payer's address"), ", ".join(payer.address.split("\n")))


def _visa(value: QuotePaper | InvoicePaper | ReceiptPaper) -> tuple[Bilingual, Words | None]:
    return both("Visa"), parts.inline(value.head.category, value.head.post)


def _table(lines: Sequence[MoneyLine], totals: Sequence[Bilingual], nothing: Bilingual) -> Iterator[Block]:
    yield Space(4)
    if not lines:
        yield Paragraph(nothing)
        return
    rows = [_row(line, at) for at, line in enumerate(lines, 1)]
    sums = [(number, what, amount) for number, what, _on, amount in _sums(both("Total"), totals)]
    yield Table(_LINES, (*rows, *sums))


def _dated_table(lines: Sequence[MoneyLine], sums: Sequence[tuple[Cell, ...]] = ()) -> Table:
    return Table(_DATED, (*(_dated(line, at) for at, line in enumerate(lines, 1)), *sums))


def _sums(label: Bilingual, totals: Sequence[Bilingual]) -> tuple[tuple[Cell, ...], ...]:
    """Return the last rows of a table: a sum for each currency, under the amounts."""
    return tuple(((), (Said(label, "strong"),), (), (Said(each, "strong"),)) for each in totals)


def _row(line: MoneyLine, number: int) -> tuple[Cell, ...]:
    return ((str(number),), _what(line), (line.amount,))


def _dated(line: MoneyLine, number: int) -> tuple[Cell, ...]:
    on: Cell = (parts.day(line.on),) if line.on else ()
    return ((str(number),), _what(line), on, (line.amount,))


def _what(line: MoneyLine) -> Cell:
    return (line.what, Said(line.text, "small")) if line.text else (line.what,)


def _others() -> Bilingual:
    return both(
        "Consular fees and fees of visa centres are set by others and may change before they are paid."
    )


def _no_trust() -> Bilingual:
    """Return what the paper does not claim."""
    return both("This paper does not say how money is kept: it is no statement of a client or trust account.")
