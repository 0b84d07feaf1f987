"""Deadlines of a case follow its record; what people did about them is recorded beside them."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from app.domain import zones
from app.domain.cases import Stage
from app.domain.choices import AddressKind
from app.domain.deadline_marks import DeadlineState, Kept
from app.domain.people import Address
from app.domain.stays import Extension, ExtensionState
from app.errors import Conflict, UserError
from app.services import agenda, case_facts, cases, deadlines, people, stays
from app.services.deadlines import Which
from db.casebook import Casebook
from tests.builders import TODAY, open_case
from tests.services.ledgers import a_visa, enter, move_in

LATER = zones.end_of(date(2026, 11, 24))


def kept(book: Casebook, case: UUID, rule: str) -> Kept:
    found = book.read(deadlines.of_case, case, TODAY)
    return next(each for each in found if each.deadline.rule.id == rule)


def listed(book: Casebook) -> list[tuple[str, str]]:
    return [(line.rule.id, line.last_day.isoformat()) for line in book.read(agenda.lines)]


def test_an_entry_makes_deadlines_and_its_removal_takes_them_back(book: Casebook) -> None:
    case = a_visa(book)
    assert listed(book) == []
    entry = enter(book, case)
    assert listed(book) == [("DL-03", "2026-11-26"), ("DL-06", "2026-12-03")]
    move_in(book, case)
    assert listed(book)[0] == ("DL-01", "2026-11-04")
    book.undo()
    assert entry.id
    book.write(stays.remove, "entries", entry.id, entry.version)
    assert listed(book) == []


def test_a_multiple_entry_visa_starts_anew_with_every_entry(book: Casebook) -> None:
    case = a_visa(book)
    first = enter(book, case)
    book.write(stays.save, case, "entries", replace(first, left_on=date(2026, 11, 10)), TODAY)
    assert listed(book) == []
    enter(book, case, entered_on=date(2026, 11, 20))
    assert listed(book) == [("DL-03", "2026-12-13"), ("DL-06", "2026-12-20")]


def test_an_extension_granted_moves_what_is_due_and_an_old_mark_does_not_hide_it(book: Casebook) -> None:
    case = a_visa(book)
    enter(book, case)
    book.write(deadlines.mark_done, Which.of(kept(book, case, "DL-03")), TODAY, TODAY)
    day = date(2026, 11, 20)
    granted = Extension(filed_on=day, decided_on=day, state=ExtensionState.GRANTED, days=10)
    book.write(stays.save, case, "extensions", granted, TODAY)
    assert listed(book) == [("DL-03", "2026-12-06"), ("DL-06", "2026-12-13")]


def test_a_fact_makes_a_deadline_apply_or_not(book: Casebook) -> None:
    case = a_visa(book)
    enter(book, case)
    book.write(case_facts.set_fact, case, "visa.residence_permit_due", "")
    assert [line.certain for line in book.read(agenda.lines)] == [True, False, True]
    assert kept(book, case, "DL-02").state is DeadlineState.OPEN  # not known: shown, with its question
    assert kept(book, case, "DL-02").deadline.asks
    book.write(case_facts.set_fact, case, "visa.residence_permit_due", "no")
    assert "DL-02" not in {each.deadline.rule.id for each in book.read(deadlines.of_case, case, TODAY)}


def test_a_deadline_is_done_and_opened_again(book: Casebook) -> None:
    case = a_visa(book)
    enter(book, case)
    book.write(deadlines.mark_done, Which.of(kept(book, case, "DL-03")), TODAY, TODAY)
    assert kept(book, case, "DL-03").state is DeadlineState.DONE
    assert ("DL-03", "2026-11-26") not in listed(book)
    book.write(deadlines.reopen, Which.of(kept(book, case, "DL-03")))
    assert ("DL-03", "2026-11-26") in listed(book)
    with pytest.raises(UserError):
        book.write(deadlines.mark_done, Which.of(kept(book, case, "DL-03")), date(2026, 12, 1), TODAY)


def test_a_deadline_is_waived_with_a_reason_only(book: Casebook) -> None:
    case = a_visa(book)
    enter(book, case)
    with pytest.raises(UserError):
        book.write(deadlines.waive, Which.of(kept(book, case, "DL-03")), "  ")
    book.write(deadlines.waive, Which.of(kept(book, case, "DL-03")), "Leaves on time")
    found = kept(book, case, "DL-03")
    assert (found.state, found.mark.waived_reason) == (DeadlineState.WAIVED, "Leaves on time")


def test_another_day_counts_with_its_author_and_reason_and_the_computed_one_stays(book: Casebook) -> None:
    case = a_visa(book)
    enter(book, case)
    with pytest.raises(UserError):
        book.write(deadlines.override, Which.of(kept(book, case, "DL-03")), LATER, "")
    book.write(deadlines.override, Which.of(kept(book, case, "DL-03")), LATER, "The office closes early")
    found = kept(book, case, "DL-03")
    assert (found.last_day, found.deadline.last_day) == (date(2026, 11, 24), date(2026, 11, 26))
    assert (found.mark.due_set_by, found.mark.due_reason) == (book.actor.name, "The office closes early")
    assert listed(book)[0] == ("DL-03", "2026-11-24")
    book.write(deadlines.override, Which.of(found), None, "")
    assert kept(book, case, "DL-03").last_day == date(2026, 11, 26)


def test_a_question_can_be_given_a_day_by_hand(book: Casebook) -> None:
    case = open_case(book).id
    question = kept(book, case, "DL-14")
    assert question.state is DeadlineState.ASK
    book.write(deadlines.override, Which.of(question), LATER, "The client says so")
    assert kept(book, case, "DL-14").state is DeadlineState.OPEN
    assert listed(book) == [("DL-14", "2026-11-24")]


def test_reminders_are_one_s_own_none_or_the_rule_s(book: Casebook) -> None:
    case = a_visa(book)
    enter(book, case)
    assert len(kept(book, case, "DL-03").alerts) == 3
    book.write(deadlines.set_alerts, Which.of(kept(book, case, "DL-03")), [1, 5])
    days = [zones.beijing_day(alert).isoformat() for alert in kept(book, case, "DL-03").alerts]
    assert days == ["2026-11-21", "2026-11-25"]
    book.write(deadlines.set_alerts, Which.of(kept(book, case, "DL-03")), [])
    assert kept(book, case, "DL-03").alerts == ()
    book.write(deadlines.set_alerts, Which.of(kept(book, case, "DL-03")), None)
    assert len(kept(book, case, "DL-03").alerts) == 3
    with pytest.raises(UserError):
        book.write(deadlines.set_alerts, Which.of(kept(book, case, "DL-03")), range(20))


def test_a_deadline_belongs_to_somebody_and_nobody_who_left(book: Casebook) -> None:
    case = a_visa(book)
    enter(book, case)
    book.write(deadlines.assign, Which.of(kept(book, case, "DL-03")), book.actor.id)
    assert kept(book, case, "DL-03").mark.owner_id == book.actor.id
    book.write(deadlines.assign, Which.of(kept(book, case, "DL-03")), None)
    with pytest.raises(UserError):
        book.write(deadlines.assign, Which.of(kept(book, case, "DL-03")), case)


def test_what_a_colleague_marked_meanwhile_is_a_conflict(book: Casebook) -> None:
    case = a_visa(book)
    enter(book, case)
    which = Which.of(kept(book, case, "DL-03"))
    book.write(deadlines.waive, which, "Leaves on time")
    with pytest.raises(Conflict):
        book.write(deadlines.mark_done, which, TODAY, TODAY)
    with pytest.raises(UserError):
        book.write(deadlines.waive, Which(case, "DL-99", "", 0), "No such rule")


def test_of_a_case_that_is_over_or_archived_nothing_is_listed(book: Casebook) -> None:
    case = a_visa(book)
    enter(book, case)
    assert listed(book)
    view = book.read(cases.case, case)
    book.write(cases.move, case, view.version, Stage.WITHDRAWN, TODAY)
    assert listed(book) == []
    book.undo()
    assert listed(book)
    view = book.read(cases.case, case)
    book.write(cases.archive, case, view.version)
    assert listed(book) == []


def test_the_same_deadline_keeps_its_key(book: Casebook) -> None:
    case = a_visa(book)
    enter(book, case)
    first = kept(book, case, "DL-06")
    book.write(deadlines.waive, Which.of(first), "Has a permit")
    again = book.read(deadlines.find, case, first.id, TODAY)
    assert again is not None
    assert again.state is DeadlineState.WAIVED


def test_the_client_s_zone_is_the_one_recorded_else_that_of_a_country_with_one(book: Casebook) -> None:
    case = open_case(book).id
    assert book.read(deadlines.zone, case) == "Asia/Kolkata"
    book.write(cases.set_field, case, 1, "client_zone", "America/New_York", TODAY)
    assert book.read(deadlines.zone, case) == "America/New_York"


def test_a_person_s_change_counts_too(book: Casebook) -> None:
    case = a_visa(book)
    enter(book, case)
    person = book.read(cases.case, case).person_id
    before = listed(book)
    book.write(people.save_part, person, "addresses", Address(kind=AddressKind.HOME, country="SG"), TODAY)
    assert listed(book) == before
