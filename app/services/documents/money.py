"""Quote, invoice and receipt of a case, gathered from what was quoted, issued and paid."""

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app.domain import money
from app.domain.bills import Bill, BillLine
from app.domain.filing import PaperHead
from app.domain.filing.money import InvoicePaper, MoneyLine, Payer, QuotePaper, ReceiptPaper
from app.domain.money import Money
from app.domain.people import Part
from app.domain.quotes import Instalment, QuoteLine
from app.i18n import Bilingual, both
from app.services import bills, filing, quotes
from app.services.bills import Issued
from app.services.orders import Order
from app.services.quotes import Quote


def quote(session: Session, order: Order, today: date) -> QuotePaper:
    """Return the quote as it stands today."""
    held = quotes.quote(session, order.case)
    return QuotePaper(
        head=filing.gather(session, order, today).head,
        written_on=today,
        payer=_payer(held),
        lines=tuple(_quoted(held, line, line.amount) for line in held.lines if line.amount),
        totals=_sums(held.sums.quoted),
        instalments=tuple(
            _planned(held, part, part.amount) for part, _done in held.instalments if part.amount
        ),
        note=held.head.note,
    )


def _payer(held: Quote) -> Payer:
    return Payer(name=held.payer, address=held.head.payer_address)


def _quoted(held: Quote, line: QuoteLine, amount: Money) -> MoneyLine:
    what = both(line.kind.label) if line.kind else Bilingual(line.text, line.text)
    text = bills.whose(line.text if line.kind else "", _client(held, line))
    return MoneyLine(what=what, amount=money.both(amount), text=text)


def _client(held: Quote, part: Part) -> str:
    """Return whose a line of a shared quote is, "" for a quote of one case alone."""
    sharer = held.sharer(part)
    return sharer.client if sharer else ""


def _planned(held: Quote, part: Instalment, amount: Money) -> MoneyLine:
    return _moved(held, part, amount, part.due_on)


def _called(part: Instalment) -> Bilingual:
    return Bilingual(part.text, part.text) if part.text else both("Instalment")


def _sums(amounts: tuple[Money, ...]) -> tuple[Bilingual, ...]:
    return tuple(money.both(amount) for amount in amounts)


def invoice(session: Session, order: Order, today: date) -> InvoicePaper:
    """Return an invoice or credit note as it was issued: the one named, else the newest.

    Before any was issued, return the draft of what one would say now. Raises ``UserError`` for a number
    that this case does not have.
    """
    head = filing.gather(session, order, today).head
    issued = bills.of_case(session, order.case)
    if order.invoice:
        return _issued(head, bills.numbered(session, order.case, order.invoice))
    return _issued(head, issued[-1]) if issued else _draft(session, order, head, today)


def _issued(head: PaperHead, issued: Issued) -> InvoicePaper:
    """Return what was issued under the firm's name and at the time of then: nothing later changes it."""
    bill = issued.bill
    told: dict[str, Any] = dict(bill.firm)
    firm = replace(head.firm, **told)
    applicant = replace(head.applicant, passport_name=bill.client, native_name="", chinese_name="")
    then = replace(
        head, firm=firm, applicant=applicant, data_as_of=issued.issued_at, rules_checked_on=None, draft=False
    )
    return InvoicePaper(
        head=then,
        number=issued.number,
        issued_on=issued.issued_on,
        payer=Payer(name=bill.payer, address=bill.payer_address),
        client=bill.client,
        lines=tuple(_billed(line) for line in bill.lines),
        totals=_sums(bill.totals),
        credits=issued.credits,
        reason=bill.reason,
    )


def _billed(line: BillLine) -> MoneyLine:
    return MoneyLine(what=both(line.kind.label), amount=money.both(line.amount), text=line.text)


def _draft(session: Session, order: Order, head: PaperHead, today: date) -> InvoicePaper:
    held = quotes.quote(session, order.case)
    lines = tuple(
        BillLine(
            line_id=str(line.id),
            kind=line.kind,
            text=bills.whose(line.text, _client(held, line)),
            amount=line.amount,
        )
        for line in held.lines
        if line.kind and line.amount
    )
    bill = Bill(payer=held.payer, payer_address=held.head.payer_address, lines=lines)
    return InvoicePaper(
        head=replace(head, draft=True),
        number="",
        issued_on=today,
        payer=_payer(held),
        client=head.applicant.passport_name,
        lines=tuple(_billed(line) for line in bill.lines),
        totals=_sums(bill.totals),
    )


def receipt(session: Session, order: Order, today: date) -> ReceiptPaper:
    """Return what was paid and given back up to today."""
    held = quotes.quote(session, order.case)
    done = held.instalments
    kept = [settled.paid for _part, settled in done if settled.paid]
    back = [money.negative(settled.refunded) for _part, settled in done if settled.refunded]
    return ReceiptPaper(
        head=filing.gather(session, order, today).head,
        written_on=today,
        payer=_payer(held),
        paid=tuple(_moved(held, part, each.paid, each.paid_on) for part, each in done if each.paid),
        refunded=tuple(
            _moved(held, part, each.refunded, each.refunded_on) for part, each in done if each.refunded
        ),
        totals=_sums(money.totals([*kept, *back])),
    )


def _moved(held: Quote, part: Instalment, amount: Money, on: date | None) -> MoneyLine:
    return MoneyLine(what=_called(part), amount=money.both(amount), text=_client(held, part), on=on)
