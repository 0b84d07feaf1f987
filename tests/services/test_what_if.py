"""What if: every change is told, and nothing is changed until it is accepted as one step."""

from datetime import date

import pytest

from app.domain.item_records import ItemState
from app.errors import UserError
from app.services import case_edits, case_facts, checklists, what_if
from app.services.case_edits import Edit
from app.services.what_if import Difference, Kind
from db.casebook import Casebook
from tests.builders import TODAY, open_case
from tests.db.content import content_hash


def compared(book: Casebook, case_id: object, *typed: str) -> tuple[Difference, ...]:
    edits = [case_edits.read(each, TODAY) for each in typed]
    return book.read(what_if.compare, case_id, edits, TODAY)  # type: ignore[arg-type]


def of(found: tuple[Difference, ...], kind: Kind) -> dict[str, tuple[str, str]]:
    return {each.code: (each.before.en, each.after.en) for each in found if each.kind is kind}


def test_looking_leaves_the_casebook_as_it_was(book: Casebook) -> None:
    case = open_case(book)
    before, head = content_hash(book), book.head()
    assert compared(book, case.id, "limb=staff", "planned_filing=2027-03-01", "planned_entry=2027-05-01")
    assert content_hash(book) == before
    assert book.head() == head


def test_lines_that_would_apply_and_those_that_would_not_are_told_with_why(book: Casebook) -> None:
    case = open_case(book)
    book.write(case_facts.set_fact, case.id, "limb", "graduate")
    found = compared(book, case.id, "limb=staff")
    lines = of(found, Kind.LINE)
    assert lines["K-DOC-06"] == ("does not apply", "applies")
    assert lines["K-DOC-04"] == ("applies", "does not apply")
    assert of(found, Kind.NEED)["K-DOC-03"] == ("Required", "Recommended")
    why = next(each.why for each in found if each.code == "K-DOC-06")
    assert why is not None
    assert why.en != why.zh


def test_another_day_of_filing_tells_which_papers_would_end_too_soon(book: Casebook) -> None:
    case = open_case(book)
    row = next(x for x in book.read(checklists.lines, case.id, TODAY) if x.line.item.id == "K-DOC-02")
    version = book.write(checklists.move_item, row.row_id, row.version, ItemState.RECEIVED, TODAY).result
    book.write(checklists.set_item_field, row.row_id, version, "issued_on", date(2026, 11, 1), TODAY)
    found = compared(book, case.id, "planned_filing=2027-12-01")
    assert of(found, Kind.VALIDITY)["K-DOC-02"] == ("Good", "Ends too soon for the planned date")
    assert "age_on_filing" in of(found, Kind.FACT)


def test_the_screening_is_compared_too(book: Casebook) -> None:
    case = open_case(book)
    found = compared(book, case.id, "entry_ban_running=yes")
    assert of(found, Kind.RESULT)[""] == ("Information missing", "Does not meet")
    assert of(found, Kind.QUESTION)["K-Q10"] == ("Information missing", "Does not meet")


def test_a_fact_may_be_tried_as_unknown(book: Casebook) -> None:
    case = open_case(book)
    book.write(case_facts.set_fact, case.id, "funds", "weak")
    found = compared(book, case.id, "funds=unknown")
    assert of(found, Kind.FACT)["funds"] == ("weak", "Not known")


def test_what_falls_due_is_compared_too(book: Casebook) -> None:
    """The window for handing in counts from what is planned and recorded; a visa's last day is its own."""
    case = open_case(book)
    found = compared(book, case.id, "visa_enter_before=2027-06-30")
    due = of(found, Kind.DEADLINE)
    assert due
    assert any("30 Jun 2027" in after for _before, after in due.values())


def test_accepting_is_one_step_and_gives_what_was_shown(book: Casebook) -> None:
    case = open_case(book)
    typed = ("limb=staff", "planned_filing=2027-03-01")
    expected = of(compared(book, case.id, *typed), Kind.LINE)
    before, head = content_hash(book), book.head()
    edits = [case_edits.read(each, TODAY) for each in typed]
    book.write(case_edits.set_values, case.id, edits, TODAY)
    assert book.head() == head + 1
    assert compared(book, case.id, *typed) == ()
    lines = {x.line.item.id: x.line for x in book.read(checklists.lines, case.id, TODAY)}
    words = {"applies": "yes", "to be asked": "ask", "does not apply": "no"}
    assert {code: lines[code].applies.value for code in expected} == {
        code: words[after] for code, (_before, after) in expected.items()
    }
    book.undo()
    assert content_hash(book) == before


@pytest.mark.parametrize(
    "edit", [Edit("limb", "wizard", is_fact=True), Edit("birth_date", "1998-04-02", is_fact=True)]
)
def test_a_value_that_can_not_be_so_is_refused(book: Casebook, edit: Edit) -> None:
    case = open_case(book)
    with pytest.raises(UserError):
        book.read(what_if.compare, case.id, [edit], TODAY)
