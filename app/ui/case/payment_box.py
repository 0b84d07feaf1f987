"""Below the instalments: that the one chosen was paid, or given back."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.domain import fields
from app.domain.fields import Kind, field
from app.domain.money import Money
from app.domain.quotes import RULES_CHECK, Instalment, Settled
from app.i18n import N_, _
from app.services import quotes
from app.settings import today
from app.ui.case import quote_words
from app.ui.page import Desk
from app.ui.whole_form import WholeForm
from app.ui.widgets.plain import PlainLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """What is asked of a payment; no amount means all of it."""

    paid_on: date | None = field(N_("Paid on"), Kind.DAY)
    amount: Money | None = field(N_("Amount, if not all"), Kind.MONEY)
    reason: str = field(N_("Reason, if taken before the check"), Kind.LINES, limit=1000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refund:
    """What is asked of a refund; no amount means all of it."""

    refunded_on: date | None = field(N_("Refunded on"), Kind.DAY)
    amount: Money | None = field(N_("Amount, if not all"), Kind.MONEY)


class PaymentBox(QFrame):
    """Shows the form that fits: to be paid, or to be given back; nothing where both were done."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._part = Instalment()
        self.setProperty("card", "true")
        self.state = PlainLabel()
        self.warning = PlainLabel(tone="warn")
        self.pay = WholeForm(desk, fields.of(Payment), prefix="case.pay", label=_("Record the payment"))
        self.refund = WholeForm(desk, fields.of(Refund), prefix="case.refund", label=_("Record a refund"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.setSpacing(8)
        for each in (self.state, self.warning, self.pay, self.refund):
            layout.addWidget(each)
        self.pay.wanted.connect(self._pay)
        self.refund.wanted.connect(self._refund)

    def show_instalment(self, pair: tuple[Instalment, Settled] | None, *, is_checked: bool) -> None:
        """Show what was paid of an instalment; before the check of the rules, that a reason is needed."""
        self.setVisible(pair is not None)
        if pair is None:
            return
        self._part, settled = pair
        self.state.setText(quote_words.settled(*pair))
        is_open = settled.paid is None
        text = _("The post's K rules were not checked yet ({item}): a payment now needs a reason.")
        self.warning.setText(text.format(item=RULES_CHECK))
        self.warning.setVisible(is_open and not is_checked)
        self.pay.setVisible(is_open)
        self.refund.setVisible(settled.paid is not None and settled.refunded is None)
        self.pay.begin(f"pay:{self._part.id}", {"paid_on": today()})
        self.refund.begin(f"refund:{self._part.id}", {"refunded_on": today()})

    def leave(self) -> None:
        """Keep what was typed."""
        self.pay.leave()
        self.refund.leave()

    def _pay(self, typed: dict[str, Any]) -> None:
        part, office = self._part, self._desk.office
        assert part.id is not None
        key = part.id

        def work() -> None:
            office.write(
                quotes.pay, key, part.version, typed["paid_on"], today(),
                amount=typed["amount"], reason=typed["reason"] or "",
            )  # fmt: skip
            self.pay.recorded()
            self._desk.messages.tell(_("Recorded."), _("Undo"), office.undo)

        office.attempt(work, failed=self.pay.refuse)

    def _refund(self, typed: dict[str, Any]) -> None:
        part, office = self._part, self._desk.office
        assert part.id is not None
        key = part.id

        def work() -> None:
            office.write(
                quotes.refund, key, part.version, typed["refunded_on"], today(), amount=typed["amount"]
            )
            self.refund.recorded()
            self._desk.messages.tell(_("Recorded."), _("Undo"), office.undo)

        office.attempt(work, failed=self.refund.refuse)
