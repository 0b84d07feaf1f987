"""Cases are opened with their checklist as one step, and move as the stages allow."""

from datetime import date

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.casefile import Stop
from app.domain.cases import Decision, Outcome, Stage
from app.errors import Conflict, UserError
from app.services import bulk_edits, cases
from app.services.bulk_edits import Wanted
from db.casebook import Casebook
from db.models.case import CaseRow, ItemRow
from tests.builders import TODAY, add_person, open_case
from tests.services.test_snapshots import at_signed, signed, submit


def items(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(ItemRow)) or 0


def test_a_case_gets_its_number_and_its_whole_checklist(book: Casebook) -> None:
    opened = open_case(book)
    assert opened.number == "KB-2026-0001"
    assert book.read(items) >= 40


def test_a_case_with_its_checklist_undoes_as_one_step(book: Casebook) -> None:
    open_case(book)
    assert book.undo().result == "Open case"
    assert book.read(items) == 0
    assert book.redo().result == "Open case"
    assert book.read(items) >= 40


def test_numbers_have_no_gaps_and_survive_undo(book: Casebook) -> None:
    person = add_person(book)
    open_case(book, person)
    book.undo()
    with pytest.raises(UserError):
        open_case(book, person, post="nowhere")
    assert open_case(book, person).number == "KB-2026-0002"
    assert book.read(lambda s: sorted(s.scalars(select(CaseRow.number)))) == ["KB-2026-0001", "KB-2026-0002"]


def test_a_new_year_begins_with_one(book: Casebook) -> None:
    person = add_person(book)
    open_case(book, person)
    assert open_case(book, person, today=date(2027, 1, 4)).number == "KB-2027-0001"


def test_a_case_moves_only_where_its_stage_allows(book: Casebook) -> None:
    opened = open_case(book)
    version = book.write(cases.move, opened.id, 1, Stage.SCREENED, TODAY).result
    with pytest.raises(UserError) as refused:
        book.write(cases.move, opened.id, version, Stage.DECIDED, TODAY)
    assert refused.value.field == "stage"
    assert book.read(cases.case, opened.id).stage is Stage.SCREENED


def test_a_case_on_hold_goes_back_to_where_it_was(book: Casebook) -> None:
    opened = open_case(book)
    book.write(cases.move, opened.id, 1, Stage.SCREENED, TODAY)
    book.write(cases.move, opened.id, 2, Stage.ON_HOLD, TODAY)
    assert Stage.SCREENED in book.read(cases.case, opened.id).allowed
    book.write(cases.move, opened.id, 3, Stage.SCREENED, TODAY)
    assert book.read(cases.case, opened.id).stage is Stage.SCREENED


def test_a_refusal_may_come_without_a_reason(book: Casebook) -> None:
    opened = open_case(book)
    outcome = Outcome(decision=Decision.REFUSED, decided_on=TODAY, reason_stated=False)
    book.write(cases.decide, opened.id, 1, outcome, TODAY)
    view = book.read(cases.case, opened.id)
    assert view.decision is Decision.REFUSED
    assert view.file.refusal_not_stated


def test_fields_and_stops_are_saved(book: Casebook) -> None:
    opened = open_case(book)
    book.write(cases.set_field, opened.id, 1, "planned_filing", date(2026, 12, 14), TODAY)
    book.write(cases.save_part, opened.id, "itinerary", Stop(city="上海", start=date(2027, 2, 1)), TODAY)
    file = book.read(cases.case, opened.id).file
    assert file.planned_filing == date(2026, 12, 14)
    assert file.itinerary[0].city == "上海"


def test_an_older_version_of_a_case_conflicts(book: Casebook) -> None:
    opened = open_case(book)
    book.write(cases.set_field, opened.id, 1, "purpose", "Exchange", TODAY)
    with pytest.raises(Conflict):
        book.write(cases.set_field, opened.id, 1, "purpose", "Business", TODAY)


def test_notes_are_listed_newest_first(book: Casebook) -> None:
    opened = open_case(book)
    book.write(cases.add_note, opened.id, "First")
    book.write(cases.add_note, opened.id, "Second\nline")
    assert [note.text for note in book.read(cases.notes, opened.id)] == ["Second\nline", "First"]
    with pytest.raises(UserError):
        book.write(cases.add_note, opened.id, "  ")


def test_a_case_is_found_by_its_number(book: Casebook) -> None:
    opened = open_case(book)
    assert book.read(cases.numbered, "kb-2026-0001") == opened.id
    with pytest.raises(UserError):
        book.read(cases.numbered, "KB-2026-0099")


def test_undo_never_crosses_a_hand_in(book: Casebook) -> None:
    key = at_signed(book)
    submit(book, key, signed(book, key))
    book.write(cases.move, key, book.read(cases.case, key).version, Stage.HANDED_IN, TODAY)
    assert book.undoable() == ("", "")
    with pytest.raises(UserError):
        book.undo()
    assert book.read(cases.case, key).stage is Stage.HANDED_IN


@pytest.mark.parametrize("to", [Stage.PRE_REVIEW, Stage.HANDED_IN])
def test_no_case_goes_to_the_authority_before_its_form_is_frozen(book: Casebook, to: Stage) -> None:
    key = at_signed(book)
    version = book.read(cases.case, key).version
    with pytest.raises(UserError, match="not marked as submitted"):
        book.write(cases.move, key, version, to, TODAY)
    (line,) = book.read(bulk_edits.preview, [key], Wanted("stage", Stage.PRE_REVIEW), TODAY)
    assert "not marked as submitted" in line.refusal
    assert book.read(cases.case, key).stage is Stage.CLIENT_SIGNED
