"""What was issued for a case, with the buttons that issue an invoice or a credit note."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain import fields
from app.domain.fields import Kind, field
from app.domain.quotes import BillKind
from app.errors import KasebookError, UserError
from app.i18n import N_, _
from app.services import bills
from app.services.bills import Issued
from app.settings import today
from app.ui.case import quote_words
from app.ui.case.lines_to_bill import LinesToBill
from app.ui.case.quote_words import BILLS
from app.ui.page import Desk
from app.ui.whole_form import WholeForm
from app.ui.widgets.fitting import Fitting
from app.ui.widgets.plain import PlainLabel, button
from app.ui.widgets.table_model import TableModel
from app.ui.widgets.table_view import HEADER_HEIGHT, ROW_HEIGHT, TableView

MOST_ROWS_SEEN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """What is asked of a credit note."""

    reason: str = field(N_("Reason"), Kind.LINES, limit=1000)


class BillsBox(QWidget):
    """What is issued stays as it is: an invoice is taken back by a credit note, never changed."""

    showing = Signal(str)  # the one of this number is to be looked at; "" for the newest

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._case_id: UUID | None = None
        self._issued: dict[UUID, Issued] = {}
        self.model = TableModel(BILLS, self._lines, lambda issued: issued.id, self)
        self.table = TableView(self.model, "case.bills", _("Invoices"))
        self.none = PlainLabel(_("No invoice was issued yet."), "muted")
        self.error = PlainLabel(tone="error")
        self.error.setObjectName("case.bills.error")
        self.lines = LinesToBill()
        self.held = PlainLabel()
        self.held.setObjectName("case.bills.held")
        self.issue = button(_("Issue an invoice"), icon="file-text", name="case.bills.issue")
        self.show_paper = button(_("Show on paper"), icon="file-text", name="case.bills.show")
        self.taking = WholeForm(
            desk, fields.of(Taking), prefix="case.credit", label=_("Issue a credit note for the one chosen")
        )
        self._assemble()
        self.issue.clicked.connect(self._issue)
        self.show_paper.clicked.connect(self._show_paper)
        self.taking.wanted.connect(self._credit)
        self.table.chosen.connect(lambda _key: self._show_chosen())

    def _assemble(self) -> None:
        self.table.setProperty("framed", "true")
        Fitting(self.table, ("kind", "issued_on"))
        top = QHBoxLayout()
        top.addWidget(PlainLabel(_("Invoices"), "heading", wraps=False), 1)
        top.addWidget(self.show_paper)
        top.addWidget(self.issue)
        text = _("An issued invoice never changes and keeps its number; a credit note takes it back whole.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 16)
        layout.setSpacing(10)
        layout.addLayout(top)
        for part in (
            PlainLabel(text, "muted"), self.lines, self.error, self.none, self.table, self.held, self.taking
        ):  # fmt: skip
            layout.addWidget(part)
        self.error.hide()

    def show_case(self, case_id: UUID) -> None:
        """Show what was issued for a case."""
        self._case_id = case_id
        self._issued = {each.id: each for each in self._desk.office.read(bills.of_case, case_id)}
        count = len(self._issued)
        self.model.show_keys(list(self._issued))
        self.table.setFixedHeight(HEADER_HEIGHT + min(count, MOST_ROWS_SEEN) * ROW_HEIGHT + 4)
        for part in (self.table, self.show_paper):
            part.setVisible(bool(count))
        self.none.setVisible(not count)
        self.lines.show_lines(case_id, self._desk.office.read(bills.billable, case_id))
        self.taking.begin(f"credit:{case_id}", {})
        self._show_chosen()

    def leave(self) -> None:
        """Keep what was typed."""
        self.taking.leave()

    def _lines(self, keys: Sequence[Any]) -> list[Issued]:
        return [self._issued[key] for key in keys if key in self._issued]

    def _chosen(self) -> Issued | None:
        return self._issued.get(self.table.current_key())

    def _show_paper(self) -> None:
        chosen = self._chosen()
        self.showing.emit(chosen.number if chosen else "")

    def _show_chosen(self) -> None:
        """Show the lines of the one chosen, and below an invoice that stands how to take it back."""
        chosen = self._chosen()
        self.held.setText("\n".join(quote_words.billed(line) for line in chosen.bill.lines) if chosen else "")
        self.held.setVisible(chosen is not None)
        stands = chosen is not None and chosen.kind is BillKind.INVOICE and not chosen.credited_by
        self.taking.setVisible(stands)

    def _issue(self) -> None:
        key, office, lines = self._case_id, self._desk.office, self.lines.chosen()
        self.error.hide()
        if key is None:
            return
        if self.lines.list.count() and not lines:
            self._refuse(UserError(_("Tick the lines to invoice.")))
            return
        office.attempt(
            lambda: self._tell(office.write(bills.issue, key, today(), lines=lines)), failed=self._refuse
        )

    def _credit(self, typed: dict[str, Any]) -> None:
        key, chosen, office = self._case_id, self._chosen(), self._desk.office
        if key is None or chosen is None:
            return

        def work() -> None:
            made = office.write(bills.credit, key, chosen.number, today(), reason=typed["reason"] or "")
            self.taking.recorded()
            self._tell(made)

        office.attempt(work, failed=self.taking.refuse)

    def _tell(self, issued: Issued) -> None:
        self._desk.messages.tell(_("{number} is issued.").format(number=issued.number))

    def _refuse(self, error: KasebookError) -> None:
        self.error.setText(str(error))
        self.error.show()
