"""Persons and cases by what somebody types to go there, in any script, and by their keys."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.cases import CaseNumber
from app.domain.fields import Labelled
from app.errors import UserError
from app.i18n import N_, _
from app.services import case_list, people_list
from app.services.case_list import CaseLine
from app.services.people_list import PersonLine
from db import search_index
from db.models.case import CaseRow
from db.models.person_row import PersonListing

MOST = 8  # of a kind


class Kind(Labelled):
    """What one goes to."""

    CASE = "case", N_("Case")
    PERSON = "person", N_("Person")


class RecordKey(NamedTuple):
    """Names a person or a case."""

    kind: Kind
    id: UUID


@dataclass(frozen=True, slots=True)
class Record:
    """A person or a case with what tells it from its like."""

    key: RecordKey
    title: str
    detail: str


def found(session: Session, typed: str, lately: Sequence[RecordKey] = ()) -> list[Record]:
    """Return cases and persons that ``typed`` finds: those looked at ``lately`` first, then cases."""
    if not typed.strip():
        return records(session, lately)
    seqs = list(people_list.ids(session, typed=typed)[:MOST])
    people = people_list.lines(session, seqs)
    cases = case_list.lines(session, _cases(session, typed, seqs))
    every = [*map(_of_case, cases), *map(_of_person, people)]
    order = {key: at for at, key in enumerate(lately)}
    return sorted(every, key=lambda record: order.get(record.key, len(order)))


def nearly(session: Session, typed: str) -> list[Record]:
    """Return persons ``typed`` may mean if it is misspelt; slower, for when ``found`` found nothing."""
    return [
        _of_person(line) for line in people_list.lines(session, people_list.nearly(session, typed)[:MOST])
    ]


def records(session: Session, keys: Iterable[RecordKey]) -> list[Record]:
    """Return the records of ``keys``, in that order; what is gone is left out."""
    wanted = list(keys)
    cases = case_list.lines(session, [key.id for key in wanted if key.kind is Kind.CASE])
    people = (people_list.line_of(session, key.id) for key in wanted if key.kind is Kind.PERSON)
    there = [*map(_of_case, cases), *(_of_person(line) for line in people if line is not None)]
    by_key = {record.key: record for record in there}
    return [by_key[key] for key in wanted if key in by_key]


def spoken(session: Session, texts: Iterable[str]) -> dict[str, str]:
    """Return how Chinese texts sound, to be searched by: each with its spellings, "" without Chinese."""
    reader = session.info.get(search_index.PINYIN)
    if reader is None:
        return {}
    return {text: " ".join(reader("", _chinese(text))) if _chinese(text) else "" for text in texts}


def _chinese(text: str) -> str:
    return "".join(letter for letter in text if "\u4e00" <= letter <= "\u9fff")


def _cases(session: Session, typed: str, seqs: Sequence[int]) -> list[UUID]:
    """Return the cases whose number is typed, then those of the persons found."""
    return list(dict.fromkeys([*_numbered(session, typed), *_cases_of(session, seqs)]))[:MOST]


def _numbered(session: Session, typed: str) -> list[UUID]:
    """Return cases whose number is typed, or a part of it, newest first."""
    if not any(letter.isdigit() for letter in typed):
        return []
    try:
        wanted = str(CaseNumber.parse(typed))
    except UserError:
        wanted = typed.strip().upper()
    query = select(CaseRow.id).where(
        CaseRow.archived.is_(False), CaseRow.number.contains(wanted, autoescape=True)
    )
    return list(session.scalars(query.order_by(CaseRow.number.desc()).limit(MOST)))


def _cases_of(session: Session, seqs: Sequence[int]) -> list[UUID]:
    """Return the cases of persons, in the order of these, newest first."""
    query = (
        select(CaseRow.id, PersonListing.seq)
        .join(PersonListing, PersonListing.person_id == CaseRow.person_id)
        .where(CaseRow.archived.is_(False), PersonListing.seq.in_(seqs))
        .order_by(CaseRow.number.desc())
    )
    found = sorted(session.execute(query).all(), key=lambda row: seqs.index(row.seq))
    return [row.id for row in found]


def _of_case(line: CaseLine) -> Record:
    names = "  ".join(name for name in (line.client, line.native_name) if name)
    detail = f"{line.category} · {_(line.stage.label)}"
    return Record(RecordKey(Kind.CASE, line.id), f"{line.number}  {names}", detail)


def _of_person(line: PersonLine) -> Record:
    names = "  ".join(name for name in (line.name, line.native_name) if name)
    detail = " · ".join(part for part in (line.birth_date, line.nationality, line.passport) if part)
    return Record(RecordKey(Kind.PERSON, line.id), names, detail)
