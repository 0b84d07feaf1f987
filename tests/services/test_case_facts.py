"""Facts of a case: known or not, and from where."""

import pytest

from app.errors import UserError
from app.services import case_facts
from app.services.case_facts import FactLine
from db.casebook import Casebook
from tests.builders import TODAY, open_case


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
