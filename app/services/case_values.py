"""A case's row as values: its typed fields, its parts, the facts entered on it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import facts
from app.domain.casefile import CASE_PARTS, CaseFile
from app.errors import UserError
from app.i18n import _
from app.services import records
from db.models.case import CASE_PART_ROWS, CasePart, CaseRow, FactRow, ItemRow
from db.models.filed import SnapshotRow


@dataclass(frozen=True, slots=True)
class Noted:
    """What is noted of a case: its typed fields with their parts, the facts entered, its lines' rows."""

    file: CaseFile
    entered: Mapping[str, object]
    items: Sequence[ItemRow]


def row(session: Session, case_id: UUID) -> CaseRow:
    """Return a case's row. Raises ``UserError`` where there is none."""
    found = session.get(CaseRow, case_id)
    if found is None:
        raise UserError(_("This case is not in the casebook."))
    return found


def file_of(session: Session, case: CaseRow) -> CaseFile:
    """Return the typed fields of a case with its parts."""
    return _file(case, {name: _rows(session, CASE_PART_ROWS[name], case.id) for name in CASE_PARTS})


def _file(case: CaseRow, rows: Mapping[str, Sequence[CasePart]]) -> CaseFile:
    parts: dict[str, Any] = {
        name: tuple(records.value_of(kind, part) for part in rows[name]) for name, kind in CASE_PARTS.items()
    }
    return replace(records.value_of(CaseFile, case), **parts)


def _rows(session: Session, rows: type[CasePart], case_id: UUID) -> list[CasePart]:
    return list(session.scalars(records.of_owner(rows, "case_id"), {"key": case_id}))


def fact_rows(session: Session, case_id: UUID) -> dict[str, FactRow]:
    """Return the rows of the facts entered on a case, by name."""
    found = session.scalars(records.of_owner(FactRow, "case_id"), {"key": case_id})
    return {fact.name: fact for fact in found}


def entered(session: Session, case_id: UUID) -> Mapping[str, object]:
    """Return the facts entered on a case, by name."""
    return _entered(fact_rows(session, case_id).values())


def _entered(held: Iterable[FactRow]) -> Mapping[str, object]:
    parsed = {fact.name: facts.parse_value(facts.named(fact.name), fact.value) for fact in held}
    return {name: value for name, value in parsed.items() if value is not None}


def noted(session: Session, cases: Sequence[CaseRow]) -> dict[UUID, Noted]:
    """Return what is noted of many cases, by key: one query for each table, not for each of them."""
    keys = [case.id for case in cases]
    parts = {name: records.by_owner(session, CASE_PART_ROWS[name], "case_id", keys) for name in CASE_PARTS}
    facts_of = records.by_owner(session, FactRow, "case_id", keys)
    items = records.by_owner(session, ItemRow, "case_id", keys)
    return {
        case.id: Noted(
            _file(case, {name: held.get(case.id, ()) for name, held in parts.items()}),
            _entered(facts_of.get(case.id, ())),
            items.get(case.id, ()),
        )
        for case in cases
    }


def has_frozen_form(session: Session, case_id: UUID) -> bool:
    """Whether the form of a case was marked as submitted, and so frozen."""
    query = select(SnapshotRow.id).where(SnapshotRow.case_id == case_id).limit(1)
    return session.scalar(query) is not None
