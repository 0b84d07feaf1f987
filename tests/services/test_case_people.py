"""Who works on a case: handing over with open work, the reviewer, the office."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.item_records import ItemState
from app.errors import Conflict, UserError
from app.services import case_people, cases, checklists, deadlines, firms, people
from app.services.deadlines import Which
from db import trail
from db.casebook import Casebook
from db.models.firm import User
from tests.builders import TODAY, add_person, open_case
from tests.db.content import content_hash


@trail.operation("test:hire", "Hire", trail.FINAL)
def hire(session: Session, login: str = "ben", left: bool = False) -> UUID:
    """Add another user."""
    row = User(login=login, name=f"{login.title()} Sample", archived=left)
    session.add(row)
    session.flush()
    return row.id


def version(book: Casebook, key: UUID) -> int:
    return book.read(cases.case, key).version


def responsible(book: Casebook, key: UUID) -> set[Any]:
    lines = book.read(checklists.lines, key, TODAY)
    return {line.line.record.responsible for line in lines if line.line.record.responsible}


def give_item(book: Casebook, key: UUID, at: int, user: UUID, state: ItemState | None = None) -> None:
    line = book.read(checklists.lines, key, TODAY)[at]
    now = book.write(
        checklists.set_item_field, line.row_id, line.version, "responsible_id", user, TODAY
    ).result
    if state is not None:
        book.write(checklists.move_item, line.row_id, now, state, TODAY)


def test_cases_go_with_the_open_work_of_their_owner_in_one_step(book: Casebook) -> None:
    ana, ben, wei = book.actor.id, book.write(hire).result, book.write(hire, "wei").result
    keys = [open_case(book).id, open_case(book).id]
    give_item(book, keys[0], 0, ana)
    give_item(book, keys[0], 1, ana, ItemState.ACCEPTED)
    give_item(book, keys[0], 2, wei)
    book.write(cases.set_field, keys[1], 1, "planned_filing", date(2026, 12, 1), TODAY)
    (due, *_rest) = book.read(deadlines.of_case, keys[1], TODAY)
    book.write(deadlines.assign, Which.of(due), ana)
    before = content_hash(book)
    moved = book.write(case_people.reassign, [(key, version(book, key)) for key in keys], ben).result
    assert (moved.cases, moved.items, moved.deadlines) == (2, 1, 1)
    assert [book.read(cases.case, key).owner for key in keys] == ["Ben Sample"] * 2
    assert responsible(book, keys[0]) == {ana, ben, wei}
    book.undo()
    assert content_hash(book) == before


def test_somebody_who_left_gets_no_case_and_none_is_moved(book: Casebook) -> None:
    gone, key = book.write(hire, left=True).result, open_case(book).id
    with pytest.raises(UserError, match="Ben Sample no longer works"):
        book.write(case_people.reassign, [(key, 1)], gone)
    with pytest.raises(UserError, match="no longer works"):
        book.write(case_people.assign, key, 1, gone)
    with pytest.raises(UserError, match="no longer works"):
        open_case(book, owner_id=gone)
    assert book.read(cases.case, key).owner == "Ana Sample"


def test_a_case_that_changed_meanwhile_stops_the_whole_handover(book: Casebook) -> None:
    ben, keys = book.write(hire).result, [open_case(book).id, open_case(book).id]
    book.write(cases.set_field, keys[1], 1, "visa_number", "X", TODAY)
    with pytest.raises(Conflict):
        book.write(case_people.reassign, [(key, 1) for key in keys], ben)
    assert book.read(cases.case, keys[0]).owner == "Ana Sample"


def test_a_handover_of_nothing_is_refused(book: Casebook) -> None:
    with pytest.raises(UserError, match="Choose the cases"):
        book.write(case_people.reassign, [], book.actor.id)


def test_the_reviewer_is_somebody_else_than_the_owner(book: Casebook) -> None:
    ben, key = book.write(hire).result, open_case(book).id
    with pytest.raises(UserError, match="owner of a case"):
        book.write(case_people.set_reviewer, key, 1, book.actor.id)
    after = book.write(case_people.set_reviewer, key, 1, ben).result
    assert book.read(cases.case, key).reviewer == "Ben Sample"
    book.write(case_people.assign, key, after, ben)
    assert book.read(cases.case, key).reviewer == ""


def test_a_case_belongs_to_an_office_that_is_there(book: Casebook) -> None:
    key = open_case(book).id
    office = book.write(firms.add_office, "Sample house", "Sampleville", "SG").result
    after = book.write(case_people.set_office, key, 1, office).result
    assert book.read(cases.case, key).office == "Sample house"
    with pytest.raises(UserError, match="no such office"):
        book.write(case_people.set_office, key, after, key)
    book.write(case_people.set_office, key, after, None)
    assert book.read(cases.case, key).office == ""


def test_no_case_is_opened_for_an_archived_person(book: Casebook) -> None:
    person = add_person(book)
    book.write(people.archive, person, 1)
    with pytest.raises(UserError, match="This person is archived") as refused:
        open_case(book, person)
    assert refused.value.field == "person"


def test_nobody_is_present_under_an_unknown_key(book: Casebook) -> None:
    def present(session: Session) -> User:
        return case_people.present(session, open_case_key)

    open_case_key = open_case(book).id
    with pytest.raises(UserError, match="Nobody in this casebook"):
        book.read(present)
    assert book.read(lambda session: session.scalars(select(User.name)).all()) == ["Ana Sample"]
