"""The list of cases: keys in sort order and one window of lines."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session, aliased

from app.domain.cases import MOVES, CaseNumber, Decision, Stage
from app.errors import UserError
from app.services import labels
from db import search
from db.models.case import CaseRow
from db.models.deadline_listing import DeadlineListing
from db.models.firm import Office, User
from db.models.person_row import PersonListing

NEXT_DAY: ColumnElement[Any] = (  # of the open deadlines, in China
    select(func.min(DeadlineListing.last_day))
    .where(DeadlineListing.case_id == CaseRow.id)
    .correlate(CaseRow)
    .scalar_subquery()
)
_REVIEWER = aliased(User)
SORTS: Mapping[str, Any] = {
    "number": CaseRow.number,
    "client": PersonListing.sort_name,
    "nationality": PersonListing.nationality,
    "category": CaseRow.category,
    "post": CaseRow.post,
    "stage": CaseRow.stage,
    "stage_since": CaseRow.stage_since,
    "owner": User.name,
    "reviewer": _REVIEWER.name,
    "office": Office.name,
    "opened_on": CaseRow.opened_on,
    "next_day": NEXT_DAY,
    "planned_filing": CaseRow.planned_filing,
    "planned_entry": CaseRow.planned_entry,
    "appointment_on": CaseRow.appointment_on,
    "supplement_due": CaseRow.supplement_due,
    "application_number": CaseRow.application_number,
    "decided_on": CaseRow.decided_on,
    "keep_until": CaseRow.keep_until,
    "changed_at": CaseRow.content_changed_at,
}
_OF_PERSON, _OF_USER, _OF_OFFICE = ("client", "nationality"), ("owner",), ("office",)
_OF_REVIEWER = ("reviewer",)


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case in a list; ``checked`` of ``counted`` lines are checked, and ``next_day`` something is due."""

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
    reviewer: str
    checked: int
    counted: int
    planned_filing: date | None
    nationality: str
    office: str
    opened_on: date
    next_day: date | None
    planned_entry: date | None
    appointment_on: date | None
    supplement_due: date | None
    application_number: str
    decision: Decision | None
    decided_on: date | None
    keep_until: date | None
    changed_at: datetime
    labels: tuple[str, ...] = ()


def ids(
    session: Session,
    *,
    sort: str = "number",
    descending: bool = False,
    stage: Stage | None = None,
    owner_id: UUID | None = None,
    owners: Collection[UUID] | None = None,
    is_open: bool = False,
    typed: str = "",
    archived: bool | None = False,
    where: Sequence[ColumnElement[bool]] = (),
) -> list[UUID]:
    """Return the keys of the cases asked for, sorted; ``typed`` is a case number or a client's name.

    ``owners`` are several, such as ``deputies.mine``. ``is_open`` leaves out those that are paused,
    withdrawn or closed. ``archived`` says which kind, None for both; ``where`` is more that must hold.
    """
    query = _sorted(select(CaseRow.id).where(*where), sort, descending)
    for is_asked, condition in (
        (archived is not None, CaseRow.archived == archived),
        (stage is not None, CaseRow.stage == stage),
        (owner_id is not None, CaseRow.owner_id == owner_id),
        (owners is not None, CaseRow.owner_id.in_(owners or ())),
        (is_open, CaseRow.stage.in_(tuple(MOVES))),
    ):
        query = query.where(condition) if is_asked else query
    if typed.strip():
        query = _matching(session, query, typed)
    return list(session.scalars(query))


def _sorted(query: Select[UUID], sort: str, descending: bool) -> Select[UUID]:
    if sort in _OF_PERSON:
        query = query.join(PersonListing, PersonListing.person_id == CaseRow.person_id)
    if sort in _OF_USER:
        query = query.outerjoin(User, User.id == CaseRow.owner_id)
    if sort in _OF_REVIEWER:
        query = query.outerjoin(_REVIEWER, _REVIEWER.id == CaseRow.reviewer_id)
    if sort in _OF_OFFICE:
        query = query.outerjoin(Office, Office.id == CaseRow.office_id)
    return query.order_by(*((c.desc() if descending else c) for c in (SORTS[sort], CaseRow.number)))


def _matching(session: Session, query: Select[UUID], typed: str) -> Select[UUID]:
    try:
        return query.where(CaseRow.number == str(CaseNumber.parse(typed)))
    except UserError:
        found = search.find(session.connection(), typed, limit=200, archived=None)
        people = select(PersonListing.person_id).where(PersonListing.seq.in_(found))
        return query.where(CaseRow.person_id.in_(people))


_NAMES = [field.name for field in fields(CaseLine) if field.name != "labels"]
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
    _REVIEWER.name,
    CaseRow.checked,
    CaseRow.counted,
    CaseRow.planned_filing,
    PersonListing.nationality,
    Office.name,
    CaseRow.opened_on,
    NEXT_DAY,
    CaseRow.planned_entry,
    CaseRow.appointment_on,
    CaseRow.supplement_due,
    CaseRow.application_number,
    CaseRow.decision,
    CaseRow.decided_on,
    CaseRow.keep_until,
    CaseRow.content_changed_at,
)


def _lines(session: Session, condition: Any) -> list[CaseLine]:
    query = (
        select(*_COLUMNS)
        .join(PersonListing, PersonListing.person_id == CaseRow.person_id)
        .outerjoin(User, User.id == CaseRow.owner_id)
        .outerjoin(_REVIEWER, _REVIEWER.id == CaseRow.reviewer_id)
        .outerjoin(Office, Office.id == CaseRow.office_id)
        .where(condition)
        .order_by(CaseRow.number)
    )
    rows = list(session.execute(query))
    held = labels.of(session, [row[0] for row in rows])
    return [_line(row, held.get(row[0], ())) for row in rows]


def _line(row: Any, held: tuple[str, ...]) -> CaseLine:
    values = dict(zip(_NAMES, row, strict=True))
    named = {name: values[name] or "" for name in ("owner", "reviewer", "office")}
    return CaseLine(**{**values, **named, "labels": held})


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
