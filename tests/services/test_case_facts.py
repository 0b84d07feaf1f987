"""Facts of a case: known or not, and from where."""

import pytest

from app.domain.choices import NameKind
from app.domain.people import Name
from app.domain.provenance import Provenance
from app.errors import UserError
from app.services import case_facts, people
from app.services.case_facts import FactLine
from db.casebook import Casebook
from tests.builders import TODAY, add_person, open_case


def facts(book: Casebook, case_id: object) -> dict[str, FactLine]:
    return {x.fact.name: x for x in book.read(case_facts.lines, case_id, TODAY)}  # type: ignore[arg-type]


def test_what_the_record_tells_is_known_without_asking(book: Casebook) -> None:
    case = open_case(book)
    known = facts(book, case.id)
    assert known["nationality"].text == "IN"
    assert known["applying_outside_nationality"].text == "no"


def test_a_fact_is_set_and_taken_back(book: Casebook) -> None:
    case = open_case(book)
    assert facts(book, case.id)["limb"].shown is None
    book.write(case_facts.set_fact, case.id, "limb", "graduate")
    assert facts(book, case.id)["limb"].text == "graduate"
    book.write(case_facts.set_fact, case.id, "limb", "")
    assert facts(book, case.id)["limb"].shown is None


def test_a_value_that_does_not_fit_names_the_fact(book: Casebook) -> None:
    case = open_case(book)
    with pytest.raises(UserError) as refused:
        book.write(case_facts.set_fact, case.id, "limb", "wizard")
    assert refused.value.field == "limb"


def test_a_derived_fact_is_not_set_by_hand(book: Casebook) -> None:
    case = open_case(book)
    with pytest.raises(UserError):
        book.write(case_facts.set_fact, case.id, "nationality", "US")


def test_a_misspelt_fact_gets_a_hint(book: Casebook) -> None:
    case = open_case(book)
    with pytest.raises(UserError) as refused:
        book.write(case_facts.set_fact, case.id, "limbs", "graduate")
    assert "limb" in refused.value.hint


def test_a_fact_says_who_set_it_and_when(book: Casebook) -> None:
    case = open_case(book)
    book.write(case_facts.set_fact, case.id, "limb", "graduate")
    origin = facts(book, case.id)["limb"].origin
    assert origin is not None
    assert origin.by == book.actor.name
    assert origin.at is not None


def test_a_fact_of_the_record_names_its_part_and_a_computed_one_its_facts(book: Casebook) -> None:
    found = facts(book, open_case(book).id)
    assert found["birth_date"].origin == Provenance(record="Identity: date of birth")
    age = found["age_on_filing"].origin
    assert age is not None
    assert age.stands_on == ("birth_date", "planned_filing")
    assert found["funds"].origin is None


def test_two_values_against_each_other_are_told_and_the_record_counts(book: Casebook) -> None:
    person = add_person(book)
    case = open_case(book, person)
    book.write(case_facts.set_fact, case.id, "name_changed", "no")
    assert facts(book, case.id)["name_changed"].overruled is None
    former = Name(kind=NameKind.FORMER, family="OLD", given="Sample")
    book.write(people.save_part, person, "names", former, TODAY)
    line = facts(book, case.id)["name_changed"]
    assert line.text == "yes"
    assert line.overruled is not None
    assert line.overruled.en == "No"
