"""The ledger of a case: entries, addresses in China, extensions, residence permits, events."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.domain import checking, stay_checks
from app.domain.cases import Decision
from app.domain.fields import Part
from app.domain.stay_checks import Visa
from app.domain.stays import LEDGER_PARTS, Ledger
from app.errors import UserError
from app.i18n import N_, _
from app.services import case_values, records
from db import trail
from db.models.case import CasePart, CaseRow
from db.models.stay import LEDGER_ROWS

_ORDER = {
    "entries": "entered_on",
    "addresses": "checked_in_on",
    "extensions": "filed_on",
    "permits": "filed_on",
    "events": "on",
}


def ledger(session: Session, case_id: UUID) -> Ledger:
    """Return what is recorded of a case, each kind in order of time."""
    there = records.names_with_rows(session, LEDGER_ROWS, "case_id", case_id)
    parts: dict[str, Any] = {name: _parts(session, case_id, name) for name in LEDGER_PARTS if name in there}
    return Ledger(**parts)


def _parts(session: Session, case_id: UUID, name: str) -> tuple[Part, ...]:
    rows: Any = LEDGER_ROWS[name]
    found = session.scalars(records.of_owner(rows, "case_id"), {"key": case_id})
    held = [records.value_of(LEDGER_PARTS[name], row) for row in found]
    return tuple(sorted(held, key=lambda part: (getattr(part, _ORDER[name]) or date.min, str(part.id))))


def visa(row: CaseRow) -> Visa:
    """Return what the visa of a case says."""
    return Visa(
        issued_on=row.decided_on if row.decision is Decision.GRANTED else None,
        enter_before=row.visa_enter_before,
        stay_days=row.visa_stay_days,
        entries=row.visa_entries,
    )


@trail.operation("case:ledger:save", N_("Edit entries and dates in China"))
def save(session: Session, case_id: UUID, name: str, part: Part, today: date) -> Part:
    """Add or change a part of the ledger; return it with its key and version.

    Raises ``UserError`` beside the field where it can't have been so, or ``Conflict``.
    """
    rows = _rows_of(name)
    case = case_values.row(session, case_id)
    part = checking.fields_of(part, today)
    part = stay_checks.checked(ledger(session, case_id), name, part, visa(case), today)
    if part.id is None:
        row = rows()
        row.case_id = case_id
        session.add(row)
    else:
        row = records.current(session, rows, part.id, part.version)
    records.put(row, part)
    session.flush()
    return records.value_of(type(part), row)


@trail.operation("case:ledger:remove", N_("Remove from entries and dates in China"))
def remove(session: Session, name: str, part_id: UUID, version: int) -> None:
    """Remove a part of the ledger. Raises ``UserError`` for an entry that others belong to."""
    row = records.current(session, _rows_of(name), part_id, version)
    part = records.value_of(LEDGER_PARTS[name], row)
    stay_checks.removed(ledger(session, row.case_id), name, part)
    session.delete(row)


def _rows_of(name: str) -> type[CasePart]:
    if name not in LEDGER_ROWS:
        raise UserError(_("This can't be set here."), ", ".join(LEDGER_ROWS), field="name")
    return LEDGER_ROWS[name]
