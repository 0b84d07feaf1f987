"""Lines of checklists changed across cases: what the preview says, what is done, and one undo for all."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from app.domain.item_records import ItemState
from app.errors import Conflict, UserError
from app.services import bulk_items, checklists
from app.services.bulk_edits import PreviewLine, Wanted
from app.services.checklists import ItemLine
from db.casebook import Casebook
from tests.builders import TODAY, add_person, open_case
from tests.db.content import content_hash
from tests.services.documents.conftest import move
from tests.services.test_case_people import hire

DUE, TWO = date(2026, 12, 1), ("K-DOC-01", "K-DOC-07")


@pytest.fixture
def keys(book: Casebook) -> list[UUID]:
    person = add_person(book)
    return [open_case(book, person).id, open_case(book, person).id]


def wanted(field: str, value: Any, items: Sequence[str] = TWO, reason: str = "") -> Wanted:
    return Wanted(f"item.{field}", value, items=tuple(items), reason=reason)


def preview(book: Casebook, keys: list[UUID], change: Wanted) -> tuple[PreviewLine, ...]:
    return book.read(bulk_items.preview, keys, change, TODAY)


def apply(book: Casebook, keys: list[UUID], change: Wanted) -> int:
    lines = [line for line in preview(book, keys, change) if line.changes]
    return book.write(bulk_items.apply, lines, change, TODAY).result


def line(book: Casebook, key: UUID, item: str) -> ItemLine:
    return next(each for each in book.read(checklists.lines, key, TODAY) if each.line.item.id == item)


def test_the_items_offered_are_those_of_the_cases_with_how_many_have_them(
    book: Casebook, keys: list[UUID]
) -> None:
    other = open_case(book, category="Z").id
    found = {each.code: each.cases for each in book.read(bulk_items.offered, [*keys, other])}
    assert found["K-DOC-01"] == 2
    assert any(code.startswith("Z-") and count == 1 for code, count in found.items())
    assert book.read(bulk_items.offered, []) == ()


def test_a_day_is_set_on_a_set_of_lines_of_all_cases_and_taken_back_as_one_step(
    book: Casebook, keys: list[UUID]
) -> None:
    change, before = wanted("due_on", DUE), content_hash(book)
    lines = preview(book, keys, change)
    assert [(each.before, each.after) for each in lines] == [("", "2026-12-01")] * 4
    assert lines[0].name.startswith("K-DOC-01  KB-2026-0001  SAMPLE, Ananya: ")
    assert apply(book, keys, change) == 4
    assert [line(book, key, item).line.record.due_on for key in keys for item in TWO] == [DUE] * 4
    assert not any(each.changes for each in preview(book, keys, change))
    book.undo()
    assert content_hash(book) == before


def test_a_responsible_person_is_set_and_removed(book: Casebook, keys: list[UUID]) -> None:
    ben = book.write(hire).result
    assert apply(book, keys, wanted("responsible", ben)) == 4
    lines = preview(book, keys, wanted("responsible", None))
    assert [(each.before, each.after) for each in lines] == [("Ben Sample", "")] * 4
    assert apply(book, keys, wanted("responsible", None)) == 4
    assert line(book, keys[0], "K-DOC-01").line.record.responsible is None


def test_nobody_who_left_is_made_responsible(book: Casebook, keys: list[UUID]) -> None:
    gone = book.write(hire, "gone", True).result
    lines = preview(book, keys, wanted("responsible", gone))
    assert all("no longer works" in each.refusal for each in lines)
    with pytest.raises(UserError, match="no longer works"):
        book.write(bulk_items.apply, lines, wanted("responsible", gone), TODAY)


def test_a_state_is_set_where_a_line_may_go_there_and_asking_notes_the_day(
    book: Casebook, keys: list[UUID]
) -> None:
    move(book, keys[0], "K-DOC-07", ItemState.WAIVED, reason="Not asked here")
    change = wanted("state", ItemState.RETURNED)
    assert {each.refusal.split(":")[0] for each in preview(book, keys, change)} != {""}
    change = wanted("state", ItemState.REQUESTED)
    assert apply(book, keys, change) == 4
    assert line(book, keys[1], "K-DOC-01").line.record.asked_on == TODAY


def test_a_return_needs_its_reason(book: Casebook, keys: list[UUID]) -> None:
    apply(book, keys, wanted("state", ItemState.RECEIVED))
    assert all("Say why" in each.refusal for each in preview(book, keys, wanted("state", ItemState.RETURNED)))
    change = wanted("state", ItemState.RETURNED, reason="Blurred")
    assert apply(book, keys, change) == 4
    assert line(book, keys[1], "K-DOC-01").line.record.state_reason == "Blurred"


def test_a_line_changed_since_the_preview_is_a_conflict_and_nothing_is_done(
    book: Casebook, keys: list[UUID]
) -> None:
    change = wanted("due_on", DUE)
    lines = preview(book, keys, change)
    row = line(book, keys[1], "K-DOC-07")
    later = DUE + timedelta(days=1)
    book.write(checklists.set_item_field, row.row_id, row.version, "due_on", later, TODAY)
    with pytest.raises(Conflict):
        book.write(bulk_items.apply, lines, change, TODAY)
    assert line(book, keys[0], "K-DOC-01").line.record.due_on is None
