"""The list of cases: filtered, sorted, found by number or client."""

from datetime import date

from app.domain.cases import Stage
from app.domain.choices import NameKind
from app.domain.people import Name
from app.services import case_list, case_people, cases, firms, labels
from db.casebook import Casebook
from tests.builders import TODAY, add_person, open_case
from tests.services.test_case_people import hire


def numbers(book: Casebook, **how: object) -> list[str]:
    keys = book.read(case_list.ids, **how)  # type: ignore[arg-type]
    return [line.number for line in book.read(case_list.lines, keys)]


def test_cases_sort_by_client_and_by_planned_filing(book: Casebook) -> None:
    late = add_person(book, names=(Name(kind=NameKind.PASSPORT, family="Zulu", given="Test"),))
    early = add_person(book, names=(Name(kind=NameKind.PASSPORT, family="Alpha", given="Test"),))
    first, second = open_case(book, late), open_case(book, early)
    book.write(cases.set_field, first.id, 1, "planned_filing", date(2026, 12, 1), TODAY)
    book.write(cases.set_field, second.id, 1, "planned_filing", date(2027, 1, 1), TODAY)
    assert numbers(book, sort="client") == [second.number, first.number]
    assert numbers(book, sort="planned_filing") == [first.number, second.number]


def test_cases_are_filtered_by_stage_and_owner(book: Casebook) -> None:
    opened = open_case(book)
    open_case(book)
    book.write(cases.move, opened.id, 1, Stage.SCREENED, TODAY)
    assert numbers(book, stage=Stage.SCREENED) == [opened.number]
    assert len(numbers(book, owner_id=book.actor.id)) == 2
    assert book.read(case_list.stages) == {Stage.SCREENED: 1, Stage.ENQUIRY: 1}


def test_a_case_on_hold_is_not_open(book: Casebook) -> None:
    opened, held = open_case(book), open_case(book)
    book.write(cases.move, held.id, 1, Stage.ON_HOLD, TODAY)
    assert numbers(book, is_open=True) == [opened.number]


def test_a_case_is_found_by_its_number(book: Casebook) -> None:
    open_case(book)
    wanted = open_case(book)
    assert numbers(book, typed=wanted.number.lower()) == [wanted.number]


def test_an_archived_case_leaves_the_list(book: Casebook) -> None:
    person = add_person(book)
    opened = open_case(book, person)
    book.write(cases.archive, opened.id, 1)
    assert numbers(book) == []
    assert book.read(case_list.of_person, person) == []
    assert numbers(book, archived=True) == [opened.number]


def test_cases_sort_by_every_key_either_way(book: Casebook) -> None:
    person = add_person(book)
    opened = [open_case(book, person).number for _turn in range(3)]
    for sort in case_list.SORTS:
        assert sorted(numbers(book, sort=sort)) == opened
        assert sorted(numbers(book, sort=sort, descending=True)) == opened


def test_a_line_says_more_than_is_usually_shown(book: Casebook) -> None:
    office = book.write(firms.add_office, "Head office", "Sampleville", "SG").result
    opened = open_case(book, office_id=office)
    book.write(labels.set_labels, opened.id, "加急")
    book.write(cases.set_field, opened.id, 1, "supplement_due", date(2026, 11, 20), TODAY)
    line = book.read(case_list.lines, [opened.id])[0]
    assert (line.office, line.nationality, line.labels) == ("Head office", "IN", ("加急",))
    assert line.next_day == line.supplement_due == date(2026, 11, 20)


def test_the_reviewer_is_shown_and_sorted_by(book: Casebook) -> None:
    person = add_person(book)
    first, second = open_case(book, person).id, open_case(book, person).id
    ben = book.write(hire).result
    book.write(case_people.set_reviewer, second, 1, ben)
    keys = book.read(case_list.ids, sort="reviewer", descending=True)
    assert [line.reviewer for line in book.read(case_list.lines, [first, second])] == ["", "Ben Sample"]
    assert set(keys) == {first, second}
