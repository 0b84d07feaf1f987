"""The form of a case: compared with the passport, looked at a second time, marked as submitted, frozen."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import KasebookError, UserError
from app.i18n import _, plural
from app.services import snapshots
from app.services.cases import CaseView
from app.services.snapshots import FormState
from app.settings import today
from app.ui.case import form_model
from app.ui.case.form_model import DIFFERENCE_COLUMNS, MATCH_COLUMNS, DifferenceRow, MatchRow
from app.ui.page import Desk
from app.ui.widgets.plain import LineEdit, PlainLabel, TextEdit, button
from app.ui.widgets.scrolled import narrow, scrolled
from app.ui.widgets.section_model import Section, SectionModel
from app.ui.widgets.section_view import SectionView

WIDEST = 900
ROW_HEIGHT, HEAD_HEIGHT, MOST_SEEN = 50, 82, 12


class FormTab(QWidget):
    """Everything is about the values as they are now; who reads on signs exactly these."""

    printing = Signal(int)  # the number of the form to be printed as filed

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._case: CaseView | None = None
        self.state: FormState | None = None
        self.filed, self.look = PlainLabel(), PlainLabel()
        self.differs = PlainLabel(tone="warn")
        self.differences: SectionModel[DifferenceRow] = SectionModel(
            DIFFERENCE_COLUMNS, lambda row: row.at, self
        )
        self.changed = SectionView(self.differences, "case.form.differences", _("What differs from filed"))
        self.matches: SectionModel[MatchRow] = SectionModel(MATCH_COLUMNS, lambda row: row.at, self)
        self.table = SectionView(self.matches, "case.form.matches", _("Values beside the passport"))
        self.zone = TextEdit()
        self.zone_error = PlainLabel(tone="error")
        self.sign = button(_("I have read the form: sign it off"), icon="check", name="case.form.sign_off")
        self.begin = button(_("Begin self-check"), icon="hourglass", name="case.form.begin")
        self.end = button(_("End self-check"), icon="check", name="case.form.end")
        self.explained = LineEdit()
        self.error = PlainLabel(tone="error")
        self.submit = button(
            _("Mark the form as submitted"), icon="lock-keyhole", kind="primary", name="case.form.submit"
        )
        self.print = button(_("Print as filed…"), icon="printer", name="case.form.print")
        self._timer = QTimer(self, singleShot=True, interval=300)
        self._name_widgets()
        self._assemble()
        self._connect()

    def _name_widgets(self) -> None:
        self.filed.setObjectName("case.form.filed")
        self.look.setObjectName("case.form.look")
        self.zone.setObjectName("case.form.zone")
        self.zone.setAccessibleName(_("Machine-readable lines of the passport"))
        self.zone.setPlaceholderText("P<…")
        self.zone.setFixedHeight(58)
        self.zone.setTabChangesFocus(True)
        self.explained.setObjectName("case.form.explained")
        self.explained.setAccessibleName(_("Why it is filed although it differs"))
        self.explained.setPlaceholderText(_("Why it is filed although it differs"))
        self.error.setObjectName("case.form.error")
        for view in (self.table, self.changed):
            view.setProperty("framed", "true")
        self.error.hide()

    def _assemble(self) -> None:
        look, submit = QHBoxLayout(), QHBoxLayout()
        for each in (self.sign, self.begin, self.end):
            look.addWidget(each)
        look.addStretch()
        for each in (self.submit, self.print):
            submit.addWidget(each)
        submit.addStretch()
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (
            PlainLabel(_("The form as filed"), "heading"), self.filed, self.differs, self.changed,
            PlainLabel(_("As in the passport"), "heading"),
            PlainLabel(_("Type the two lines at the foot of the data page to compare them too."), "muted"),
            self.zone, self.zone_error, self.table,
            PlainLabel(_("Second look"), "heading"), self.look, look, self.explained, self.error, submit,
        ):  # fmt: skip
            if isinstance(part, QHBoxLayout):
                column.addLayout(part)
            else:
                column.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(narrow(whole, WIDEST)))

    def _connect(self) -> None:
        self.zone.textChanged.connect(self._timer.start)
        self._timer.timeout.connect(self.refresh)
        self.sign.clicked.connect(lambda: self._do(snapshots.sign_off))
        self.begin.clicked.connect(lambda: self._do(snapshots.begin_self_check))
        self.end.clicked.connect(lambda: self._do(snapshots.end_self_check))
        self.submit.clicked.connect(self._submit)
        self.print.clicked.connect(
            lambda: self.printing.emit(self.state.filed[-1].number if self.state else 0)
        )

    def show_case(self, case: CaseView) -> None:
        """Show where the form of a case stands."""
        if self._case is None or self._case.id != case.id:
            self.zone.setPlainText("")
            self.explained.clear()
            self._timer.stop()
        self._case = case
        self.error.hide()
        self.refresh()

    def refresh(self) -> None:
        """Compare anew."""
        if self._case is None:
            return
        try:
            zone = form_model.zone_of(self.zone.toPlainText())
            self.zone_error.hide()
        except UserError as error:
            zone = None
            self.zone_error.setText(str(error))
            self.zone_error.show()
        self.state = self._desk.office.read(snapshots.state, self._case.id, today(), zone)
        self._fill(self._case, self.state)

    def leave(self) -> None:
        """What is typed here is for one look only."""

    def focus(self) -> None:
        """Go where the passport's lines are typed."""
        self.zone.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_narrow(self, width: int) -> None:
        """Lines break at any width."""

    def _fill(self, case: CaseView, state: FormState) -> None:
        told = "\n".join(form_model.told(each) for each in state.filed)
        self.filed.setText(told or _("No form of this case was marked as submitted yet."))
        self._show_differences(state)
        rows = [MatchRow(at, match) for at, match in enumerate(state.matches)]
        wrong = len(state.mismatches)
        title = plural("{count} value differs", "{count} values differ", wrong)
        self.matches.show_sections([(Section(title), rows)])
        _fit(self.table, len(rows))
        self.look.setText(form_model.looked(state.sign_off))
        is_owner = case.owner_id == self._desk.office.user[0]
        is_signed = state.sign_off is not None and state.sign_off.signed_at is not None
        is_begun = state.sign_off is not None and not is_signed
        self.sign.setVisible(not is_signed and not is_owner and not state.is_alone)
        self.begin.setVisible(state.is_alone and not is_signed and not is_begun)
        self.end.setVisible(state.is_alone and is_begun)
        self.explained.setVisible(bool(wrong))
        self.submit.setEnabled(is_signed)
        self.print.setVisible(bool(state.filed))

    def _show_differences(self, state: FormState) -> None:
        found = [DifferenceRow(at, each) for at, each in enumerate(state.differences)]
        self.differences.show_sections([(Section(_("As filed, and now")), found)])
        text = plural("{count} value differs from filed", "{count} values differ from filed", len(found))
        self.differs.setText(text)
        self.differs.setVisible(bool(found))
        self.changed.setVisible(bool(found))
        _fit(self.changed, len(found))

    def _do(self, operation: Callable[..., Any]) -> None:
        case, state, office = self._case, self.state, self._desk.office
        if case is not None and state is not None:
            office.attempt(
                lambda: office.write(operation, case.id, state.sha256, today()), failed=self._refuse
            )

    def _submit(self) -> None:
        case, state, office = self._case, self.state, self._desk.office
        if case is None or state is None:
            return
        why = self.explained.text() if state.mismatches else ""
        office.attempt(
            lambda: self._submitted(
                office.write(snapshots.submit, case.id, case.version, state.sha256, today(), explained=why)
            ),
            failed=self._refuse,
        )

    def _print(self) -> None:
        if self.state is not None and self.state.filed:
            self.printing.emit(self.state.filed[-1].number)

    def _submitted(self, number: int) -> None:
        text = _("The form is frozen as no. {number}. Undo does not go back before it.")
        self._desk.messages.tell(text.format(number=number))

    def _refuse(self, error: KasebookError) -> None:
        self.refresh()
        self.error.setText(str(error))
        self.error.show()


def _fit(view: SectionView, rows: int) -> None:
    view.setFixedHeight(HEAD_HEIGHT + min(rows, MOST_SEEN) * ROW_HEIGHT)
