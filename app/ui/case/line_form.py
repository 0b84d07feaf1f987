"""What is recorded about the paper of one checklist line, as a form."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.fields import Field, Kind
from app.domain.item_records import OriginalAt
from app.i18n import N_
from app.services import checklists, firms
from app.services.checklists import ItemLine
from app.settings import today
from app.ui.page import Desk
from app.ui.record_form import RecordForm
from app.ui.widgets.editors import DateEditor
from app.ui.widgets.finding import Found

LABEL_WIDTH = 118

FIELDS = (
    Field("issuer", N_("Issuer"), Kind.TEXT, limit=300),
    Field("number", N_("Number"), Kind.TEXT, limit=300),
    Field("issued_on", N_("Issued on"), Kind.DAY),
    Field("valid_until", N_("Valid until"), Kind.DAY),
    Field("originals", N_("Originals"), Kind.NUMBER),
    Field("copies", N_("Copies"), Kind.NUMBER),
    Field("original_at", N_("Original is"), Kind.CHOICE, choices=OriginalAt),
    Field("returned_on", N_("Given back on"), Kind.DAY),
    Field("returned_to", N_("Given back to"), Kind.TEXT),
    Field("asked_on", N_("Asked on"), Kind.DAY),
    Field("last_chased_on", N_("Last chased on"), Kind.DAY),
    Field("due_on", N_("Due"), Kind.DAY),
    Field("responsible_id", N_("Responsible"), Kind.PERSON),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRecord:
    """The fields of one line with its version, as the form shows them."""

    version: int
    issuer: str
    number: str
    issued_on: date | None
    valid_until: date | None
    originals: int | None
    copies: int | None
    original_at: OriginalAt | None
    returned_on: date | None
    returned_to: str
    asked_on: date | None
    last_chased_on: date | None
    due_on: date | None
    responsible_id: object


def record(line: ItemLine) -> LineRecord:
    """Return what the form shows of a line."""
    held = line.line.record
    return LineRecord(
        version=line.version,
        issuer=held.issuer,
        number=held.number,
        issued_on=held.issued_on,
        valid_until=held.valid_until,
        originals=held.originals,
        copies=held.copies,
        original_at=held.original_at,
        returned_on=held.returned_on,
        returned_to=held.returned_to,
        asked_on=held.asked_on,
        last_chased_on=held.last_chased_on,
        due_on=held.due_on,
        responsible_id=held.responsible,
    )


class LineForm(RecordForm):
    """Shows and saves one line at a time, field by field."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, FIELDS, prefix="case.line", find=self._find_users, name_of=lambda key: self._called(key)
        )
        for row in self.form.rows.values():
            row.label.setFixedWidth(LABEL_WIDTH)
            if isinstance(row.editor, DateEditor):
                row.editor.read_as.hide()  # no room beside; the checklist shows the date as read

    def show_line(self, case_id: UUID, line: ItemLine) -> None:
        """Show a line of a case."""
        office, key = self._desk.office, line.row_id
        fresh = [record(line)]  # just read; a later call reads anew

        def load() -> LineRecord:
            if fresh:
                return fresh.pop()
            return record(_line(office.read(checklists.lines, case_id, today()), key))

        def write(version: int, name: str, value: object) -> int:
            return office.write(checklists.set_item_field, key, version, name, value, today())

        self.show_record(f"line:{key}", load, write)

    def _users(self) -> list[firms.UserLine]:
        return self._desk.office.read(firms.users)

    def _find_users(self, typed: str) -> Found:
        wanted = typed.strip().casefold()
        return [(user.id, user.name) for user in self._users() if wanted in user.name.casefold()]

    def _called(self, key: object) -> str:
        known = (*self._users(), *self._desk.office.read(firms.users, archived=True))
        return next((user.name for user in known if user.id == key), "")


def _line(lines: Sequence[ItemLine], key: UUID) -> ItemLine:
    return next(line for line in lines if line.row_id == key)
