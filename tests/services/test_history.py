"""The history says who did what, and what it changed; sensitive values stay out of it."""

from app.domain.choices import Question, YesNo
from app.domain.people import Declaration
from app.services import history, people
from app.services.history_filter import Chosen
from db.casebook import Casebook
from tests.builders import TODAY, a_consent, add_person, open_case


def test_entries_are_newest_first_and_named(book: Casebook) -> None:
    key = add_person(book)
    book.write(people.set_field, key, 1, "birth_city", "Sampleville", TODAY)
    labels = [entry.label for entry in book.read(history.entries)]
    assert labels == ["Edit person", "Add person", "Create casebook"]


def test_a_change_is_told_field_by_field(book: Casebook) -> None:
    key = add_person(book)
    book.write(people.set_field, key, 1, "birth_city", "Sampleville", TODAY)
    seq = book.read(history.entries)[0].seq
    change = book.read(history.changes, seq)[0]
    assert (change.entity, change.label, change.before, change.after) == (
        "Person",
        "City of birth",
        "",
        "Sampleville",
    )


def test_an_undone_operation_no_longer_stands(book: Casebook) -> None:
    add_person(book)
    book.undo()
    undo, added = book.read(history.entries, limit=2)
    assert undo.stands
    assert not added.stands
    assert not added.undoable


def test_history_can_be_asked_about_one_person(book: Casebook) -> None:
    mine, other = add_person(book), add_person(book)
    open_case(book, mine)
    found = book.read(history.entries, about=other)
    assert [entry.label for entry in found] == ["Add person"]


def test_section_8_values_are_not_told(book: Casebook) -> None:
    key = add_person(book, consents=(a_consent(),))
    answer = Declaration(question=Question.HEALTH, answer=YesNo.YES, detail="private")
    book.write(people.save_part, key, "declarations", answer, TODAY)
    told = book.read(history.changes, book.read(history.entries)[0].seq)
    assert [line.entity for line in told] == ["Section 8 answer"]
    assert "private" not in repr(told)


def test_pages_of_history_follow_each_other(book: Casebook) -> None:
    for _number in range(5):
        add_person(book)
    first = book.read(history.entries, limit=3)
    second = book.read(history.entries, before=first[-1].seq, limit=10)
    assert [entry.seq for entry in (*first, *second)] == [6, 5, 4, 3, 2, 1]


def test_lines_come_by_number_in_the_order_asked(book: Casebook) -> None:
    mine, other = add_person(book), add_person(book)
    assert list(book.read(history.seqs)) == [3, 2, 1]
    assert list(book.read(history.seqs, Chosen(about=other))) == [3]
    assert [entry.about for entry in book.read(history.lines, [2, 3])] == [mine, other]


def test_an_undo_says_what_it_took_back(book: Casebook) -> None:
    add_person(book)
    book.undo()
    assert book.read(history.lines, [3])[0].undid == "Add person"


def test_persons_and_cases_are_called_by_name_and_number(book: Casebook) -> None:
    person = add_person(book)
    case = open_case(book, person)
    assert book.read(history.called, [person, case.id]) == {
        person: "SAMPLE, Ananya",
        case.id: "KB-2026-0001",
    }


def test_a_gist_tells_what_the_first_row_changed(book: Casebook) -> None:
    key = add_person(book)
    book.write(people.set_field, key, 1, "birth_city", "Sampleville", TODAY)
    told = book.read(history.gists, [2, 3])
    assert [change.after for change in told[3]] == ["Sampleville"]
    assert told[2][0].entity == "Person"


def test_of_a_long_operation_only_the_first_rows_can_be_asked_for(book: Casebook) -> None:
    add_person(book)
    last = book.read(history.entries)[0]
    first, all_of_it = (book.read(history.changes, last.seq, rows=rows) for rows in (1, None))
    assert 0 < len(first) < len(all_of_it)
    assert {change.entity for change in first} == {"Person"}
