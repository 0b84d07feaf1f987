"""Finished quotes, invoices and receipts to print in tests; people and firm are those of ``samples``."""

from dataclasses import replace
from datetime import date

from app.domain.filing import PaperHead
from app.domain.filing.engagement import EngagementPaper
from app.domain.filing.money import InvoicePaper, MoneyLine, Payer, QuotePaper, ReceiptPaper
from app.i18n import Bilingual
from tests.pdf import samples

PAYER = Payer(name="虚构机器人有限公司 Fictional Robotics Ltd", address="00 Sample Street\nPune 000000")
FEE = Bilingual("Our service fee", "本所服务费")
CONSULAR = Bilingual("Consular visa fee", "领事签证费")
DOLLARS = Bilingual("USD\u00a0900.00", "USD\u00a0900.00")
RUPEES = Bilingual("INR\u00a02,900.00", "INR\u00a02,900.00")
LINES = (
    MoneyLine(what=FEE, amount=DOLLARS, text="Screening, checklist, form and hand-in"),
    MoneyLine(what=CONSULAR, amount=RUPEES),
)
FIRST = Bilingual("On signing", "签约时")


def quote(head: PaperHead = samples.HEAD) -> QuotePaper:
    """Return a quote in two currencies with two instalments."""
    plan = MoneyLine(what=FIRST, amount=DOLLARS, on=date(2026, 12, 1))
    return QuotePaper(
        head=head,
        written_on=date(2026, 11, 23),
        payer=PAYER,
        lines=LINES,
        totals=(RUPEES, DOLLARS),
        instalments=(plan, replace(plan, on=None, amount=RUPEES)),
        note="Translations are charged as they come.",
    )


def invoice(head: PaperHead = samples.HEAD) -> InvoicePaper:
    """Return an invoice."""
    return InvoicePaper(
        head=head,
        number="KB-INV-2026-0007",
        issued_on=date(2026, 11, 23),
        payer=PAYER,
        client="KANNAN ANANDHI",
        lines=LINES,
        totals=(RUPEES, DOLLARS),
    )


def receipt(head: PaperHead = samples.HEAD) -> ReceiptPaper:
    """Return a receipt for one payment, part of which was given back."""
    paid = MoneyLine(what=FIRST, amount=DOLLARS, on=date(2026, 11, 20))
    return ReceiptPaper(
        head=head,
        written_on=date(2026, 11, 23),
        payer=PAYER,
        paid=(paid,),
        refunded=(replace(paid, amount=Bilingual("USD\u00a0100.00", "USD\u00a0100.00")),),
        totals=(Bilingual("USD\u00a0800.00", "USD\u00a0800.00"),),
    )


def agreement(head: PaperHead = samples.HEAD) -> EngagementPaper:
    """Return an agreement in the supplied wording's place, with one thing not recorded."""
    return EngagementPaper(
        head=head,
        title=Bilingual("Agreement", "委托协议"),
        english=("This agreement is between <b>Lantern</b> and KANNAN ANANDHI.", "1. What the firm does."),
        chinese=("本协议由灯岭签证咨询与安南蒂订立。", "一、服务内容。"),
        client="KANNAN ANANDHI",
        firm="Mira Sample",
        by_both=True,
        is_supplied=True,
        written_on=date(2026, 11, 23),
        missing=(Bilingual("Passport number", "护照号码"),),
    )


def authority(head: PaperHead = samples.HEAD) -> EngagementPaper:
    """Return an authority letter, signed by the client alone."""
    title = Bilingual("Authority letter", "授权委托书")
    return replace(agreement(head), title=title, by_both=False, is_supplied=False, missing=())
