"""One change of many cases: previewed row by row, applied as one operation, taken back as one step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import checking, fields
from app.domain import labels as domain_labels
from app.domain.casefile import CaseFile
from app.domain.cases import Stage
from app.domain.fields import Kind, Labelled
from app.domain.labels import How
from app.errors import UserError
from app.i18n import N_, _
from app.services import case_people, case_values, cases, firms, labels, records, workload
from app.services.workload import WorkLine
from db import trail
from db.models.case import CaseRow
from db.models.firm import Office, User
from db.models.person_row import PersonListing

MOST = 5000  # rows changed at once
MOST_GATHERED = 200  # cases whose work is shown before they are handed over
OWNER, REVIEWER, OFFICE, STAGE, LABELS = "owner", "reviewer", "office", "stage", "labels"
# The fields of a case that many cases may share, in the order they are offered.
FIELDS: Mapping[str, str] = {
    OWNER: N_("Owner"),
    REVIEWER: N_("Reviewer"),
    OFFICE: N_("Office"),
    STAGE: N_("Stage"),
    LABELS: N_("Labels"),
    **{
        name: fields.named(CaseFile)[name].label
        for name in ("planned_filing", "planned_entry", "appointment_on", "supplement_due", "speed")
    },
}
# A case is handed in and closed one at a time: there undo ends, and there is more to say.
ONE_AT_A_TIME = (Stage.HANDED_IN, Stage.CLOSED)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a change sets: the key of a user or office, a stage, a typed value, or labels and ``how``.

    ``items`` are the codes of the checklist lines to be changed, for a field of theirs; ``reason`` is what
    some of their states need.
    """

    field: str
    value: Any
    how: How = How.REPLACE
    items: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """What a change does to one row; ``refusal`` says why it does nothing, "" where it does.

    ``work`` is what goes along with a case that is handed over.
    """

    key: UUID
    version: int
    name: str
    before: str
    after: str
    refusal: str = ""
    work: WorkLine | None = None

    @property
    def changes(self) -> bool:
        """Whether the row becomes another."""
        return not self.refusal and self.before != self.after


def preview(session: Session, keys: Sequence[UUID], wanted: Wanted, today: date) -> tuple[PreviewLine, ...]:
    """Return what ``wanted`` would do to each of ``keys``, in their order; nothing is changed."""
    said = _Words(session)
    held = labels.of(session, keys) if wanted.field == LABELS else {}
    rows = _rows(session, keys)
    names = _names(session, rows)
    found = []
    for key in keys:
        row = rows.get(key)
        if row is not None:
            found.append(_line(session, row, names[key], held.get(key, ()), wanted, said, today))
    return _with_work(session, found, today) if wanted.field == OWNER else tuple(found)


def _with_work(session: Session, lines: Sequence[PreviewLine], today: date) -> tuple[PreviewLine, ...]:
    """Return the lines with what goes along; of the first ones, as it takes time to gather."""
    keys = [line.key for line in lines if line.changes][:MOST_GATHERED]
    work = {each.id: each for each in workload.lines(session, keys, today)}
    return tuple(replace(line, work=work.get(line.key)) for line in lines)


def _line(
    session: Session,
    row: CaseRow,
    name: str,
    held: tuple[str, ...],
    wanted: Wanted,
    said: "_Words",
    today: date,
) -> PreviewLine:
    before = said.text(wanted.field, held if wanted.field == LABELS else _value(row, wanted.field))
    try:
        value = _checked(session, row, held, wanted, today)
    except UserError as error:
        return PreviewLine(row.id, row.version, name, before, before, str(error))
    return PreviewLine(row.id, row.version, name, before, said.text(wanted.field, value))


def _rows(session: Session, keys: Sequence[UUID]) -> dict[UUID, CaseRow]:
    found: dict[UUID, CaseRow] = {}
    for at in range(0, len(keys), labels.BATCH):
        query = select(CaseRow).where(CaseRow.id.in_(keys[at : at + labels.BATCH]))
        found.update({row.id: row for row in session.scalars(query)})
    return found


def _names(session: Session, rows: Mapping[UUID, CaseRow]) -> dict[UUID, str]:
    people = list({row.person_id for row in rows.values()})
    named: dict[UUID, str] = {}
    for at in range(0, len(people), labels.BATCH):
        query = select(PersonListing.person_id, PersonListing.name)
        query = query.where(PersonListing.person_id.in_(people[at : at + labels.BATCH]))
        named.update(session.execute(query).all())
    return {key: f"{row.number}  {named.get(row.person_id, '')}".strip() for key, row in rows.items()}


_COLUMNS = {OWNER: "owner_id", REVIEWER: "reviewer_id", OFFICE: "office_id"}


def _value(row: CaseRow, field: str) -> Any:
    return getattr(row, _COLUMNS.get(field, field))


def _checked(session: Session, row: CaseRow, held: tuple[str, ...], wanted: Wanted, today: date) -> Any:
    """Return the value a row would have. Raises ``UserError`` where it can't have it."""
    field, value = wanted.field, wanted.value
    if field not in FIELDS:
        raise UserError(_("This can't be set here."), field=field)
    if field == LABELS:
        return domain_labels.changed(held, wanted.how, value)
    if value == _value(row, field):
        return value
    if field == STAGE:
        return _checked_stage(session, row, value)
    if field == OWNER:
        return _checked_owner(session, value)
    if field == REVIEWER:
        case_people.check_reviewer(session, row, value)
        return value
    if field == OFFICE:
        return None if value is None else records.find(session, Office, value).id
    whole = replace(case_values.file_of(session, row), **{field: value})
    return getattr(checking.fields_of(whole, today, only=field), field)


def _checked_stage(session: Session, row: CaseRow, to: Stage) -> Stage:
    cases.check_move(session, row, to)
    if to in ONE_AT_A_TIME:
        raise UserError(_("This is done one case at a time."), field=STAGE)
    return to


def _checked_owner(session: Session, owner_id: UUID | None) -> UUID:
    owner = session.get(User, owner_id) if owner_id else None
    if owner is None or owner.archived:
        raise UserError(_("This person no longer works in the casebook."), field=OWNER)
    return owner.id


@trail.operation("case:bulk-edit", N_("Edit several cases"))
def apply(session: Session, lines: Sequence[PreviewLine], wanted: Wanted, today: date) -> int:
    """Change the cases that were previewed; return how many became others.

    Raises ``Conflict`` where one was changed since, and ``UserError`` where one can't be changed so: then
    none is.
    """
    refuse_too_many(lines)
    held = labels.of(session, [line.key for line in lines]) if wanted.field == LABELS else {}
    count = 0
    for line in lines:
        row = records.current(session, CaseRow, line.key, line.version)
        theirs = held.get(line.key, ())
        value = _checked(session, row, theirs, wanted, today)
        if wanted.field == LABELS:
            labels.refuse_changed(line.before, theirs)
        if value == (theirs if wanted.field == LABELS else _value(row, wanted.field)):
            continue
        _put(session, row, wanted.field, value, today)
        count += 1
    return count


def refuse_too_many(lines: Sequence[PreviewLine]) -> None:
    """Raise ``UserError`` for more rows than may be changed at once."""
    if len(lines) > MOST:
        raise UserError(_("At most {limit} rows can be changed at once.").format(limit=MOST))


def _put(session: Session, row: CaseRow, field: str, value: Any, today: date) -> None:
    """Set a checked value the way one case's page does, so that all that belongs to it happens."""
    if field == LABELS:
        labels.put(session, row.id, value)
    elif field == STAGE:
        cases.move(session, row.id, row.version, value, today)
    elif field == OWNER:
        case_people.assign(session, row.id, row.version, value)
    elif field == REVIEWER:
        case_people.set_reviewer(session, row.id, row.version, value)
    elif field == OFFICE:
        row.office_id = value
        session.flush()
    else:
        cases.set_field(session, row.id, row.version, field, value, today)


class _Words:
    """How values are said: names of users and offices are read once."""

    def __init__(self, session: Session) -> None:
        self._named: dict[Any, str] = {
            **firms.names(session),
            **{office.id: office.name for office in firms.offices(session)},
        }

    def text(self, field: str, value: Any) -> str:
        if value is None:
            return ""
        if field == LABELS:
            return domain_labels.shown(value)
        if isinstance(value, UUID):
            return self._named.get(value, "")
        return _(value.label) if isinstance(value, Labelled) else str(value)


def kind_of(field: str) -> Kind | None:
    """Return the kind of a field that is typed; None for one that is chosen from the casebook."""
    found = fields.named(CaseFile).get(field)
    return found.kind if found else None
