"""The data sheet, gathered from person and case: every section, gaps and all."""

from typing import Any

from app.domain.casefile import Party, Role
from app.domain.choices import Question, Relation, TravelKind, YesNo
from app.domain.dates import PartialDate
from app.domain.people import Declaration, Employment, Person, Relative, Travel
from app.services import cases, people
from db.casebook import Casebook
from tests.builders import TODAY, a_consent, a_person, add_person, open_case
from tests.services.documents.conftest import gathered


def fields(value: Any, number: int) -> list[tuple[str, str, str]]:
    """Return place, label and value of one section, in English."""
    (section,) = (section for section in value.sections if section.number == number)
    return [
        (field.item, field.label.en, field.value if isinstance(field.value, str) else field.value.en)
        for group in section.groups
        for field in group.fields
    ]


def test_it_has_the_nine_sections_in_order(book: Casebook) -> None:
    value = gathered(book, "data-sheet", open_case(book).id)
    assert [section.number for section in value.sections] == [1, 2, 3, 4, 5, 6, 7, 8, 9]


def test_identity_numbers_are_always_in_full(book: Casebook) -> None:
    value = gathered(book, "data-sheet", open_case(book).id)
    assert ("1.7B", "Passport number", "Z0000001") in fields(value, 1)
    assert value.head.applicant.passport_number == "Z0000001"


def test_what_is_not_recorded_is_a_field_without_a_value(book: Casebook) -> None:
    value = gathered(book, "data-sheet", open_case(book).id)
    assert ("1.4C", "City of birth", "") in fields(value, 1)
    assert ("1.3", "Sex", "Female") in fields(value, 1)
    assert ("2.2", "Purpose of the journey", "") in fields(value, 2)


def test_a_person_of_whom_only_a_name_is_known_has_all_sections(book: Casebook) -> None:
    nobody = book.write(people.add, Person(names=a_person().names[:1]), TODAY).result
    value = gathered(book, "data-sheet", open_case(book, nobody).id)
    assert {label for _item, label, _value in fields(value, 5)} >= {"Name", "Date of birth", "City"}


def test_work_is_listed_newest_first(book: Casebook) -> None:
    jobs = (
        Employment(employer="Early Ltd", start=PartialDate(2018), end=PartialDate(2020)),
        Employment(employer="Now Ltd", start=PartialDate(2020)),
    )
    value = gathered(book, "data-sheet", open_case(book, add_person(book, employment=jobs)).id)
    named = [said for item, _label, said in fields(value, 3) if item == "3.3B"]
    assert named == ["Now Ltd", "Early Ltd"]


def test_parents_are_asked_for_and_taken_from_their_own_records(book: Casebook) -> None:
    person = add_person(book)
    father = add_person(book, occupation="Teacher")
    link = Relative(relative_id=father, relation=Relation.FATHER, in_china=YesNo.NO)
    book.write(people.save_part, person, "relatives", link, TODAY)
    value = gathered(book, "data-sheet", open_case(book, person).id)
    assert ("5.5", "Current occupation", "Teacher") in fields(value, 5)
    (section,) = (section for section in value.sections if section.number == 5)
    assert [group.title.en for group in section.groups][2:5] == ["Spouse", "Father", "Mother"]


def test_parties_and_travel_are_in_their_sections_and_what_is_missing_is_a_group_without_fields(
    book: Casebook,
) -> None:
    travel = (Travel(kind=TravelKind.CHINA_VISIT, country="CN", start=PartialDate(2024, 5)),)
    case = open_case(book, add_person(book, travel=travel)).id
    book.write(cases.save_part, case, "parties", Party(role=Role.PAYER, name="Ana Sample"), TODAY)
    value = gathered(book, "data-sheet", case)
    assert ("6.2", "Name", "Ana Sample") in fields(value, 6)
    assert ("7.1", "From", "2024-05") in fields(value, 7)
    (section,) = (section for section in value.sections if section.number == 7)
    assert next(group.title.en for group in section.groups if not group.fields) == "Chinese visa"


def test_who_filled_in_the_form_and_who_signs_for_a_minor_are_in_the_declaration(book: Casebook) -> None:
    case = open_case(book).id
    helper = Party(role=Role.FORM_FILLER, name="王样 Sample", relation="Aunt")
    book.write(cases.save_part, case, "parties", helper, TODAY)
    value = gathered(book, "data-sheet", case)
    assert ("9", "Name", "王样 Sample") in fields(value, 9)
    assert ("6.2", "Name", "王样 Sample") not in fields(value, 6)
    assert [group.title.en for group in value.sections[8].groups if not group.fields] == [
        "Parent who signs for an applicant under 18"
    ]


def test_section_8_is_closed_unless_opened_for_the_print(book: Casebook) -> None:
    person = add_person(book, consents=(a_consent(),))
    case = open_case(book, person).id
    answer = Declaration(question=Question.REFUSED, answer=YesNo.YES, detail="2019, no reason given")
    book.write(people.save_part, person, "declarations", answer, TODAY)
    assert gathered(book, "data-sheet", case).sections[7].is_closed
    opened = gathered(book, "data-sheet", case, sensitive=True)
    assert [said for _item, _label, said in fields(opened, 8)] == ["Yes · 2019, no reason given"]
