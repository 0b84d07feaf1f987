"""Enquiries: taken of a new or a known person, moved on by decisions and by cases, found and sorted."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.dates import PartialDate
from app.domain.enquiries import EnquiryState, FirstCall
from app.errors import UserError
from app.services import cases, enquiries, people
from app.services.enquiries import Taken
from db.casebook import Casebook
from tests.builders import TODAY, add_person, open_case

CALL = FirstCall(
    family="MUSTER",
    given="Otto",
    nationality="DE",
    birth_date=PartialDate(1990),
    contact="otto@example.org",
    wanted="A visa for a research visit",
    referrer="The Fictional Chamber",
)


def take(book: Casebook, call: FirstCall = CALL) -> Taken:
    return book.write(enquiries.add, call, TODAY).result


def test_an_enquiry_records_a_person_and_the_call_as_one_step(book: Casebook) -> None:
    taken = take(book)
    line = book.read(enquiries.lines, [taken.id])[0]
    assert (line.name, line.nationality, line.birth_date) == ("MUSTER, Otto", "DE", "1990")
    assert (line.state, line.taken_on, line.taken_by) == (EnquiryState.NEW, TODAY, book.actor.name)
    assert (line.wanted, line.referrer) == ("A visa for a research visit", "The Fictional Chamber")
    book.undo()
    assert book.read(enquiries.ids) == []


def test_somebody_known_gets_no_second_record(book: Casebook) -> None:
    key = add_person(book)
    taken = book.write(enquiries.add, CALL, TODAY, person_id=key).result
    assert taken.person_id == key
    assert [line.name for line in book.read(enquiries.of_person, key)] == ["SAMPLE, Ananya"]


def test_a_referrer_who_is_known_is_called_by_name(book: Casebook) -> None:
    key = add_person(book)
    taken = take(book, replace(CALL, referrer_id=key, referrer=""))
    assert book.read(enquiries.lines, [taken.id])[0].referrer == "SAMPLE, Ananya"


@pytest.mark.parametrize(
    ("call", "field"),
    [
        (FirstCall(), "names"),
        (replace(CALL, nationality="XX"), "country"),
        (replace(CALL, taken_on=date(2027, 1, 1)), "taken_on"),
        (replace(CALL, given="A\u202eB"), "given"),
        (replace(CALL, wanted="x" * 3000), "wanted"),
    ],
)
def test_what_can_not_be_is_refused_with_its_field(book: Casebook, call: FirstCall, field: str) -> None:
    with pytest.raises(UserError) as refused:
        take(book, call)
    assert refused.value.field == field
    assert book.read(enquiries.ids) == []


def test_nobody_refers_themselves(book: Casebook) -> None:
    taken = take(book)
    with pytest.raises(UserError, match="refers themselves"):
        book.write(enquiries.set_field, taken.id, 1, "referrer_id", taken.person_id, TODAY)
    with pytest.raises(UserError, match="has a day"):
        book.write(enquiries.set_field, taken.id, 1, "taken_on", None, TODAY)


def test_one_field_is_edited(book: Casebook) -> None:
    taken = take(book)
    book.write(enquiries.set_field, taken.id, 1, "wanted", "再谈", TODAY)
    assert book.read(enquiries.enquiry, taken.id).wanted == "再谈"


def test_a_case_that_is_opened_settles_the_newest_open_enquiry(book: Casebook) -> None:
    first = take(book, replace(CALL, taken_on=date(2026, 11, 1)))
    second = book.write(enquiries.add, CALL, TODAY, person_id=first.person_id).result
    opened = open_case(book, first.person_id)
    found = {line.id: line for line in book.read(enquiries.of_person, first.person_id)}
    assert (found[second.id].state, found[second.id].case) == (EnquiryState.CASE, opened.number)
    assert found[first.id].state is EnquiryState.NEW
    book.undo()
    assert {line.state for line in book.read(enquiries.of_person, first.person_id)} == {EnquiryState.NEW}


def test_the_list_is_sorted_filtered_and_searched(book: Casebook) -> None:
    otto = take(book)
    wei = take(book, FirstCall(family="样", given="伟", taken_on=date(2026, 11, 1)))
    assert book.read(enquiries.ids) == [otto.id, wei.id]
    assert book.read(enquiries.ids, descending=False) == [wei.id, otto.id]
    assert book.read(enquiries.ids, sort="name", descending=False) == [otto.id, wei.id]
    assert book.read(enquiries.ids, typed="样伟") == [wei.id]
    book.write(cases.open_case, otto.person_id, category="K", post="new-delhi", today=TODAY)
    assert book.read(enquiries.ids, state=EnquiryState.CASE) == [otto.id]


def test_the_contact_stands_in_the_record(book: Casebook) -> None:
    contact = book.read(people.person, take(book).person_id).contacts[0]
    assert (contact.value, contact.preferred) == ("otto@example.org", True)
