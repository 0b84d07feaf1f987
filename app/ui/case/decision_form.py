"""What the authority decided: typed as a whole, and recorded by its button."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.cases import Decision, Outcome
from app.domain.fields import Field, Kind
from app.errors import KasebookError, UserError
from app.i18n import N_, _
from app.services import cases
from app.services.cases import CaseView
from app.settings import today
from app.ui import words
from app.ui.page import Desk
from app.ui.widgets.editor import shown
from app.ui.widgets.form import Form
from app.ui.widgets.plain import PlainLabel, button

FIELDS = (
    Field("decision", N_("Decision"), Kind.CHOICE, choices=Decision),
    Field("decided_on", N_("Decided on"), Kind.DAY),
    Field("refusal_reason", N_("Reason of refusal"), Kind.LINES, limit=2000),
    Field("refusal_not_stated", N_("Reason not stated by the authority"), Kind.FLAG),
)
OF_REFUSAL = ("refusal_reason", "refusal_not_stated")


@dataclass(frozen=True, slots=True)
class _Held:
    """What is recorded now."""

    decision: Decision | None
    decided_on: date | None
    refusal_reason: str
    refusal_not_stated: bool


class DecisionForm(QWidget):
    """What is typed and not recorded is kept, as everywhere."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._case: CaseView | None = None
        self.recorded = PlainLabel()
        self.recorded.setObjectName("case.decision.recorded")
        self.form = Form(FIELDS, prefix="case.decision")
        self.error = PlainLabel(tone="error")
        self.error.setObjectName("case.decision.error")
        self.save = button(_("Record the decision"), kind="primary", name="case.decision.save")
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(PlainLabel(_("Decision"), "heading"))
        for part in (self.recorded, self.form, self.error):
            layout.addWidget(part)
        layout.addLayout(row)
        self.error.hide()
        self.save.clicked.connect(self._save)
        self.form.saving.connect(lambda name, _value: self._keep(name))
        self.form.drafted.connect(lambda name, _text: self._keep(name))
        self.form.rows["decision"].editor.left.connect(self._show_rows)

    def show_case(self, case: CaseView) -> None:
        """Show what is recorded for a case, and over it what was typed and not recorded."""
        if self._case is None or self._case.id != case.id:
            self.leave()
            self.form.clear()
            self.error.hide()
        self._case = case
        self.recorded.setText(_recorded(case))
        drafts = self._desk.office.drafts(self._key)
        names = {key.removeprefix(self._key): text for key, text in drafts.items()}
        self.form.show_values(_held(case), names)
        self._show_rows()

    def leave(self) -> None:
        """Keep what was typed."""
        if self._case is not None:
            self.form.flush()

    @property
    def _key(self) -> str:
        return f"case:{self._case.id}.decision." if self._case else ""

    def _show_rows(self) -> None:
        is_refusal = self.form.raw()["decision"] == Decision.REFUSED.value
        for name in OF_REFUSAL:
            self.form.rows[name].setVisible(is_refusal)
            self.form.rows[name].label.setVisible(is_refusal)

    def _keep(self, name: str) -> None:
        text = shown(self.form.raw()[name])
        if text and text != shown(getattr(_held(self._case), name) if self._case else None):
            self._desk.office.keep_draft(self._key + name, text)
        else:
            self._desk.office.drop_draft(self._key + name)

    def _save(self) -> None:
        self.error.hide()
        case = self._case
        if case is None:
            return
        try:
            outcome = outcome_of(self.form.values())
        except UserError as error:
            self._refuse(error)
            return
        self._desk.office.attempt(lambda: self._save_now(case, outcome), by=self, failed=self._refuse)

    def _save_now(self, case: CaseView, outcome: Outcome) -> None:
        self._desk.office.write(cases.decide, case.id, case.version, outcome, today())
        for key in self._desk.office.drafts(self._key):
            self._desk.office.drop_draft(key)
        self.form.clear()
        self.show_case(self._desk.office.read(cases.case, case.id))

    def _refuse(self, error: KasebookError) -> None:
        name = getattr(error, "field", "")
        if name in self.form.rows:
            self.form.rows[name].refuse(str(error))
            self.form.focus(name)
        else:
            self.error.setText(str(error))
            self.error.show()


def _held(case: CaseView) -> _Held:
    file = case.file
    return _Held(case.decision, file.decided_on, file.refusal_reason, file.refusal_not_stated)


def outcome_of(values: Mapping[str, Any]) -> Outcome:
    """Return what was typed as an outcome. Raises ``UserError`` where something is missing."""
    if values["decision"] is None:
        raise UserError(_("Choose what was decided."), field="decision")
    if values["decided_on"] is None:
        raise UserError(_("Type the day of the decision."), field="decided_on")
    is_refusal = values["decision"] is Decision.REFUSED
    return Outcome(
        decision=values["decision"],
        decided_on=values["decided_on"],
        refusal_reason=values["refusal_reason"] or "" if is_refusal else "",
        reason_stated=not (is_refusal and values["refusal_not_stated"]),
    )


def _recorded(case: CaseView) -> str:
    if case.decision is None:
        return _("No decision is recorded.")
    parts = [f"{_(case.decision.label)}, {words.day(case.file.decided_on)}"]
    if case.decision is Decision.REFUSED:
        stated = case.file.refusal_reason
        parts.append(_("not stated by the authority") if case.file.refusal_not_stated else stated)
    return _("Recorded: {decision}").format(decision=". ".join(parts))
