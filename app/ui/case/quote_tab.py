"""What a case costs: who pays, lines, instalments with their payments, sums, and what was issued."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain import fields
from app.domain.fields import Part
from app.domain.quotes import Instalment, QuoteHead, QuoteLine
from app.errors import KasebookError
from app.i18n import _, plural
from app.services import quotes
from app.services.cases import CaseView
from app.settings import today
from app.ui.case import quote_words
from app.ui.case.bills_box import BillsBox
from app.ui.case.payment_box import PaymentBox
from app.ui.case.shared_quote import SharedQuote
from app.ui.page import Desk
from app.ui.parts import PartsEditor, PartsOf
from app.ui.people.section_parts import finding
from app.ui.record_form import RecordForm
from app.ui.widgets.plain import PlainLabel, button
from app.ui.widgets.scrolled import scrolled


class QuoteTab(QWidget):
    """Amounts are typed with their currency, "USD 140"; sums stand per currency and are never mixed."""

    printing = Signal(str, str)  # the kind to be shown ("quote", "invoice", "receipt"), which invoice or ""
    going = Signal(object)  # the key of another case of the family

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._case: CaseView | None = None
        options = finding(desk.office)
        self.head = RecordForm(desk, fields.of(QuoteHead), prefix="case.quote", **options)
        self.lines = PartsEditor(desk, QuoteLine, "case.quote.lines", _("Lines"), ("kind", "amount", "text"))
        self.fees = button(_("Take fees from the table"), icon="scale", name="case.quote.fees")
        self.told = PlainLabel(tone="muted")
        self.instalments = PartsEditor(
            desk, Instalment, "case.instalments", _("Instalments"), ("due_on", "amount", "text")
        )
        self.payment = PaymentBox(desk)
        self.sums = PlainLabel()
        self.shared = SharedQuote()
        self.bills = BillsBox(desk)
        self.papers = {kind: self._paper(kind) for kind in ("quote", "receipt")}
        self._assemble()
        self._connect()

    def _paper(self, kind: str) -> Any:
        labels = {"quote": _("Show the quote"), "receipt": _("Show the receipt")}
        made = button(labels[kind], icon="file-text", name=f"case.quote.show_{kind}")
        made.clicked.connect(lambda: self.printing.emit(kind, ""))
        return made

    def _assemble(self) -> None:
        top = QHBoxLayout()
        top.addWidget(PlainLabel(_("Quote"), "heading", wraps=False), 1)
        for made in self.papers.values():
            top.addWidget(made)
        head = QWidget()
        head.setLayout(top)
        top.setContentsMargins(0, 0, 0, 0)
        fees = QHBoxLayout()
        fees.setContentsMargins(0, 0, 0, 0)
        fees.addWidget(self.fees, 0, Qt.AlignmentFlag.AlignTop)
        fees.addWidget(self.told, 1)
        taking = QWidget()
        taking.setLayout(fees)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(
            scrolled(
                head,
                self.sums,
                self.shared,
                self.head,
                self.lines,
                taking,
                self.instalments,
                self.payment,
                self.bills,
            )
        )

    def _connect(self) -> None:
        for editor in (self.lines, self.instalments):
            editor.said.connect(self._desk.messages.tell)
        self.fees.clicked.connect(self._take_fees)
        self.instalments.table.chosen.connect(lambda _key: self._show_payment())
        self.shared.going.connect(self.going)
        self.bills.showing.connect(lambda number: self.printing.emit("invoice", number))

    def show_case(self, case: CaseView) -> None:
        """Show a case's quote as it is now."""
        self._case = case
        key, office = case.id, self._desk.office
        self.head.show_record(
            f"quote:{key}",
            lambda: office.read(quotes.quote, key).head,
            lambda version, name, value: office.write(quotes.set_field, key, version, name, value, today()),
        )
        self.lines.show_parts(self._parts_of(key, "lines"))
        self.instalments.show_parts(self._parts_of(key, "instalments"))
        held = office.read(quotes.quote, key)
        self.sums.setText(quote_words.sums(held.sums))
        self.shared.show_quote(held, key)
        self._show_payment()
        self.bills.show_case(key)

    def _parts_of(self, case_id: UUID, name: str) -> PartsOf:
        office = self._desk.office

        def read() -> Any:
            held = office.read(quotes.quote, case_id)
            parts = held.lines if name == "lines" else [part for part, _settled in held.instalments]
            return [part for part in parts if part.id and held.cases[part.id] == case_id]

        def save(part: Part) -> Part:
            return office.write(quotes.save_part, case_id, name, part, today())

        def remove(part: Part) -> None:
            assert part.id is not None
            office.write(quotes.remove_part, name, part.id, part.version)

        return PartsOf(f"quote:{case_id}", read, save, remove)

    def _show_payment(self) -> None:
        if self._case is None:
            return
        held = self._desk.office.read(quotes.quote, self._case.id)
        chosen = self.instalments.table.current_key()
        pair = next((pair for pair in held.instalments if pair[0].id == chosen), None)
        is_checked = self._desk.office.read(quotes.is_checked, self._case.id)
        self.payment.show_instalment(pair, is_checked=is_checked)

    def _take_fees(self) -> None:
        case, office = self._case, self._desk.office
        if case is None:
            return

        def work() -> None:
            added = office.write(quotes.prefill, case.id, today())
            taken = plural("{count} fee taken, with its source.", "{count} fees taken.", len(added))
            unknown = _("The table knows no further fee for this case: ask the post.")
            self.told.setText(taken if added else unknown)

        office.attempt(work, failed=self._refuse)

    def _refuse(self, error: KasebookError) -> None:
        self.told.setText(str(error))

    def leave(self) -> None:
        """Save, or keep as drafts, what was typed."""
        for part in (self.head, self.lines, self.instalments, self.payment, self.bills):
            part.leave()

    def focus(self) -> None:
        """Go to the first field."""
        self.head.form.focus()

    def set_narrow(self, width: int) -> None:
        """Everything stands in one column at any width."""
