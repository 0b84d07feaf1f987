"""One change of many cases: what the preview says, what is done, and that one undo takes it all back."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from app.domain.cases import Stage
from app.domain.labels import How
from app.errors import Conflict, UserError
from app.services import bulk_edits, cases, firms, labels
from app.services.bulk_edits import PreviewLine, Wanted
from db import trail
from db.casebook import Casebook
from db.models.case import CaseRow
from tests.builders import TODAY, add_person, open_case
from tests.casebooks import OpenBook
from tests.db.content import content_hash
from tests.services.test_snapshots import at_signed, signed, submit

MANY = 500


def preview(book: Casebook, keys: Sequence[UUID], field: str, value: Any, how: How = How.REPLACE) -> Any:
    return book.read(bulk_edits.preview, keys, Wanted(field, value, how), TODAY)


def apply(
    book: Casebook, lines: Sequence[PreviewLine], field: str, value: Any, how: How = How.REPLACE
) -> int:
    changing = [line for line in lines if line.changes]
    return book.write(bulk_edits.apply, changing, Wanted(field, value, how), TODAY).result


def test_the_preview_says_before_after_unchanged_and_refused(book: Casebook) -> None:
    person = add_person(book)
    first, moved, closed = (open_case(book, person).id for _turn in range(3))
    book.write(cases.move, moved, 1, Stage.SCREENED, TODAY)
    book.write(cases.move, closed, 1, Stage.WITHDRAWN, TODAY)
    lines = preview(book, [first, moved, closed], "stage", Stage.SCREENED)
    assert [(line.before, line.after, line.changes) for line in lines] == [
        ("Enquiry", "Screened", True),
        ("Screened", "Screened", False),
        ("Withdrawn", "Withdrawn", False),
    ]
    assert "can't go to" in lines[2].refusal
    assert lines[0].name == "KB-2026-0001  SAMPLE, Ananya"
    assert apply(book, lines, "stage", Stage.SCREENED) == 1
    assert book.read(cases.case, first).stage is Stage.SCREENED


def test_each_field_is_set_as_its_own_page_sets_it(book: Casebook) -> None:
    office = book.write(firms.add_office, "Head office", "Sampleville", "SG").result
    key = open_case(book).id
    for field, value in (("office", office), ("planned_filing", date(2026, 12, 14)), ("office", None)):
        lines = preview(book, [key], field, value)
        assert lines[0].changes
        assert apply(book, lines, field, value) == 1
    view = book.read(cases.case, key)
    assert (view.office_id, view.file.planned_filing) == (None, date(2026, 12, 14))


def test_labels_are_added_removed_or_replaced(book: Casebook) -> None:
    keys = [open_case(book).id, open_case(book).id]
    book.write(labels.set_labels, keys[0], "VIP")
    lines = preview(book, keys, "labels", ("urgent", "VIP"), How.ADD)
    assert [(line.before, line.after) for line in lines] == [("VIP", "urgent, VIP"), ("", "urgent, VIP")]
    apply(book, lines, "labels", ("urgent", "VIP"), How.ADD)
    lines = preview(book, keys, "labels", ("vip",), How.REMOVE)
    apply(book, lines, "labels", ("vip",), How.REMOVE)
    assert book.read(labels.of, keys) == dict.fromkeys(keys, ("urgent",))
    lines = preview(book, keys, "labels", (), How.REPLACE)
    apply(book, lines, "labels", (), How.REPLACE)
    assert book.read(labels.of, keys) == {}


def test_what_was_changed_since_the_preview_is_a_conflict_and_nothing_is_done(book: Casebook) -> None:
    keys = [open_case(book).id, open_case(book).id]
    lines = preview(book, keys, "planned_filing", date(2026, 12, 14))
    book.write(cases.set_field, keys[1], 1, "planned_entry", date(2027, 1, 4), TODAY)
    with pytest.raises(Conflict):
        apply(book, lines, "planned_filing", date(2026, 12, 14))
    assert book.read(cases.case, keys[0]).file.planned_filing is None
    lines = preview(book, keys, "labels", ("a",), How.REPLACE)
    book.write(labels.set_labels, keys[1], "b")
    with pytest.raises(Conflict):
        apply(book, lines, "labels", ("a",), How.REPLACE)


def test_what_is_done_one_at_a_time_is_refused(book: Casebook) -> None:
    key = at_signed(book)
    submit(book, key, signed(book, key))
    line = preview(book, [key], "stage", Stage.HANDED_IN)[0]
    assert "one case at a time" in line.refusal


def test_somebody_who_left_gets_no_cases(book: Casebook) -> None:
    line = preview(book, [open_case(book).id], "owner", UUID(int=1))[0]
    assert "no longer works" in line.refusal


def test_a_field_that_many_cases_never_share_is_refused(book: Casebook) -> None:
    line = PreviewLine(open_case(book).id, 1, "", "", "x")
    with pytest.raises(UserError):
        book.write(bulk_edits.apply, [line], Wanted("visa_number", "x"), TODAY)
    with pytest.raises(UserError, match="At most"):
        book.write(bulk_edits.apply, [line] * (bulk_edits.MOST + 1), Wanted("labels", ("x",)), TODAY)


@trail.operation("test:fill", "Fill", trail.FINAL)
def _fill(session: Any, like: UUID) -> list[UUID]:
    """Add many cases like one that is there."""
    row = session.get(CaseRow, like)
    values = {column.name: getattr(row, column.name) for column in CaseRow.__table__.columns}
    rows = [{**values, "number": f"KB-2025-{at:04d}"} for at in range(1, MANY + 1)]
    for each in rows:
        del each["id"], each["version"]
    return trail.bulk_insert(session, CaseRow, rows)


def test_five_hundred_rows_are_changed_as_one_step_and_put_back_exactly(open_book: OpenBook) -> None:
    book = open_book()
    keys = book.write(_fill, open_case(book).id).result
    for field, value, how in (
        ("planned_filing", date(2026, 12, 14), How.REPLACE),
        ("labels", ("urgent", "加急"), How.ADD),
        ("stage", Stage.SCREENED, How.REPLACE),
    ):
        before, head = content_hash(book), book.head()
        lines = preview(book, keys, field, value, how)
        assert apply(book, lines, field, value, how) == MANY
        after = content_hash(book)
        assert book.head() == head + 1
        assert after != before
        book.undo()
        assert content_hash(book) == before
        book.redo()
        assert content_hash(book) == after
    stages = book.read(
        lambda session: set(session.scalars(select(CaseRow.stage).where(CaseRow.id.in_(keys))))
    )
    assert stages == {Stage.SCREENED}
