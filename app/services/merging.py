"""The rows of a person that is merged into another: which there are, which move, what stands against it."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.cases import MOVES
from app.i18n import N_, _
from app.services import field_changes
from db import tables
from db.base import Recorded
from db.models.case import CaseRow
from db.models.duplicate import DifferentRow, MergeRow
from db.models.enquiry import EnquiryRow
from db.models.label import LabelRow
from db.models.person import PART_ROWS, RelativeRow
from db.models.person import PersonRow as Persons

# What is counted in a preview under a name of its own; anything else by what the history calls it.
_CALLED: Mapping[str, str] = {"case_file": N_("Cases"), "enquiry": N_("Enquiries")}
_LINKS = (DifferentRow, MergeRow)


def refusals(session: Session, kept_id: UUID, other_id: UUID) -> Iterator[str]:
    """Yield each reason why the record ``other_id`` can't be merged into ``kept_id``."""
    if kept_id == other_id:
        yield _("This is one and the same record.")
        return
    archived = session.scalars(
        select(Persons.id).where(Persons.id.in_([kept_id, other_id]), Persons.archived.is_(True))
    ).all()
    if archived:
        yield _("One of both is archived: bring that record back first.")
    if _are_family(session, kept_id, other_id):
        yield _("They are recorded as family of each other, so they are two persons.")
    if _are_known_apart(session, kept_id, other_id):
        yield _("They were said to be different persons: take that back first.")
    if _refer(session, kept_id, other_id):
        yield _("One of both is recorded as having referred the other.")
    for visa in _both_apply(session, kept_id, other_id):
        yield _("Both have an open case for {visa} at the same post: close or archive one first.").format(
            visa=visa
        )


def _are_family(session: Session, one: UUID, other: UUID) -> bool:
    query = select(RelativeRow.id).where(
        RelativeRow.person_id.in_([one, other]), RelativeRow.relative_id.in_([one, other])
    )
    return session.scalars(query.limit(1)).first() is not None


def _are_known_apart(session: Session, one: UUID, other: UUID) -> bool:
    query = select(DifferentRow.id).where(
        DifferentRow.person_id.in_([one, other]), DifferentRow.other_id.in_([one, other])
    )
    return session.scalars(query.limit(1)).first() is not None


def _refer(session: Session, one: UUID, other: UUID) -> bool:
    query = select(EnquiryRow.id).where(
        EnquiryRow.person_id.in_([one, other]), EnquiryRow.referrer_id.in_([one, other])
    )
    return session.scalars(query.limit(1)).first() is not None


def _both_apply(session: Session, one: UUID, other: UUID) -> list[str]:
    """Return the visas for which both apply at one post now: of one person, one excludes the other."""
    query = select(CaseRow.person_id, CaseRow.category, CaseRow.post).where(
        CaseRow.person_id.in_([one, other]), CaseRow.archived.is_(False), CaseRow.stage.in_(tuple(MOVES))
    )
    open_cases: dict[UUID, set[tuple[str, str]]] = {one: set(), other: set()}
    for row in session.execute(query):
        open_cases[row.person_id].add((row.category, row.post))
    return sorted(category for category, _post in open_cases[one] & open_cases[other])


def counted(session: Session, other_id: UUID) -> Iterator[tuple[str, int]]:
    """Yield how many rows of each kind (msgid) would move, those of links between persons left out."""
    for rows, name in _references():
        if rows in _LINKS:
            continue
        query = select(rows).where(getattr(rows, name) == other_id)
        count = len(session.scalars(query).all())
        if count:
            table = rows.__tablename__
            yield _CALLED.get(table) or field_changes.ENTITIES.get(table, table), count


def _references() -> Iterator[tuple[Any, str]]:
    """Yield every recorded column that holds the key of a person, with the class of its rows."""
    mappers = sorted(tables.mappers(), key=lambda mapper: mapper.class_.__tablename__)
    for mapper in mappers:
        if not issubclass(mapper.class_, Recorded):
            continue
        if mapper.class_ is LabelRow:  # of a person or a case, so without a reference to either's table
            yield LabelRow, "of_id"
        for attribute in mapper.column_attrs:
            targets = {key.target_fullname for key in attribute.columns[0].foreign_keys}
            if "person.id" in targets:
                yield mapper.class_, attribute.key


def move(session: Session, kept_id: UUID, other_id: UUID) -> None:
    """Let every row of ``other_id``, and every row that names it, be of ``kept_id``.

    What both records hold word for word stays once; links that would stand twice are dropped.
    """
    for rows, name in _references():
        is_part = rows is LabelRow or (rows in PART_ROWS.values() and name == "person_id")
        there = _values(session, rows, name, kept_id) if is_part else set()
        query = select(rows).where(getattr(rows, name) == other_id).order_by(rows.id)
        for row in session.scalars(query).all():
            if _value(row) in there or (rows is DifferentRow and _stands_twice(session, row, name, kept_id)):
                session.delete(row)
            else:
                setattr(row, name, kept_id)
    session.flush()


def _stands_twice(session: Session, row: DifferentRow, name: str, kept_id: UUID) -> bool:
    third = row.other_id if name == "person_id" else row.person_id
    pair = [kept_id, third]
    query = select(DifferentRow.id).where(DifferentRow.person_id.in_(pair), DifferentRow.other_id.in_(pair))
    return session.scalars(query.limit(1)).first() is not None


def _values(session: Session, rows: Any, name: str, person_id: UUID) -> set[tuple[Any, ...]]:
    return {_value(row) for row in session.scalars(select(rows).where(getattr(rows, name) == person_id))}


def _value(row: Any) -> tuple[Any, ...]:
    names = [attribute.key for attribute in row.__mapper__.column_attrs]
    return tuple(getattr(row, name) for name in names if name not in ("id", "version", "person_id", "of_id"))
