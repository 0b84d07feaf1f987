"""Whose a deadline is and when to be reminded of it, saved field by field."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain import deadline_marks
from app.domain.deadline_marks import Kept
from app.domain.deadline_rules import LimitUnit
from app.domain.fields import Field, Kind
from app.errors import UserError
from app.i18n import N_, _
from app.services import deadlines, firms
from app.services.deadlines import Which
from app.settings import today
from app.ui.page import Desk
from app.ui.record_form import RecordForm
from app.ui.widgets.finding import Found
from app.ui.widgets.plain import PlainLabel

FIELDS = (
    Field("owner_id", N_("Owner"), Kind.PERSON),
    Field("alerts", N_("Remind before"), Kind.TEXT, limit=60),
)
LABEL_WIDTH = 106


@dataclass(frozen=True, slots=True)
class MarkRecord:
    """What the form shows of a deadline's mark."""

    version: int
    owner_id: UUID | None
    alerts: str


class MarkForm(QWidget):
    """Shows the owner, "" for the case's own, and the reminders as numbers of days (hours)."""

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self._desk = desk
        self.form = RecordForm(desk, FIELDS, prefix=name, find=self._find_users, name_of=self._user_name)
        self.hint = PlainLabel(tone="muted")
        for row in self.form.form.rows.values():
            row.label.setFixedWidth(LABEL_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.form)
        layout.addWidget(self.hint)

    def show_deadline(self, kept: Kept) -> None:
        """Show a deadline's owner and reminders."""
        in_hours = kept.deadline.rule.unit is LimitUnit.HOURS
        unit = _("Hours before the limit, such as 12 3.") if in_hours else _("Days before, such as 21 14 10.")
        self.hint.setText(f"{unit} {_('Without an owner it is the case owner’s.')}")
        self.form.show_record(
            f"deadline:{kept.id}.mark",
            lambda: _record(self._now(kept)),
            lambda version, name, value: self._save(kept, version, name, value),
        )

    def leave(self) -> None:
        """Save, or keep as drafts, what was typed."""
        self.form.leave()

    def _now(self, kept: Kept) -> Kept:
        found = self._desk.office.read(deadlines.find, kept.case_id, kept.id, today())
        if found is None:
            raise UserError(_("This is no longer there."), _("Reload the page."))
        return found

    def _save(self, kept: Kept, version: int, name: str, value: object) -> int:
        rule, part = kept.deadline.rule.id, kept.deadline.key
        which, office = Which(kept.case_id, rule, part, version), self._desk.office
        if name == "owner_id":
            office.write(deadlines.assign, which, value if isinstance(value, UUID) else None)
        else:
            typed = str(value or "")
            counts = deadline_marks.read_alerts(typed) if typed.strip() else None
            office.write(deadlines.set_alerts, which, counts)
        return self._now(kept).mark.version

    def _find_users(self, typed: str) -> Found:
        wanted = typed.strip().casefold()
        found = self._desk.office.read(firms.users)
        return [(user.id, user.name) for user in found if wanted in user.name.casefold()]

    def _user_name(self, key: object) -> str:
        read = self._desk.office.read
        known = [user for gone in (False, True) for user in read(firms.users, archived=gone)]
        return next((user.name for user in known if user.id == key), "")


def _record(kept: Kept) -> MarkRecord:
    counts = " ".join(str(count) for count in kept.alert_counts)
    return MarkRecord(kept.mark.version, kept.mark.owner_id, counts)
