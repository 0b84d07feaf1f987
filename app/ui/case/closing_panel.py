"""Closing a case where its stage is changed: outcome, each original, and until when the file is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from app.domain import fields
from app.domain.cases import Decision
from app.domain.closing import LIMIT, Closing
from app.domain.fields import Kind, field
from app.errors import Conflict, KasebookError
from app.i18n import N_, _
from app.services import closing
from app.services.closing import Prepared
from app.settings import today
from app.ui.case.custom_box import CustomBox
from app.ui.case.decision_form import OF_REFUSAL, outcome_of
from app.ui.case.originals_box import OriginalsBox
from app.ui.case.side_panel import SidePanel
from app.ui.page import Desk
from app.ui.whole_form import WholeForm
from app.ui.widgets.plain import PlainLabel

_OF_RETURN = ("returned_on", "returned_to")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked of whoever closes a case, beside the originals themselves."""

    decision: Decision | None = field(N_("Outcome"), Kind.CHOICE, choices=Decision)
    decided_on: date | None = field(N_("On"), Kind.DAY)
    refusal_reason: str = field(N_("Reason of refusal"), Kind.LINES, limit=2000)
    refusal_not_stated: bool = field(N_("Reason not stated by the authority"), Kind.FLAG)
    returned_on: date | None = field(N_("Given back on"), Kind.DAY)
    returned_to: str = field(N_("Given back to"))
    kept_because: str = field(N_("Why the others stay"), Kind.LINES, limit=LIMIT)
    keep_until: date | None = field(N_("Keep until (empty: not known)"), Kind.DAY)


class ClosingPanel(SidePanel):
    """Hidden until ``begin``. Nothing is changed before the button, and one undo takes all of it back."""

    def __init__(self, desk: Desk, prefix: str) -> None:
        form = WholeForm(desk, fields.of(Asked), prefix=prefix, label=_("Close the case"))
        super().__init__(form, prefix, _("Do not close the case"))
        self._desk = desk
        self._prepared: Prepared | None = None
        self.client = PlainLabel(tone="muted")
        self.originals = OriginalsBox(prefix)
        self.custom = CustomBox(prefix)
        for name, part in (
            ("returned_on", PlainLabel(_("Originals"), "heading")), ("returned_on", self.originals),
            ("keep_until", PlainLabel(_("The file"), "heading")), ("keep_until", self.custom),
        ):  # fmt: skip
            self.form.form.insert_before(name, part)
        self.lay_out(self.client, self.form)
        self._connect()

    def _connect(self) -> None:
        self.form.wanted.connect(self._close)
        self.originals.changed.connect(self._show_rows)
        self.custom.chosen.connect(self._take_day)
        self.form.form.rows["decision"].editor.left.connect(self._show_rows)

    @property
    def case_id(self) -> UUID | None:
        """The case in view."""
        return self._prepared.id if self._prepared else None

    def begin(self, case_id: UUID) -> None:
        """Show what there is to say about closing a case, or tell why it can't be closed."""
        self._desk.office.attempt(lambda: self._show(case_id), failed=self._desk.messages.trouble)

    def refresh(self) -> None:
        """Show the case anew, if it can still be closed; what was typed stays."""
        if self._prepared is not None and not self.isHidden():
            key = self._prepared.id
            self._desk.office.attempt(lambda: self._fill(key), failed=lambda _error: self.leave())

    def leave(self) -> None:
        """Put the panel away; what was typed is kept as a draft."""
        self._prepared = None
        super().leave()

    def _show(self, case_id: UUID) -> None:
        self._fill(case_id)
        self.show()
        self.form.form.focus("decision")

    def _fill(self, case_id: UUID) -> None:
        found = self._desk.office.read(closing.prepared, case_id, today())
        is_same = self._prepared is not None and self._prepared.id == case_id
        self._prepared = found
        self.title.setText(_("Close case {number}").format(number=found.number))
        self.client.setText(found.client)
        self.originals.show_originals(found.originals, keep_ticks=is_same)
        self.form.begin(f"case:{case_id}.closing", _start(found))
        if not is_same:
            self.custom.show_customs(found.customs, found.suggested)
        self._show_rows()

    def _show_rows(self) -> None:
        rows, ticked = self.form.form.rows, self.originals.ticked()
        is_refusal = self.form.form.raw()["decision"] == Decision.REFUSED.value
        stays = len(self.originals.keys()) > len(ticked)
        shown = {
            **dict.fromkeys(OF_REFUSAL, is_refusal),
            **dict.fromkeys(_OF_RETURN, bool(ticked)),
            "kept_because": stays,
        }
        for name, is_shown in shown.items():
            rows[name].setVisible(is_shown)
            rows[name].label.setVisible(is_shown)

    def _take_day(self) -> None:
        """Fill in the day that the custom chosen suggests."""
        until = self.custom.until(today())
        self.form.form.rows["keep_until"].show_value(until)

    def _close(self, values: Mapping[str, Any]) -> None:
        found = self._prepared
        if found is not None:
            self._desk.office.attempt(lambda: self._close_now(found, values), failed=self._refuse)

    def _close_now(self, found: Prepared, values: Mapping[str, Any]) -> None:
        office = self._desk.office
        said = _said(values, self.custom.rule_of(values["keep_until"], today()))
        office.write(closing.close, found.id, found.version, said, self.originals.ticked(), today())
        self.form.recorded()
        self.leave()
        told = _("Case {number} is closed.").format(number=found.number)
        self._desk.messages.tell(told, _("Undo"), office.undo)

    def _refuse(self, error: KasebookError) -> None:
        if isinstance(error, Conflict) and self._prepared is not None:
            self._fill(self._prepared.id)
        self.form.refuse(error)


def _start(found: Prepared) -> dict[str, Any]:
    return {
        "decision": found.decision,
        "decided_on": found.decided_on or today(),
        "refusal_reason": found.refusal_reason,
        "refusal_not_stated": found.refusal_not_stated,
        "returned_on": today(),
        "returned_to": found.client,
        "kept_because": "",
        "keep_until": found.until(today()),
    }


def _said(values: Mapping[str, Any], rule: str) -> Closing:
    """Return what was typed. Raises ``UserError`` where the outcome can't be so."""
    return Closing(
        outcome=outcome_of(values),
        returned_on=values["returned_on"],
        returned_to=values["returned_to"],
        kept_because=values["kept_because"],
        keep_until=values["keep_until"],
        keep_rule=rule,
    )
