"""The quote of a case: who pays, lines, instalments, what was paid and given back.

Cases of a family that share a quote have one payer, one sum and one state; each line and instalment belongs
to one of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import checking, money, quotes
from app.domain.fields import Part
from app.domain.item_records import ItemState
from app.domain.money import Money
from app.domain.quotes import Instalment, LineKind, QuoteHead, QuoteLine, Settled, Sums
from app.errors import UserError
from app.i18n import N_, _
from app.services import bills, case_values, checklists, post_answers, pricing, quote_sharing, records
from app.services.quote_sharing import Sharer
from db import trail
from db.models.case import CasePart, ItemRow
from db.models.person_row import PersonListing
from db.models.quote import InstalmentRow, QuoteLineRow, QuoteRow

# The parts of a quote, by the names that operations take.
PARTS: dict[str, tuple[type[Part], type[CasePart]]] = {
    "lines": (QuoteLine, QuoteLineRow),
    "instalments": (Instalment, InstalmentRow),
}
_REASON_LIMIT = 1000
_NONE = UUID(int=0)
_CENTRE = {"consular": LineKind.CONSULAR, "service": LineKind.CENTRE}


@dataclass(frozen=True, slots=True)
class Quote:
    """The quote of a case as it stands, with all lines and instalments of the cases that share it."""

    head: QuoteHead
    payer: str  # what stands on the paper
    lines: tuple[QuoteLine, ...]
    instalments: tuple[tuple[Instalment, Settled], ...]
    sums: Sums
    cases: Mapping[UUID, UUID]  # of each line and instalment, by its key
    shared: tuple[Sharer, ...] = ()  # the one that holds it first; () where no other case is in it

    def sharer(self, part: Part) -> Sharer | None:
        """Return whose a line or an instalment is, None where the quote is one case's alone."""
        return next((each for each in self.shared if each.case_id == self.cases.get(part.id or _NONE)), None)


def quote(session: Session, case_id: UUID) -> Quote:
    """Return the quote of a case, which may be its principal's; one that nobody wrote is empty."""
    cases = quote_sharing.cases_of(session, case_id)
    row = _head(session, cases[0])
    head = records.value_of(QuoteHead, row) if row else QuoteHead()
    quoted, planned = _rows(session, QuoteLineRow, cases), _rows(session, InstalmentRow, cases)
    lines = tuple(records.value_of(QuoteLine, each) for each in quoted)
    instalments = tuple((records.value_of(Instalment, each), _settled(each)) for each in planned)
    return Quote(
        head=head,
        payer=_payer(session, head),
        lines=lines,
        instalments=instalments,
        sums=quotes.sums(lines, instalments),
        shared=quote_sharing.sharers(session, cases),
        cases={each.id: each.case_id for each in (*quoted, *planned)},
    )


def own_sums(session: Session, case_id: UUID) -> Sums:
    """Return the sums of one case's own lines and instalments, whoever else is in its quote."""
    lines = [records.value_of(QuoteLine, each) for each in _rows(session, QuoteLineRow, [case_id])]
    planned = _rows(session, InstalmentRow, [case_id])
    return quotes.sums(lines, [(records.value_of(Instalment, each), _settled(each)) for each in planned])


def _head(session: Session, case_id: UUID) -> QuoteRow | None:
    return session.scalars(select(QuoteRow).where(QuoteRow.case_id == case_id)).first()


def _rows(session: Session, rows: Any, cases: Sequence[UUID]) -> Sequence[Any]:
    """Return the rows of cases, those of the first case first."""
    found = session.scalars(select(rows).where(rows.case_id.in_(cases)).order_by(rows.id)).all()
    return sorted(found, key=lambda row: cases.index(row.case_id))


def _settled(row: InstalmentRow) -> Settled:
    return Settled(
        paid=Money(row.currency, row.paid_minor) if row.paid_minor else None,
        paid_on=row.paid_on,
        refunded=Money(row.currency, row.refunded_minor) if row.refunded_minor else None,
        refunded_on=row.refunded_on,
        reason=row.paid_reason,
    )


def _payer(session: Session, head: QuoteHead) -> str:
    query = select(PersonListing.name).where(PersonListing.person_id == head.payer_id)
    return session.scalar(query) or head.payer


@trail.operation("quote:edit", N_("Edit quote"))
def set_field(session: Session, case_id: UUID, version: int, name: str, value: Any, today: date) -> int:
    """Set who pays, or the note; ``version`` is 0 before anything is. Return the new version.

    What is shared is the principal's. Raises ``UserError`` beside the field, or ``Conflict``.
    """
    case_values.row(session, case_id)
    holder = quote_sharing.cases_of(session, case_id)[0]
    row = _head(session, holder)
    if row is None:
        row = QuoteRow(case_id=holder)
        session.add(row)
    else:
        row = records.current(session, QuoteRow, row.id, version)
    checked = checking.fields_of(replace(QuoteHead(), **{name: value}), today, only=name)
    setattr(row, name, getattr(checked, name))
    session.flush()
    return row.version


@trail.operation("quote:save", N_("Edit quote"))
def save_part(session: Session, case_id: UUID, part_name: str, part: Part, today: date) -> Part:
    """Add or change a line or an instalment; return it with its key and version.

    Raises ``UserError`` naming the field, also for a line that stands on an invoice, or ``Conflict``.
    """
    case_values.row(session, case_id)
    kind, rows = PARTS[part_name]
    checked = checking.fields_of(part, today)
    row: Any = None
    if checked.id is None:
        _refuse_empty(checked)
        row = rows()
        row.case_id = case_id
        session.add(row)
    else:
        row = records.current(session, rows, checked.id, checked.version)
        _refuse_fixed(session, row, checked)
    records.put(row, checked)
    session.flush()
    return records.value_of(kind, row)


def _refuse_empty(part: Any) -> None:
    if part.amount is None:
        raise UserError(_("How much is it?"), _("Type it like USD 140 or INR 2,900.50."), field="amount")
    if isinstance(part, QuoteLine) and part.kind is None:
        raise UserError(_("Say what kind of fee it is."), field="kind")


def _refuse_fixed(session: Session, row: Any, part: Any) -> None:
    """Refuse to change what an invoice says, or the currency in which something was paid."""
    if isinstance(row, QuoteLineRow):
        bills.refuse_billed(session, row.case_id, row.id)
    elif row.paid_minor and (part.amount is None or part.amount.currency != row.currency):
        raise UserError(
            _("Something was paid already, in {currency}.").format(currency=row.currency), field="amount"
        )


@trail.operation("quote:remove", N_("Remove from quote"))
def remove_part(session: Session, part_name: str, part_id: UUID, version: int) -> None:
    """Remove a line that is on no invoice, or an instalment of which nothing was paid."""
    row: Any = records.current(session, PARTS[part_name][1], part_id, version)
    if isinstance(row, QuoteLineRow):
        bills.refuse_billed(session, row.case_id, row.id)
    elif row.paid_minor:
        raise UserError(_("Something was paid already; record a refund instead."))
    session.delete(row)


def is_checked(session: Session, case_id: UUID) -> bool:
    """Whether the post's K rules were checked in writing for all who share the quote.

    A case whose visa does not ask for that counts as checked.
    """
    cases = quote_sharing.cases_of(session, case_id)
    query = select(ItemRow.state).where(ItemRow.case_id.in_(cases), ItemRow.item == quotes.RULES_CHECK)
    states = session.scalars(query).all()
    return not states or all(state is ItemState.ACCEPTED for state in states)


@trail.operation("quote:pay", N_("Record payment"))
def pay(
    session: Session, instalment_id: UUID, version: int, paid_on: date | None, today: date,
    *, amount: Money | None = None, reason: str = "",
) -> int:  # fmt: skip
    """Record that an instalment was paid, in full unless an amount is given; return the new version.

    Before the post's K rules were checked a reason is needed, and kept. Raises ``UserError`` or ``Conflict``.
    """
    row = records.current(session, InstalmentRow, instalment_id, version)
    if row.paid_minor:
        raise UserError(_("This instalment is recorded as paid already."))
    row.paid_on = _day(paid_on, today, "paid_on")
    row.paid_minor = _part_of(row, amount, row.minor, "amount")
    row.paid_reason = checking.text(reason, limit=_REASON_LIMIT, lines=True, field="reason")
    if not row.paid_reason and not is_checked(session, row.case_id):
        raise UserError(
            _("The post's K rules were not checked yet ({item}): say why money is taken before.").format(
                item=quotes.RULES_CHECK
            ),
            field="reason",
        )
    session.flush()
    return row.version


@trail.operation("quote:refund", N_("Record refund"))
def refund(
    session: Session, instalment_id: UUID, version: int, refunded_on: date | None, today: date,
    *, amount: Money | None = None,
) -> int:  # fmt: skip
    """Record that what was paid was given back, all of it unless an amount is given.

    Raises ``UserError`` or ``Conflict``.
    """
    row = records.current(session, InstalmentRow, instalment_id, version)
    if not row.paid_minor:
        raise UserError(_("Nothing was paid that could be given back."))
    if row.refunded_minor:
        raise UserError(_("A refund is recorded already."))
    row.refunded_on = _day(refunded_on, today, "refunded_on")
    row.refunded_minor = _part_of(row, amount, row.paid_minor, "amount")
    session.flush()
    return row.version


def _day(day: date | None, today: date, field: str) -> date:
    if day is not None and day > today:
        raise UserError(_("This can't lie in the future."), field=field)
    return day or today


def _part_of(row: InstalmentRow, amount: Money | None, most: int, field: str) -> int:
    if amount is None:
        return most
    if amount.currency != row.currency:
        raise UserError(_("This instalment is in {currency}.").format(currency=row.currency), field=field)
    if amount.minor > most:
        text = _("This is more than {amount}.").format(amount=Money(row.currency, most))
        raise UserError(text, field=field)
    return amount.minor


@trail.operation("quote:prefill", N_("Take fees from the fee table"))
def prefill(session: Session, case_id: UUID, today: date) -> tuple[QuoteLine, ...]:
    """Add the consular and the centre's fee as the fee table has them, where none stands yet.

    Returns the lines added, each with source and day; what the table does not know is left to be confirmed.
    """
    there = {row.kind for row in _rows(session, QuoteLineRow, [case_id])}
    added = []
    for line in proposed(session, case_id, today):
        if line.kind not in there:
            saved = save_part(session, case_id, "lines", line, today)
            added.append(
                records.value_of(QuoteLine, records.find(session, QuoteLineRow, saved.id or case_id))
            )
    return tuple(added)


def proposed(session: Session, case_id: UUID, today: date) -> tuple[QuoteLine, ...]:
    """Return the fees that the fee table knows for a case, as lines of a quote."""
    row = case_values.row(session, case_id)
    known = checklists.evaluated(session, row, today).facts
    fees = pricing.quote(session, row, post_answers.post(session, row.post, today), known, today)
    return tuple(line for fee in fees if (line := _line_of(fee)) is not None)


def _line_of(fee: Any) -> QuoteLine | None:
    amount = money.of(fee.amount, fee.currency) if fee.amount and fee.currency else None
    if amount is None:
        return None
    cited = "; ".join(f"{each.source}: {each.locator}" for each in fee.row.sources)
    text = _("at 75 per cent, to {date}").format(date=fee.reduced_until) if fee.reduced_until else ""
    return QuoteLine(
        kind=_CENTRE[fee.part.value],
        text=text,
        amount=amount,
        source=f"{cited} ({fee.row.basis.value})"[:500],
        read_on=fee.row.checked_on,
    )
