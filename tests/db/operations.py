"""Small operations on real rows, for the tests of what every operation does."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Table, select
from sqlalchemy.engine import CursorResult
from sqlalchemy.orm import Session
from sqlalchemy.sql import Executable

from app.domain.cases import Stage
from app.domain.dates import PartialDate
from app.domain.item_records import ItemState
from db import chain, rule_sets, trail
from db.base import Base
from db.casebook import Casebook
from db.models.case import CaseRow, FactRow, ItemRow
from db.models.firm import Office
from db.models.operation import Change
from db.models.person import NameRow, PersonRow
from db.types import new_key

DAY = date(2026, 11, 23)
SHA256 = "ab" * 32


@trail.operation("test:add", "Add person")
def add(session: Session, /, *families: str, **values: Any) -> UUID:
    """Add a person with names, all in one flush, the names first."""
    person = PersonRow(id=new_key(), **values)
    session.add_all(NameRow(person_id=person.id, family=family) for family in families)
    session.add(person)
    session.flush()
    return person.id


@trail.operation("test:rename", "Rename")
def rename(session: Session, family: str) -> None:
    """Give every name another family name."""
    for name in session.scalars(select(NameRow)):
        name.family = family


@trail.operation("test:born", "Set birth date")
def set_birth_date(session: Session, key: UUID, value: str) -> None:
    """Set one field of a person."""
    session.get_one(PersonRow, key).birth_date = PartialDate.parse(value)


@trail.operation("test:note", "Set note")
def set_note(session: Session, key: UUID, value: str) -> None:
    """Set another field of a person."""
    session.get_one(PersonRow, key).note = value


@trail.operation("test:remove", "Remove names")
def remove_names(session: Session) -> None:
    """Delete every name."""
    for name in session.scalars(select(NameRow)):
        session.delete(name)


@trail.operation("test:office", "Add office")
def add_office(session: Session, name: str) -> UUID:
    """Add an office."""
    office = Office(name=name)
    session.add(office)
    session.flush()
    return office.id


@trail.operation("test:case", "Open case")
def open_case(session: Session, person_id: UUID, items: int = 0, number: str = "KB-2026-0001") -> UUID:
    """Open a case with so many checklist lines."""
    if rule_sets.find(session, SHA256) is None:
        rule_sets.keep(session, SHA256, "{}")
    case = CaseRow(
        person_id=person_id,
        number=number,
        category="K",
        post="new-delhi",
        stage=Stage.ENQUIRY,
        stage_since=DAY,
        opened_on=DAY,
        rule_set=SHA256,
        content_changed_at=trail.of(session).at,
    )
    session.add(case)
    session.flush()
    lines = [{"case_id": case.id, "item": f"K-{n:02}", "state": ItemState.NEEDED} for n in range(items)]
    trail.bulk_insert(session, ItemRow, lines)
    return case.id


@trail.operation("test:fact", "Set fact")
def set_fact(session: Session, case_id: UUID, name: str, value: str) -> UUID:
    """Enter a fact."""
    fact = FactRow(case_id=case_id, name=name, value=value)
    session.add(fact)
    session.flush()
    return fact.id


@trail.operation("test:forget", "Remove fact")
def remove_fact(session: Session, key: UUID) -> None:
    """Forget a fact."""
    session.delete(session.get_one(FactRow, key))


@trail.operation("test:hand-in", "Hand in", trail.BARRIER)
def hand_in(session: Session, case_id: UUID) -> None:
    """Hand a case in; undo does not cross this."""
    session.get_one(CaseRow, case_id).stage = Stage.HANDED_IN


@trail.operation("test:print", "Print", trail.FINAL)
def print_case(session: Session, case_id: UUID) -> None:
    """Print; nothing changes, and it is recorded."""
    trail.note(session, about=case_id, sha256="00")


def families(session: Session) -> list[str]:
    """Return all family names, sorted."""
    return sorted(session.scalars(select(NameRow.family)))


def note(session: Session, key: UUID) -> str:
    """Return a person's note."""
    return session.get_one(PersonRow, key).note


def changes(session: Session, seq: int) -> list[Change]:
    """Return the change records of one operation, in order."""
    return list(session.scalars(select(Change).where(Change.operation_seq == seq).order_by(Change.ordinal)))


def table(model: type[Base]) -> Table:
    """Return a model's table, to go past the change records."""
    found = model.__table__
    assert isinstance(found, Table)
    return found


def tamper(book: Casebook, statement: Executable) -> None:
    """Run a statement past the change records, as somebody with the key could."""

    def run(session: Session) -> CursorResult[Any]:
        return session.connection().execute(statement)

    book.keep(run)


def fault(book: Casebook) -> chain.Fault | None:
    """Return what is wrong with the chain of a casebook."""
    with book.engine.connect() as connection:
        return chain.verify(connection, book._audit_key).fault
