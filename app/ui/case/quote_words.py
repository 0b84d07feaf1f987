"""Sums, payments and invoices in words."""

from app.domain import money
from app.domain.bills import BillLine
from app.domain.money import Money
from app.domain.quotes import Instalment, Settled, Sums, standing
from app.i18n import N_, _, language
from app.services.bills import Issued
from app.ui import words
from app.ui.widgets.table_model import Column


def amounts(found: tuple[Money, ...]) -> str:
    """Return amounts of several currencies, "—" for none."""
    return " + ".join(money.shown(each, language()) for each in found) or "—"


def sums(found: Sums) -> str:
    """Return how a quote stands."""
    told = [
        _(standing(found).label),
        _("Quoted: {amount}").format(amount=amounts(found.quoted)),
        _("Instalments: {amount}").format(amount=amounts(found.planned)),
        _("Paid: {amount}").format(amount=amounts(found.paid)),
    ]
    if found.refunded:
        told.append(_("Refunded: {amount}").format(amount=amounts(found.refunded)))
    told.append(_("Open: {amount}").format(amount=amounts(found.open)))
    return "   ·   ".join(told)


def settled(part: Instalment, done: Settled) -> str:
    """Return what was paid of an instalment, and given back."""
    if done.paid is None:
        return _("Not paid yet.")
    told = [_("Paid {amount} on {day}.").format(amount=_shown(done.paid), day=words.day(done.paid_on))]
    if done.reason:
        told.append(_("Taken before the check because: {reason}").format(reason=done.reason))
    if done.refunded:
        text = _("Refunded {amount} on {day}.")
        told.append(text.format(amount=_shown(done.refunded), day=words.day(done.refunded_on)))
    return " ".join(told)


def billed(line: BillLine) -> str:
    """Return what a line of an invoice is for, and how much it is."""
    what = " · ".join(part for part in (_(line.kind.label), line.text) if part)
    return f"{what}   {_shown(line.amount)}"


def _shown(amount: Money) -> str:
    return money.shown(amount, language())


def _state(issued: Issued) -> str:
    if issued.credited_by:
        return _("Taken back by {number}").format(number=issued.credited_by)
    return _("Takes back {number}").format(number=issued.credits) if issued.credits else ""


BILLS: tuple[Column[Issued], ...] = (
    Column("number", N_("Number"), lambda issued: issued.number, width=150),
    Column("kind", N_("Kind"), lambda issued: _(issued.kind.label), width=110, tone=lambda issued: "plain"),
    Column("issued_on", N_("Issued on"), lambda issued: words.day(issued.issued_on), width=110),
    Column("amount", N_("Amount"), lambda issued: amounts(issued.bill.totals), width=200),
    Column("state", N_("State"), _state, width=200),
)
