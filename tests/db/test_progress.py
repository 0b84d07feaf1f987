"""Derived progress is stored beside the case, in no history."""

from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.cases import Stage
from db import progress, rule_sets, trail
from db.casebook import Casebook
from db.models.case import CaseRow
from db.models.person import PersonRow


@trail.operation("test:case", "Case")
def add_case(session: Session) -> CaseRow:
    """Add a case of nobody in particular."""
    person = PersonRow()
    session.add(person)
    session.flush()
    rule_sets.keep(session, "ab" * 32, "{}")
    day = date(2026, 11, 23)
    row = CaseRow(
        person_id=person.id,
        number="KB-2026-0001",
        category="K",
        post="new-delhi",
        stage=Stage.ENQUIRY,
        stage_since=day,
        opened_on=day,
        rule_set="ab" * 32,
        content_changed_at=trail.of(session).at,
    )
    session.add(row)
    session.flush()
    return row


def test_progress_is_stored_without_a_record_or_a_version(book: Casebook) -> None:
    case = book.write(add_case).result
    head = book.head()
    moment = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)
    book.keep(progress.store, case.id, 9, 14, moment)
    query = select(CaseRow.checked, CaseRow.counted, CaseRow.version, CaseRow.content_changed_at)
    assert tuple(book.read(lambda session: session.execute(query).one())) == (9, 14, 1, moment)
    assert book.head() == head
