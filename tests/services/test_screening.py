"""A screening is computed from the case's facts; it counts as a named human confirmed it."""

import pytest

from app.domain.screening import Result
from app.domain.screening_rules import from_text
from app.errors import Conflict, UserError
from app.services import case_facts, history, screening
from db import rule_sets
from db.casebook import Casebook
from tests.builders import TODAY, open_case


def confirm(book: Casebook, case_id: object, note: str = "") -> None:
    found = book.read(screening.of_case, case_id, TODAY)  # type: ignore[arg-type]
    book.write(screening.confirm, case_id, found.digest, TODAY, note=note)  # type: ignore[arg-type]


def test_a_case_is_screened_by_what_its_record_and_its_facts_tell(book: Casebook) -> None:
    case = open_case(book)
    before = book.read(screening.of_case, case.id, TODAY).outcome
    assert before.result is Result.INFORMATION_MISSING
    assert "degree.field" in before.missing
    book.write(case_facts.set_fact, case.id, "degree.field", "core")
    after = book.read(screening.of_case, case.id, TODAY).outcome
    assert "degree.field" not in after.missing


def test_a_confirmation_keeps_who_when_why_and_by_which_rules(book: Casebook) -> None:
    case = open_case(book)
    book.write(case_facts.set_fact, case.id, "funds", "weak")
    confirm(book, case.id, "Talked through on the telephone, 已说明")
    record = book.read(screening.last_confirmed, case.id)
    assert record is not None
    assert record.by == book.actor.name
    assert record.note == "Talked through on the telephone, 已说明"
    assert record.facts["funds"] == "weak"
    assert record.reasons[11].question == "K-Q12"
    assert record.reasons[11].result is Result.NEEDS_CONFIRMATION
    assert record.reasons[11].sources.startswith("[L1] Art. 21")
    kept = book.read(rule_sets.find, record.rules)
    assert from_text(kept or "").sha256 == record.rules


def test_values_of_sensitive_facts_stay_out_of_the_record(book: Casebook) -> None:
    case = open_case(book)
    book.write(case_facts.set_fact, case.id, "removals", "yes")
    confirm(book, case.id)
    record = book.read(screening.last_confirmed, case.id)
    assert record is not None
    assert "removals" in record.withheld
    assert "removals" not in record.facts


def test_a_confirmation_stands_until_what_is_known_changes(book: Casebook) -> None:
    case = open_case(book)
    confirm(book, case.id)
    found, record = book.read(screening.of_case, case.id, TODAY), book.read(screening.last_confirmed, case.id)
    assert screening.is_confirmed(found, record)
    book.write(case_facts.set_fact, case.id, "funds", "sufficient")
    found = book.read(screening.of_case, case.id, TODAY)
    assert not screening.is_confirmed(found, record)
    assert not screening.is_confirmed(found, None)


def test_nobody_confirms_what_they_did_not_see(book: Casebook) -> None:
    case = open_case(book)
    seen = book.read(screening.of_case, case.id, TODAY).digest
    book.write(case_facts.set_fact, case.id, "funds", "weak")
    with pytest.raises(Conflict):
        book.write(screening.confirm, case.id, seen, TODAY)
    assert book.read(screening.confirmed, case.id) == ()


def test_every_confirmation_is_kept_newest_first(book: Casebook) -> None:
    case = open_case(book)
    confirm(book, case.id, "first")
    book.write(case_facts.set_fact, case.id, "funds", "weak")
    confirm(book, case.id, "second")
    assert [each.note for each in book.read(screening.confirmed, case.id)] == ["second", "first"]


def test_undo_takes_a_confirmation_back(book: Casebook) -> None:
    case = open_case(book)
    confirm(book, case.id)
    book.undo()
    assert book.read(screening.last_confirmed, case.id) is None
    book.redo()
    assert book.read(screening.last_confirmed, case.id) is not None


def test_a_long_note_is_refused_on_its_field(book: Casebook) -> None:
    case = open_case(book)
    with pytest.raises(UserError) as refused:
        confirm(book, case.id, "x" * 3000)
    assert refused.value.field == "note"


def test_the_history_says_what_was_confirmed_and_by_whom(book: Casebook) -> None:
    case = open_case(book)
    confirm(book, case.id)
    last = book.read(history.entries, about=case.id)[0]
    assert last.label == "Confirm screening"
    told = {line.label: line.after for line in book.read(history.changes, last.seq)}
    assert told["Result"] == "Information missing"
    assert "Confirmed by" in told
    assert not {"reasons", "facts", "rules"} & set(told)


def test_a_category_without_questions_says_so() -> None:
    with pytest.raises(UserError) as refused:
        screening.of_facts("L", {})
    assert refused.value.hint == "K"


def test_an_outcome_that_does_not_meet_is_never_recorded_by_itself(book: Casebook) -> None:
    """A ban is the clearest refusal there is, and still nobody but a human says so."""
    case = open_case(book)
    book.write(case_facts.set_fact, case.id, "entry_ban_running", "yes")
    assert book.read(screening.of_case, case.id, TODAY).outcome.result is Result.DOES_NOT_MEET
    assert book.read(screening.confirmed, case.id) == ()
