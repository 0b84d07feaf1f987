"""The case sheet, gathered: who, when, which papers, the last notes."""

from app.domain.casefile import Party, PassportAt, Role
from app.domain.choices import ContactKind
from app.domain.conditions import Answer
from app.domain.people import Contact
from app.services import cases, checklists
from app.services.documents.case_sheet import NOTES_SHOWN
from db.casebook import Casebook
from tests.builders import TODAY, add_person, open_case
from tests.services.documents.conftest import gathered


def test_it_begins_with_the_client_and_how_they_are_reached(book: Casebook) -> None:
    contacts = (Contact(kind=ContactKind.EMAIL, value="ananya@example.org"),)
    case = open_case(book, add_person(book, contacts=contacts)).id
    book.write(cases.save_part, case, "parties", Party(role=Role.INVITER, name="虚构大学"), TODAY)
    client, inviter = gathered(book, "case-sheet", case).parties
    assert (client.name, client.reached) == ("Ananya SAMPLE", "ananya@example.org")
    assert (inviter.role.en, inviter.name) == ("Inviting unit or person", "虚构大学")


def test_it_lists_what_applies_and_counts_what_is_open(book: Casebook) -> None:
    case = open_case(book).id
    value = gathered(book, "case-sheet", case)
    lines = [each.line for each in book.read(checklists.lines, case, TODAY)]
    assert len(value.papers) == sum(line.applies is Answer.YES for line in lines)
    assert value.open_questions == sum(line.applies is Answer.ASK for line in lines)


def test_only_the_last_notes_are_printed_and_the_others_counted(book: Casebook) -> None:
    case = open_case(book).id
    for number in range(NOTES_SHOWN + 2):
        book.write(cases.add_note, case, f"Note {number}")
    value = gathered(book, "case-sheet", case)
    assert [note.text for note in value.notes] == ["Note 5", "Note 4", "Note 3", "Note 2"]
    assert value.more_notes == 2


def test_a_case_without_dates_and_numbers_has_only_its_opening(book: Casebook) -> None:
    value = gathered(book, "case-sheet", open_case(book).id)
    assert [event.text.en for event in value.dates] == ["Opened on"]
    assert value.numbers == ()


def test_it_says_who_has_the_passport_and_since_when(book: Casebook) -> None:
    key = open_case(book).id
    assert gathered(book, "case-sheet", key).passport is None
    book.write(cases.set_field, key, 1, "passport_at", PassportAt.COURIER, TODAY)
    assert gathered(book, "case-sheet", key).passport.en == "With the courier"
    book.write(cases.set_field, key, 2, "passport_since", TODAY, TODAY)
    assert gathered(book, "case-sheet", key).passport.en == "With the courier, since 2026-11-23"
