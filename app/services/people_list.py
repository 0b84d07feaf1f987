"""The list of persons: keys in sort order, one window of lines, search and the duplicate hint."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from app.domain.cases import MOVES
from app.domain.choices import PassportState
from app.services import labels
from db import listing, search, search_index
from db.models.case import CaseRow
from db.models.person import PassportRow, PersonRow
from db.models.person_row import PersonListing
from db.types import as_key

if TYPE_CHECKING:
    from app.domain.people import Person

SORTS = ("name", "native_name", "birth_date", "nationality", "passport")
MOST_FOUND = 50  # by words alone: nobody reads further
MOST_LOOKED_AT = 2000  # where more must hold than the words
_COLUMNS = {name: getattr(PersonListing, "sort_name" if name == "name" else name) for name in SORTS}


class PersonLine(NamedTuple):
    """One person in a list; ``nationality`` is alpha-2, ``birth_date`` ISO and maybe partial."""

    seq: int
    person_id: bytes | UUID  # as it is stored; most lines are only painted
    name: str
    native_name: str
    birth_date: str
    nationality: str
    passport: str

    @property
    def id(self) -> UUID:
        """The person's key."""
        return as_key(self.person_id)


class PersonMore(NamedTuple):
    """What further columns tell of a person; ``open_cases`` are counted."""

    labels: tuple[str, ...] = ()
    passport_ends: date | None = None
    open_cases: int = 0
    residence_country: str = ""
    occupation: str = ""


_SEQ = itemgetter(0)
_LINE = partial(tuple.__new__, PersonLine)  # what _make does, without a frame of Python for each line


def ids(
    session: Session,
    *,
    sort: str = "name",
    descending: bool = False,
    typed: str = "",
    archived: bool | None = False,
    where: Sequence[ColumnElement[bool]] = (),
) -> array[int]:
    """Return the ``seq`` of every person in sort order, or of those that ``typed`` finds, best first.

    ``archived`` says which kind, None for both; ``where`` is more that must hold.
    """
    if typed.strip():
        limit = MOST_LOOKED_AT if where else MOST_FOUND
        found = search.find(session.connection(), typed, limit=limit, archived=archived)
        return array("q", _fitting(session, found, where) if where else found)
    column = _COLUMNS[sort]
    order = (column.desc(), PersonListing.seq.desc()) if descending else (column, PersonListing.seq)
    query = select(PersonListing.seq).order_by(*order)
    if archived is not None:
        query = query.where(PersonListing.archived == archived)
    ordered = listing.packed(session.connection(), query)
    return array("q", filter(_all_fitting(session, where).__contains__, ordered)) if where else ordered


def _all_fitting(session: Session, where: Sequence[ColumnElement[bool]]) -> set[int]:
    """Return who fits, unsorted: sorted by its index, a database would look up every row for it."""
    return set(listing.packed(session.connection(), select(PersonListing.seq).where(*where)))


def _fitting(session: Session, seqs: list[int], where: Sequence[ColumnElement[bool]]) -> list[int]:
    fit = set(session.scalars(select(PersonListing.seq).where(PersonListing.seq.in_(seqs), *where)))
    return [seq for seq in seqs if seq in fit]


def nearly(session: Session, typed: str) -> array[int]:
    """Return whom ``typed`` may mean if it is misspelt; slower, for when ``ids`` found few."""
    reader = session.info.get(search_index.PINYIN)
    return array("q", search.similar(session.connection(), typed, pinyin=reader))


def lines(session: Session, seqs: Sequence[int]) -> list[PersonLine]:
    """Return the lines of ``seqs``, in that order; a person that is gone is left out."""
    rows = listing.rows_of(session.connection(), PersonLine._fields, seqs) if len(seqs) else []
    found = dict(zip(map(_SEQ, rows), map(_LINE, rows), strict=True))
    return [line for line in map(found.get, seqs) if line]


def more(session: Session, people: Sequence[UUID]) -> Mapping[UUID, PersonMore]:
    """Return what further columns tell of these persons."""
    is_current = or_(PassportRow.state.is_(None), PassportRow.state == PassportState.CURRENT)
    ends: Any = select(PassportRow.person_id, func.min(PassportRow.expires_on))
    ends = ends.where(PassportRow.person_id.in_(people), is_current).group_by(PassportRow.person_id)
    opened: Any = select(CaseRow.person_id, func.count()).where(
        CaseRow.person_id.in_(people), CaseRow.archived.is_(False), CaseRow.stage.in_(tuple(MOVES))
    )
    expiring: dict[UUID, date] = dict(session.execute(ends).tuples().all())
    counted: dict[UUID, int] = dict(session.execute(opened.group_by(CaseRow.person_id)).tuples().all())
    held = labels.of(session, people)
    told: Any = select(PersonRow.id, PersonRow.residence_country, PersonRow.occupation)
    lives = {row.id: row for row in session.execute(told.where(PersonRow.id.in_(people)))}
    return {
        key: PersonMore(held.get(key, ()), expiring.get(key), counted.get(key, 0), *row[1:])
        for key, row in lives.items()
    }


def line_of(session: Session, person_id: UUID) -> PersonLine | None:
    """Return the line of one person."""
    seq = session.scalar(select(PersonListing.seq).where(PersonListing.person_id == person_id))
    return next(iter(lines(session, [seq])), None) if seq else None


def likely_same(session: Session, person: Person) -> list[PersonLine]:
    """Return persons already there who may be the one being typed, likeliest first."""
    reader = session.info.get(search_index.PINYIN)
    return lines(session, search.likely_same(session.connection(), person, pinyin=reader))
