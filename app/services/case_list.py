"""The list of cases: keys in sort order and one window of lines."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from app.domain.cases import MOVES, CaseNumber, Stage
from app.errors import UserError
from db import search
from db.models.case import CaseRow
from db.models.firm import User
from db.models.person_row import PersonListing

SORTS = ("number", "client", "stage", "owner", "planned_filing")


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case in a list; ``checked`` of ``counted`` lines are checked."""

    id: UUID
    number: str
    person_id: UUID
    client: str
    native_name: str
    category: str
    post: str
    stage: Stage
    stage_since: date
    owner: str
    checked: int
    counted: int
    planned_filing: date | None


def ids(
    session: Session,
    *,
    sort: str = "number",
    descending: bool = False,
    stage: Stage | None = None,
    owner_id: UUID | None = None,
    is_open: bool = False,
    typed: str = "",
    archived: bool | None = False,
    where: Sequence[ColumnElement[bool]] = (),
) -> list[UUID]:
    """Return the keys of the cases asked for, sorted; ``typed`` is a case number or a client's name.

    ``is_open`` leaves out those that are paused, withdrawn or closed. ``archived`` says which kind, None for
    both; ``where`` is more that must hold.
    """
    query = _sorted(select(CaseRow.id).where(*where), sort, descending)
    if archived is not None:
        query = query.where(CaseRow.archived == archived)
    if stage is not None:
        query = query.where(CaseRow.stage == stage)
    if owner_id is not None:
        query = query.where(CaseRow.owner_id == owner_id)
    if is_open:
        query = query.where(CaseRow.stage.in_(tuple(MOVES)))
    if typed.strip():
        query = _matching(session, query, typed)
    return list(session.scalars(query))


def _sorted(query: Select[UUID], sort: str, descending: bool) -> Select[UUID]:
    if sort == "client":
        query = query.join(PersonListing, PersonListing.person_id == CaseRow.person_id)
    if sort == "owner":
        query = query.outerjoin(User, User.id == CaseRow.owner_id)
    columns: dict[str, Any] = {"client": PersonListing.sort_name, "owner": User.name}
    column = columns.get(sort) or getattr(CaseRow, sort)
    return query.order_by(*((c.desc() if descending else c) for c in (column, CaseRow.number)))


def _matching(session: Session, query: Select[UUID], typed: str) -> Select[UUID]:
    try:
        return query.where(CaseRow.number == str(CaseNumber.parse(typed)))
    except UserError:
        found = search.find(session.connection(), typed, limit=200, archived=None)
        people = select(PersonListing.person_id).where(PersonListing.seq.in_(found))
        return query.where(CaseRow.person_id.in_(people))


_NAMES = [field.name for field in fields(CaseLine)]
_COLUMNS = (
    CaseRow.id,
    CaseRow.number,
    CaseRow.person_id,
    PersonListing.name,
    PersonListing.native_name,
    CaseRow.category,
    CaseRow.post,
    CaseRow.stage,
    CaseRow.stage_since,
    User.name,
    CaseRow.checked,
    CaseRow.counted,
    CaseRow.planned_filing,
)


def _lines(session: Session, condition: Any) -> list[CaseLine]:
    query = (
        select(*_COLUMNS)
        .join(PersonListing, PersonListing.person_id == CaseRow.person_id)
        .outerjoin(User, User.id == CaseRow.owner_id)
        .where(condition)
        .order_by(CaseRow.number)
    )
    return [_line(row) for row in session.execute(query)]


def _line(row: Any) -> CaseLine:
    values = dict(zip(_NAMES, row, strict=True))
    return CaseLine(**{**values, "owner": values["owner"] or ""})


def lines(session: Session, keys: Sequence[UUID]) -> list[CaseLine]:
    """Return the lines of ``keys``, in that order; a case that is gone is left out."""
    found = {line.id: line for line in _lines(session, CaseRow.id.in_(keys))}
    return [found[key] for key in keys if key in found]


def of_person(session: Session, person_id: UUID) -> list[CaseLine]:
    """Return a person's cases by number."""
    return _lines(session, (CaseRow.person_id == person_id) & CaseRow.archived.is_(False))


def stages(session: Session) -> dict[Stage, int]:
    """Return how many cases are at each stage."""
    counts: dict[Stage, int] = {}
    for stage in session.scalars(select(CaseRow.stage).where(CaseRow.archived.is_(False))):
        counts[stage] = counts.get(stage, 0) + 1
    return counts
