"""Invoices and credit notes: issued once, numbered without gaps, never changed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import bills, checking, money
from app.domain.bills import Bill, BillLine
from app.domain.quotes import BillKind
from app.errors import UserError
from app.i18n import N_, _
from app.services import case_values, firms, people_list, quote_sharing
from db import counters, trail
from db.models.person_row import PersonListing
from db.models.quote import BillRow, QuoteLineRow, QuoteRow

_REASON_LIMIT = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """One bill in the list of a case; ``credited_by`` is the number of the credit note that took it back."""

    id: UUID
    case_id: UUID
    kind: BillKind
    number: str
    issued_on: date
    issued_by: str
    issued_at: datetime
    bill: Bill
    credits: str = ""
    credited_by: str = ""


def of_case(session: Session, case_id: UUID) -> tuple[Issued, ...]:
    """Return what was issued for a case and those that share its quote, oldest first."""
    cases = quote_sharing.cases_of(session, case_id)
    query = select(BillRow).where(BillRow.case_id.in_(cases)).order_by(BillRow.id)
    rows = session.scalars(query).all()
    credited = {row.credits: row.number for row in rows if row.credits}
    return tuple(
        Issued(
            id=row.id,
            case_id=row.case_id,
            kind=row.kind,
            number=row.number,
            issued_on=row.issued_on,
            issued_by=row.issued_by,
            issued_at=row.issued_at,
            bill=bills.from_text(row.content),
            credits=row.credits,
            credited_by=credited.get(row.number, ""),
        )
        for row in rows
    )


def numbered(session: Session, case_id: UUID, number: str) -> Issued:
    """Return the bill of a case with this number. Raises ``UserError`` with those there are."""
    found = of_case(session, case_id)
    for each in found:
        if each.number == number.strip().upper():
            return each
    message = _("There is no invoice {number} for this case.").format(number=number[:40])
    raise UserError(message, ", ".join(each.number for each in found), field="invoice")


def refuse_parting(session: Session, case_id: UUID) -> None:
    """Raise ``UserError`` where a case's line stands on an invoice kept with another case of its quote."""
    query = select(QuoteLineRow.id).where(QuoteLineRow.case_id == case_id)
    own = {str(key) for key in session.scalars(query)}
    for issued in of_case(session, case_id):
        stands = issued.kind is BillKind.INVOICE and not issued.credited_by and issued.case_id != case_id
        if stands and any(line.line_id in own for line in issued.bill.lines):
            raise UserError(
                _("A fee of this case stands on the family's invoice {number}.").format(number=issued.number),
                _("Issue a credit note for it first."),
            )


def standing(session: Session, case_id: UUID) -> dict[str, str]:
    """Return the number of the invoice on which each line of a quote stands, by the line's key as text."""
    return {
        line.line_id: issued.number
        for issued in of_case(session, case_id)
        if issued.kind is BillKind.INVOICE and not issued.credited_by
        for line in issued.bill.lines
    }


def refuse_billed(session: Session, case_id: UUID, line_id: UUID) -> None:
    """Raise ``UserError`` where a line of a quote stands on an invoice."""
    number = standing(session, case_id).get(str(line_id))
    if number:
        raise UserError(
            _("This line stands on invoice {number}, which never changes.").format(number=number),
            _("Issue a credit note first, or add another line."),
        )


@trail.operation("invoice:issue", N_("Issue invoice"), trail.FINAL)
def issue(session: Session, case_id: UUID, today: date, *, lines: Collection[UUID] = ()) -> Issued:
    """Issue an invoice for the lines chosen, else for all that are on none; it never changes afterwards.

    Where cases share a quote it is for all of them, and kept with the principal's. Raises ``UserError``
    where there is no payer, nothing to invoice, or a line is on an invoice already.
    """
    case_values.row(session, case_id)
    cases = quote_sharing.cases_of(session, case_id)
    payer = _payer(session, cases[0])
    chosen = _lines(session, cases[0], lines)
    client = _client(session, cases[0])
    bill = Bill(payer=payer[0], payer_address=payer[1], client=client, lines=chosen, firm=_firm(session))
    return _issued(session, cases[0], BillKind.INVOICE, bill, today)


@trail.operation("invoice:credit", N_("Issue credit note"), trail.FINAL)
def credit(session: Session, case_id: UUID, number: str, today: date, *, reason: str) -> Issued:
    """Take an invoice back as a whole, by a credit note with its own number; its lines are free again.

    Raises ``UserError`` without a reason, or for an invoice that was taken back before.
    """
    taken = numbered(session, case_id, number)
    reason = checking.text(reason, limit=_REASON_LIMIT, lines=True, field="reason")
    if taken.kind is not BillKind.INVOICE or taken.credited_by:
        raise UserError(_("Only an invoice that stands can be taken back."), field="invoice")
    if not reason:
        raise UserError(_("Say why."), _("The reason stands on the credit note."), field="reason")
    back = tuple(
        BillLine(line_id=line.line_id, kind=line.kind, text=line.text, amount=money.negative(line.amount))
        for line in taken.bill.lines
    )
    old = taken.bill
    bill = Bill(
        payer=old.payer, payer_address=old.payer_address, client=old.client, lines=back, reason=reason
    )
    return _issued(session, taken.case_id, BillKind.CREDIT, bill, today, credits=taken.number)


def _firm(session: Session) -> tuple[tuple[str, str], ...]:
    """Return what the firm says about itself on paper, as it is now."""
    firm = firms.firm(session)
    return tuple((name, getattr(firm, name)) for name in firms.FIELDS if name != "case_prefix")


def _payer(session: Session, case_id: UUID) -> tuple[str, str]:
    row = session.scalars(select(QuoteRow).where(QuoteRow.case_id == case_id)).first()
    named = people_list.line_of(session, row.payer_id) if row and row.payer_id else None
    payer = (named.name if named else "") or (row.payer if row else "")
    if not payer:
        raise UserError(
            _("Who pays?"), _("An invoice needs a payer; record one in the quote."), field="payer"
        )
    return payer, row.payer_address if row else ""


def _client(session: Session, case_id: UUID) -> str:
    person = case_values.row(session, case_id).person_id
    return session.scalar(select(PersonListing.name).where(PersonListing.person_id == person)) or ""


def billable(session: Session, case_id: UUID) -> tuple[BillLine, ...]:
    """Return the lines of a case's quote that stand on no invoice and say how much they are."""
    cases = quote_sharing.cases_of(session, case_id)
    taken = standing(session, case_id)
    query = select(QuoteLineRow).where(QuoteLineRow.case_id.in_(cases)).order_by(QuoteLineRow.id)
    clients = {each.case_id: each.client for each in quote_sharing.sharers(session, cases)}
    return tuple(
        BillLine(
            line_id=str(row.id),
            kind=row.kind,
            text=whose(row.text, clients.get(row.case_id, "")),
            amount=row.amount,
        )
        for row in sorted(session.scalars(query), key=lambda row: cases.index(row.case_id))
        if row.kind and row.amount and str(row.id) not in taken
    )


def _lines(session: Session, case_id: UUID, wanted: Collection[UUID]) -> tuple[BillLine, ...]:
    for key in wanted:
        refuse_billed(session, case_id, key)
    keys = {str(key) for key in wanted}
    found = tuple(line for line in billable(session, case_id) if not keys or line.line_id in keys)
    if not found:
        raise UserError(_("Nothing is left to invoice."), _("Every line of the quote is on an invoice."))
    return found


def whose(text: str, client: str) -> str:
    """Return what a line is for, with whom it is for where a quote is shared (else ``client`` is "")."""
    return ": ".join(part for part in (client, text) if part)


def _issued(
    session: Session, case_id: UUID, kind: BillKind, bill: Bill, today: date, credits: str = ""
) -> Issued:
    work = trail.of(session)
    row = BillRow(
        case_id=case_id,
        kind=kind,
        number=_next_number(session, today.year),
        issued_on=today,
        issued_by=work.actor.name,
        issued_at=work.at,
        content=bills.to_text(bill),
        credits=credits,
    )
    session.add(row)
    session.flush()
    trail.note(session, about=case_id, number=row.number)
    return numbered(session, case_id, row.number)


def _next_number(session: Session, year: int) -> str:
    """Return the next number of the firm's year; invoices and credit notes share one row without gaps."""
    prefix = firms.firm(session).case_prefix
    return f"{prefix}-INV-{year}-{counters.next_number(session, f'invoice {prefix} {year}'):04d}"
