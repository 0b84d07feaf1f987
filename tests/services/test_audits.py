"""The owner's lists: open cases without a date, originals kept after the end, papers nobody else saw."""

from datetime import timedelta
from uuid import UUID

import pytest

from app.domain.cases import Stage
from app.domain.item_records import ItemState, OriginalAt
from app.domain.rulepack import Audience
from app.services import audits, cases, checklists
from app.services.audits import Audit, AuditLine
from db import trail
from db.casebook import Casebook
from db.models.firm import User
from db.trail import Actor
from tests.builders import TODAY, open_case
from tests.services.documents.conftest import move

ITEM = "K-DOC-05"


def found(book: Casebook, audit: Audit) -> list[AuditLine]:
    return book.read(audits.lines, audit, TODAY)


def set_item(book: Casebook, case: UUID, name: str, value: object) -> None:
    row = next(each for each in book.read(checklists.lines, case, TODAY) if each.line.item.id == ITEM)
    book.write(checklists.set_item_field, row.row_id, row.version, name, value, TODAY)


@trail.operation("test:hire", "Hire", trail.FINAL)
def hire(session: object) -> UUID:
    """Add a second user."""
    user = User(login="ben", name="Ben Sample")
    session.add(user)  # type: ignore[attr-defined]
    session.flush()  # type: ignore[attr-defined]
    return user.id


@pytest.fixture
def ben(book: Casebook) -> Actor:
    return Actor(book.write(hire).result, "Ben Sample")


def as_somebody(book: Casebook, who: Actor) -> None:
    book.actor = who


def test_an_open_case_without_a_date_is_found_until_it_has_one(book: Casebook) -> None:
    case = open_case(book)
    [line] = found(book, Audit.NO_DATE)
    assert (line.number, line.client, line.since) == (case.number, "SAMPLE, Ananya", TODAY)
    set_item(book, case.id, "due_on", TODAY + timedelta(days=400))
    assert found(book, Audit.NO_DATE) == []


def test_a_paused_case_needs_no_date(book: Casebook) -> None:
    case = open_case(book)
    book.write(cases.move, case.id, 1, Stage.ON_HOLD, TODAY)
    assert found(book, Audit.NO_DATE) == []


def test_an_original_in_our_office_is_found_once_its_case_is_over(book: Casebook) -> None:
    case = open_case(book)
    set_item(book, case.id, "original_at", OriginalAt.OFFICE)
    assert found(book, Audit.ORIGINALS) == []
    version = book.read(cases.case, case.id).version
    book.write(cases.move, case.id, version, Stage.WITHDRAWN, TODAY)
    [line] = found(book, Audit.ORIGINALS)
    assert line.paper is not None
    assert (line.case_id, line.stage) == (case.id, Stage.WITHDRAWN)
    set_item(book, case.id, "original_at", OriginalAt.RETURNED)
    assert found(book, Audit.ORIGINALS) == []


def test_a_paper_checked_by_who_received_it_is_found(book: Casebook) -> None:
    case = open_case(book)
    move(book, case.id, ITEM, ItemState.RECEIVED)
    assert found(book, Audit.SAME_HANDS) == []
    move(book, case.id, ITEM, ItemState.ACCEPTED)
    [line] = found(book, Audit.SAME_HANDS)
    assert line.by == book.actor.name
    assert line.since is not None


def test_a_paper_checked_by_somebody_else_is_not(book: Casebook, ben: Actor) -> None:
    case, me = open_case(book), book.actor
    as_somebody(book, ben)
    move(book, case.id, ITEM, ItemState.RECEIVED)
    as_somebody(book, me)
    move(book, case.id, ITEM, ItemState.ACCEPTED)
    assert found(book, Audit.SAME_HANDS) == []


def test_the_last_check_counts(book: Casebook, ben: Actor) -> None:
    case, me = open_case(book), book.actor
    move(book, case.id, ITEM, ItemState.RECEIVED)
    move(book, case.id, ITEM, ItemState.ACCEPTED)
    move(book, case.id, ITEM, ItemState.RECEIVED, reason="Looked at again")
    as_somebody(book, ben)
    move(book, case.id, ITEM, ItemState.ACCEPTED)
    assert found(book, Audit.SAME_HANDS) == []
    book.undo()
    as_somebody(book, me)
    move(book, case.id, ITEM, ItemState.ACCEPTED)
    assert len(found(book, Audit.SAME_HANDS)) == 1


def test_the_offices_own_work_is_no_paper_that_anybody_collects(book: Casebook) -> None:
    case = open_case(book)
    lines = book.read(checklists.lines, case.id, TODAY)
    own = next(each.line.item.id for each in lines if each.line.item.audience is Audience.OFFICE)
    move(book, case.id, own, ItemState.RECEIVED)
    move(book, case.id, own, ItemState.ACCEPTED)
    assert found(book, Audit.SAME_HANDS) == []
