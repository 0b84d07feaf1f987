"""What the family's other cases have in the quote, read only: each line is changed in its own case."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.quotes import Instalment, QuoteLine, Settled
from app.i18n import N_, _
from app.services.quote_sharing import Sharer
from app.services.quotes import Quote
from app.ui import words
from app.ui.case import quote_words
from app.ui.widgets.fitting import Fitting
from app.ui.widgets.plain import PlainLabel
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import HEADER_HEIGHT, ROW_HEIGHT, TableView

MOST_ROWS_SEEN = 8


@dataclass(frozen=True, slots=True)
class SharedLine:
    """One line or instalment of another case; ``done`` is None for a line."""

    whose: Sharer
    part: QuoteLine | Instalment
    done: Settled | None = None


def _what(line: SharedLine) -> str:
    kind = line.part.kind if isinstance(line.part, QuoteLine) else None
    label = _(kind.label) if kind else _("Instalment")
    return " · ".join(part for part in (label, line.part.text) if part)


def _amount(line: SharedLine) -> str:
    return quote_words.amounts((line.part.amount,)) if line.part.amount else ""


def _state(line: SharedLine) -> str:
    if line.done is None or not isinstance(line.part, Instalment):
        return ""
    if line.done.paid is not None:
        return quote_words.settled(line.part, line.done)
    due = line.part.due_on
    return _("Due {day}").format(day=words.day(due)) if due else _("Not paid yet.")


COLUMNS: tuple[Column[SharedLine], ...] = (
    Column("client", N_("Client"), lambda line: line.whose.client, width=170),
    Column("number", N_("Number"), lambda line: line.whose.number, width=120),
    Column("what", N_("What"), _what, width=220),
    Column("amount", N_("Amount"), _amount, width=130),
    Column("state", N_("State"), _state, width=220),
)


class SharedQuote(QWidget):
    """Hidden where the quote is one case's alone; Enter on a line goes to its case."""

    going = Signal(object)  # the key of another case

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[UUID, SharedLine] = {}
        self.about = PlainLabel()
        self.about.setObjectName("case.quote.shared.about")
        self.title = PlainLabel(_("In the same quote"), "heading", wraps=False)
        self.model = TableModel(COLUMNS, self._read, lambda line: line.part.id, self)
        self.table = TableView(self.model, "case.quote.shared", _("In the same quote"))
        self.table.setProperty("framed", "true")
        Fitting(self.table, ("number",))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 12)
        layout.setSpacing(8)
        for part in (self.about, self.title, self.table):
            layout.addWidget(part)
        self.table.opened.connect(self._go)
        self.hide()

    def show_quote(self, quote: Quote, case_id: UUID) -> None:
        """Show what others than ``case_id`` have in it."""
        self._lines = {line.part.id: line for line in _of_others(quote, case_id) if line.part.id}
        self.model.show_keys(list(self._lines))
        self.table.setFixedHeight(HEADER_HEIGHT + min(len(self._lines), MOST_ROWS_SEEN) * ROW_HEIGHT + 4)
        for part in (self.title, self.table):
            part.setVisible(bool(self._lines))
        if quote.shared:
            self.about.setText(_told(quote, case_id))
        self.setVisible(bool(quote.shared))

    def _read(self, keys: Sequence[UUID]) -> list[SharedLine]:
        return [self._lines[key] for key in keys if key in self._lines]

    def _go(self, key: UUID) -> None:
        if key in self._lines:
            self.going.emit(self._lines[key].whose.case_id)


def _told(quote: Quote, case_id: UUID) -> str:
    top = quote.shared[0]
    if top.case_id == case_id:
        names = ", ".join(f"{each.number} {each.client}" for each in quote.shared[1:])
        return _("One quote with {cases}: one payer, one sum, one invoice.").format(cases=names)
    text = _("This case is in the quote of {number}, {client}: it needs none of its own.")
    return text.format(number=top.number, client=top.client)


def _of_others(quote: Quote, case_id: UUID) -> list[SharedLine]:
    found: list[SharedLine] = []
    for part in quote.lines:
        whose = quote.sharer(part)
        found += [SharedLine(whose, part)] if whose and whose.case_id != case_id else []
    for planned, done in quote.instalments:
        whose = quote.sharer(planned)
        found += [SharedLine(whose, planned, done)] if whose and whose.case_id != case_id else []
    return found
