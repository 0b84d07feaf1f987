"""Values of a case are set by name, several lines are worked on at once: all or none."""

from datetime import date

import pytest

from app.domain.item_records import ItemState
from app.errors import Conflict, UserError
from app.services import case_edits, case_facts, cases, checklists
from app.services.case_edits import Edit
from app.services.checklists import ItemLine
from db.casebook import Casebook
from tests.builders import TODAY, open_case


@pytest.mark.parametrize(
    ("typed", "edit"),
    [
        ("limb=graduate", Edit("limb", "graduate", is_fact=True)),
        ("limb = staff, graduate", Edit("limb", "graduate,staff", is_fact=True)),
        ("funds=unknown", Edit("funds", "", is_fact=True)),
        ("last_entry=-20", Edit("last_entry", "2026-11-03", is_fact=True)),
        ("purpose=exchange", Edit("purpose", "exchange", is_fact=True)),
        ("case.purpose=a=b", Edit("purpose", "a=b", is_fact=False)),
        ("planned_filing=+3w", Edit("planned_filing", date(2026, 12, 14), is_fact=False)),
        ("planned_filing=", Edit("planned_filing", None, is_fact=False)),
    ],
)
def test_what_is_typed_is_a_fact_or_a_field(typed: str, edit: Edit) -> None:
    assert case_edits.read(typed, TODAY) == edit


@pytest.mark.parametrize(
    "typed", ["", "limb", "=x", "limb=tall", "lim=graduate", "last_entry=soon", "age_on_filing=3"]
)
def test_what_is_neither_is_refused(typed: str) -> None:
    with pytest.raises(UserError):
        case_edits.read(typed, TODAY)


def test_facts_and_fields_are_set_as_one_step(book: Casebook) -> None:
    key = open_case(book).id
    edits = [
        case_edits.read(typed, TODAY) for typed in ("limb=staff", "planned_filing=+3w", "case.purpose=杭州")
    ]
    book.write(case_edits.set_values, key, edits, TODAY)
    assert book.read(cases.case, key).file.purpose == "杭州"
    book.undo()
    assert book.read(cases.case, key).file.planned_filing is None
    limb = next(line for line in book.read(case_facts.lines, key, TODAY) if line.fact.name == "limb")
    assert limb.text == ""


def lines(book: Casebook) -> list[ItemLine]:
    return list(book.read(checklists.lines, open_case(book).id, TODAY))


def test_lines_are_moved_with_what_their_papers_say(book: Casebook) -> None:
    found = lines(book)[:3]
    keys = [(each.row_id, each.version) for each in found]
    book.write(
        case_edits.work_items, keys, ItemState.RECEIVED, TODAY, values={"issued_on": date(2026, 11, 2)}
    )
    again = book.read(checklists.lines, book.read(cases.numbered, "KB-2026-0001"), TODAY)[:3]
    assert {(each.line.state, each.line.record.issued_on) for each in again} == {
        (ItemState.RECEIVED, date(2026, 11, 2))
    }


def test_one_line_that_can_not_move_keeps_all_where_they_were(book: Casebook) -> None:
    found = lines(book)[:2]
    book.write(case_edits.work_items, [(found[1].row_id, found[1].version)], ItemState.ACCEPTED, TODAY)
    keys = [(found[0].row_id, found[0].version), (found[1].row_id, found[1].version + 1)]
    with pytest.raises(UserError):
        book.write(case_edits.work_items, keys, ItemState.REQUESTED, TODAY)
    again = book.read(checklists.lines, book.read(cases.numbered, "KB-2026-0001"), TODAY)
    assert again[0].line.state is ItemState.NEEDED


def test_a_line_changed_meanwhile_is_a_conflict(book: Casebook) -> None:
    found = lines(book)[0]
    book.write(case_edits.work_items, [(found.row_id, found.version)], ItemState.RECEIVED, TODAY)
    with pytest.raises(Conflict):
        book.write(case_edits.work_items, [(found.row_id, found.version)], ItemState.ACCEPTED, TODAY)
