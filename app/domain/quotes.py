"""What a case costs and who pays: lines, instalments, what was paid and given back; sums per currency."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain import money
from app.domain.fields import Kind, Labelled, Part, field
from app.domain.money import Money
from app.i18n import N_

# The item that says whether the post's K rules were checked before fees are taken (domain.md §5.2).
RULES_CHECK = "K-ELG-05"


class LineKind(Labelled):
    """Who gets the money of a line in the end."""

    SERVICE = "service", N_("Our service fee")
    CONSULAR = "consular", N_("Consular visa fee")
    CENTRE = "centre", N_("Service fee of the visa centre")
    DISBURSEMENT = "disbursement", N_("Disbursement")


class BillKind(Labelled):
    """What was issued."""

    INVOICE = "invoice", N_("Invoice")
    CREDIT = "credit", N_("Credit note")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteHead(Part):
    """Who pays, a person of the casebook or a name as it is to stand on the paper; and what was signed."""

    payer_id: UUID | None = field(N_("Payer"), Kind.PERSON)
    payer: str = field(N_("Payer not in the casebook"), limit=300)
    payer_address: str = field(N_("Payer's address"), Kind.LINES, limit=500)
    note: str = field(N_("Note on the quote"), Kind.LINES, limit=2000)
    agreement_signed_on: date | None = field(N_("Agreement signed on"), Kind.DAY)
    authority_signed_on: date | None = field(N_("Authority letter signed on"), Kind.DAY)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteLine(Part):
    """One line of a quote; ``source`` says where a fee of others was read, and when."""

    kind: LineKind | None = field(N_("Kind"), Kind.CHOICE, choices=LineKind)
    text: str = field(N_("Description"), limit=300)
    amount: Money | None = field(N_("Amount"), Kind.MONEY)
    source: str = field(N_("Source of the fee"), limit=500, short=N_("Source"))
    read_on: date | None = field(N_("Fee read on"), Kind.DAY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Instalment(Part):
    """What is to be paid when; what happened to it is recorded by operations of its own."""

    text: str = field(N_("Description"), limit=300)
    amount: Money | None = field(N_("Amount"), Kind.MONEY)
    due_on: date | None = field(N_("Due on"), Kind.DAY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What was paid of an instalment, and given back; ``reason`` stands where it was paid early."""

    paid: Money | None = None
    paid_on: date | None = None
    refunded: Money | None = None
    refunded_on: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """A quote in figures, each per currency: what it comes to, and how it stands."""

    quoted: tuple[Money, ...] = ()
    planned: tuple[Money, ...] = ()
    paid: tuple[Money, ...] = ()
    refunded: tuple[Money, ...] = ()
    open: tuple[Money, ...] = ()


class Standing(Labelled):
    """How a quote stands."""

    NONE = "none", N_("No quote yet")
    OPEN = "open", N_("Not paid in full")
    PAID = "paid", N_("Paid in full")


def standing(sums: Sums) -> Standing:
    """Return how a quote stands; one in two currencies is paid where both are."""
    if not sums.quoted:
        return Standing.NONE
    return Standing.OPEN if any(each.minor > 0 for each in sums.open) else Standing.PAID


def sums(lines: Iterable[QuoteLine], instalments: Sequence[tuple[Instalment, Settled]]) -> Sums:
    """Return the sums; open is what was quoted, less what was paid and not given back."""
    quoted = [line.amount for line in lines if line.amount]
    paid = [settled.paid for _part, settled in instalments if settled.paid]
    refunded = [settled.refunded for _part, settled in instalments if settled.refunded]
    return Sums(
        quoted=money.totals(quoted),
        planned=money.totals(part.amount for part, _settled in instalments if part.amount),
        paid=money.totals(paid),
        refunded=money.totals(refunded),
        open=money.totals([*quoted, *map(money.negative, paid), *refunded]),
    )
