"""Persons who look like one: remembered as different, or merged into one as one step."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.domain import fields
from app.domain.fields import Field
from app.domain.likeness import Likeness
from app.domain.people import Person
from app.errors import UserError
from app.i18n import N_, _
from app.services import merging, people, people_list, records
from app.services.people_list import PersonLine
from db import search, search_index, trail
from db.models.duplicate import DifferentRow, MergeRow
from db.models.person import PersonRow

_MOST = 12


@dataclass(frozen=True, slots=True)
class Alike:
    """Somebody who may be the same person, and why."""

    line: PersonLine
    why: Likeness


@dataclass(frozen=True, slots=True)
class Side:
    """One field of both records; ``differs`` where both hold something and not the same."""

    field: Field
    kept: Any
    other: Any

    @property
    def differs(self) -> bool:
        """Whether somebody has to choose."""
        return not _is_blank(self.kept) and not _is_blank(self.other) and self.kept != self.other


@dataclass(frozen=True, slots=True)
class Preview:
    """What a merge would do: each field of both, how many rows of each kind move, and why it is refused."""

    kept: PersonLine
    other: PersonLine
    versions: tuple[int, int]
    sides: tuple[Side, ...]
    moved: tuple[tuple[str, int], ...]
    refusals: tuple[str, ...]


def _is_blank(value: Any) -> bool:
    return value is None or value == ""


def alike(session: Session, person_id: UUID) -> list[Alike]:
    """Return who may be the same as a person, likeliest first; those known to be different are left out."""
    different = set(_different_keys(session, person_id))
    person = people.person(session, person_id)
    reader = session.info.get(search_index.PINYIN)
    found = search.matches(session.connection(), person, limit=_MOST, pinyin=reader)
    why = {match.seq: match.why for match in found}
    merged = set(session.scalars(select(MergeRow.other_id)))
    return [
        Alike(line, why[line.seq])
        for line in people_list.lines(session, list(why))
        if line.id not in different | merged
    ]


def different(session: Session, person_id: UUID) -> list[PersonLine]:
    """Return those who were said to be somebody else than a person."""
    found = [people_list.line_of(session, key) for key in _different_keys(session, person_id)]
    return [line for line in found if line is not None]


def _different_keys(session: Session, person_id: UUID) -> Iterator[UUID]:
    for row in _different_rows(session, person_id):
        yield row.other_id if row.person_id == person_id else row.person_id


def _different_rows(session: Session, person_id: UUID) -> Sequence[DifferentRow]:
    has = or_(DifferentRow.person_id == person_id, DifferentRow.other_id == person_id)
    return session.scalars(select(DifferentRow).where(has).order_by(DifferentRow.id)).all()


@trail.operation("person:different", N_("Say that two persons are different"))
def say_different(session: Session, person_id: UUID, other_id: UUID) -> None:
    """Remember, both ways, that two persons who look alike are not the same; they are hinted no more."""
    if person_id == other_id:
        raise UserError(_("This is one and the same record."))
    for key in (person_id, other_id):
        records.find(session, PersonRow, key)
    if other_id not in set(_different_keys(session, person_id)):
        session.add(DifferentRow(person_id=person_id, other_id=other_id))
        session.flush()


@trail.operation("person:alike", N_("Hint again that two persons may be one"))
def hint_again(session: Session, person_id: UUID, other_id: UUID) -> None:
    """Forget that two persons were said to be different."""
    for row in _different_rows(session, person_id):
        if other_id in (row.person_id, row.other_id):
            session.delete(row)


def merged_into(session: Session, person_id: UUID) -> UUID | None:
    """Return the person into whom a record was merged, None for one that was not."""
    query = select(MergeRow.person_id).where(MergeRow.other_id == person_id)
    return session.scalars(query.order_by(MergeRow.id.desc()).limit(1)).first()


def preview(session: Session, kept_id: UUID, other_id: UUID) -> Preview:
    """Return what merging the record ``other_id`` into ``kept_id`` would do; nothing is changed."""
    kept, other = people.person(session, kept_id), people.person(session, other_id)
    lines = [people_list.line_of(session, key) for key in (kept_id, other_id)]
    if lines[0] is None or lines[1] is None:
        raise UserError(_("This person is not in the casebook."))
    return Preview(
        kept=lines[0],
        other=lines[1],
        versions=(kept.version, other.version),
        sides=_sides(kept, other),
        moved=tuple(merging.counted(session, other_id)),
        refusals=tuple(merging.refusals(session, kept_id, other_id)),
    )


def _sides(kept: Person, other: Person) -> tuple[Side, ...]:
    return tuple(
        Side(field, getattr(kept, field.name), getattr(other, field.name)) for field in fields.of(Person)
    )


@trail.operation("person:merge", N_("Merge persons"))
def merge(
    session: Session,
    kept_id: UUID,
    other_id: UUID,
    versions: tuple[int, int],
    from_other: Collection[str] = (),
) -> None:
    """Merge one record into another: all its rows move, it is archived and points to the one kept.

    ``versions`` are those of ``Preview``. Fields that are empty in the record kept are taken from the other,
    and those named in ``from_other``. Raises ``Conflict``, or ``UserError`` with why it can't be.
    """
    kept = records.current(session, PersonRow, kept_id, versions[0])
    other = records.current(session, PersonRow, other_id, versions[1])
    reasons = list(merging.refusals(session, kept_id, other_id))
    if reasons:
        raise UserError(" ".join(reasons))
    for side in _sides(people.person(session, kept_id), people.person(session, other_id)):
        if not _is_blank(side.other) and (_is_blank(side.kept) or side.field.name in from_other):
            setattr(kept, side.field.name, side.other)
    merging.move(session, kept_id, other_id)
    other.archived = True
    session.add(MergeRow(person_id=kept_id, other_id=other_id))
    session.flush()
