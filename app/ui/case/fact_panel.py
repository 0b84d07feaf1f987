"""One fact: its question, its choices, where the value comes from, and which lines wait for it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.domain import case_facts, post_facts
from app.domain.fact_types import Origin
from app.errors import KasebookError
from app.i18n import _, language
from app.ui.case import facts_model
from app.ui.case.fact_editor import FactEditor
from app.ui.case.facts_model import FactRow
from app.ui.case.questions import where_it_is_set
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.plain import PlainLabel, button
from app.ui.widgets.scrolled import scrolled

PERSON, DETAILS = "person", "details"
_OF_POST = frozenset(fact.name for fact in post_facts.FACTS)
_OF_CASE = frozenset(fact.name for fact in case_facts.FACTS)


class FactPanel(QStackedWidget):
    """Shows the fact chosen, or that none is."""

    setting = Signal(str, str)
    asking_person = Signal()
    asking_details = Signal()
    asking_item = Signal(str)  # the code of an item

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "true")
        self.setMinimumWidth(320)
        self._row: FactRow | None = None
        self.label = PlainLabel(tone="muted")
        self.question = PlainLabel(tone="heading")
        self.editor = FactEditor("case.fact")
        self.value = PlainLabel()
        self.origin = PlainLabel(tone="muted")
        self.overruled = PlainLabel(tone="warn")
        self.overruled.setObjectName("case.fact.overruled")
        self.person = button(
            _("Open the client's record"), icon="users", kind="link", name="case.fact.person"
        )
        self.details = button(_("Open the details"), icon="pencil", kind="link", name="case.fact.details")
        self.waiting = PlainLabel(tone="warn")
        self.show_item = button(_("Show the line"), icon="list-checks", kind="link", name="case.fact.line")
        parts: tuple[QWidget, ...] = (
            self.label, self.question, self.editor, self.value, self.origin, self.overruled, self.waiting,
        )  # fmt: skip
        self.addWidget(EmptyState("info", _("No fact chosen")))
        self.addWidget(scrolled(*parts, _beside(self.person, self.details, self.show_item)))
        self.editor.setting.connect(self.setting)
        self.person.clicked.connect(self.asking_person)
        self.details.clicked.connect(self.asking_details)
        self.show_item.clicked.connect(self._ask_item)

    def show_fact(self, row: FactRow | None) -> None:
        """Show a fact; None for none."""
        self._row = row
        self.setCurrentIndex(0 if row is None else 1)
        if row is None:
            return
        self.label.setText(row.line.fact.label.text(language()))
        self.question.setText(row.line.fact.question.text(language()))
        self.editor.setVisible(row.can_be_set)
        if row.can_be_set:
            self.editor.show_fact(row.line)
        self.value.setText(facts_model.value(row))
        self.value.setVisible(not row.can_be_set)
        self.origin.setText(_explained(row))
        self.origin.setVisible(bool(self.origin.text()))
        self.overruled.setText(facts_model.overruled(row))
        self.overruled.setVisible(bool(self.overruled.text()))
        self.waiting.setText(_("Needed for {items}.").format(items=", ".join(row.asked_by)))
        self.waiting.setVisible(bool(row.asked_by))
        self.show_item.setVisible(bool(row.asked_by))
        self.person.setVisible(_stands_in(row) == PERSON)
        self.details.setVisible(_stands_in(row) == DETAILS)

    def refuse(self, error: KasebookError) -> None:
        """Show why the value can't be so."""
        self.editor.refuse(error)

    def focus(self) -> None:
        """Go to the choices."""
        if self._row is not None and self._row.can_be_set:
            self.editor.focus()

    def _ask_item(self) -> None:
        if self._row is not None and self._row.asked_by:
            self.asking_item.emit(self._row.asked_by[0])


def _stands_in(row: FactRow) -> str:
    """Return where a fact is changed that is not set here; "" where it is, and for answers of the post."""
    if row.is_closed:
        return PERSON  # the consent stands there
    if row.can_be_set or row.line.fact.origin is Origin.POST or row.name in _OF_POST:
        return ""
    return DETAILS if row.name in _OF_CASE else PERSON


def _explained(row: FactRow) -> str:
    if row.is_closed:
        return _("Sensitive: it opens when the client's consent to sensitive information is recorded.")
    if row.can_be_set:
        return facts_model.origin(row)
    return where_it_is_set(row.line) if not row.is_known else facts_model.origin(row)


def _beside(*parts: QWidget) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        row.addWidget(part)
    row.addStretch()
    return whole
