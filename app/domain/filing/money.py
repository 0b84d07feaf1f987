"""Quote, invoice and receipt as printed: every amount written out already, in both languages."""

from dataclasses import dataclass
from datetime import date

from app.domain.filing import CaseDocument
from app.i18n import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyLine:
    """One line: what for, how much, and what stands beside it (a day, a source)."""

    what: Bilingual
    amount: Bilingual
    text: str = ""
    aside: Bilingual | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Payer:
    """Who pays; the address may have several lines."""

    name: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotePaper(CaseDocument):
    """What was quoted: lines, the sum of each currency, and when it is to be paid."""

    written_on: date
    payer: Payer
    lines: tuple[MoneyLine, ...] = ()
    totals: tuple[Bilingual, ...] = ()
    instalments: tuple[MoneyLine, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoicePaper(CaseDocument):
    """An invoice or credit note as it was issued; without a number it is a draft that was not."""

    number: str
    issued_on: date
    payer: Payer
    client: str
    lines: tuple[MoneyLine, ...] = ()
    totals: tuple[Bilingual, ...] = ()
    credits: str = ""  # the number of the invoice that a credit note takes back
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptPaper(CaseDocument):
    """What was paid and given back, by day, with the sums that stand."""

    written_on: date
    payer: Payer
    paid: tuple[MoneyLine, ...] = ()
    refunded: tuple[MoneyLine, ...] = ()
    totals: tuple[Bilingual, ...] = ()
