"""Values are checked before they are saved; each refusal names its field."""

from datetime import date

import pytest

from app.domain import checking
from app.domain.choices import ContactKind
from app.domain.dates import PartialDate
from app.domain.people import Address, Contact, Education, Name, Passport, Person, Travel
from app.errors import UserError

TODAY = date(2026, 11, 23)
SOMEBODY = Person(names=(Name(given="Sampleno"),), residence_country="SG", birth_date=PartialDate(1990))


def refused(part: object) -> str:
    with pytest.raises(UserError) as trouble:
        checking.part(part, SOMEBODY, TODAY)  # type: ignore[type-var]
    return trouble.value.field


def test_text_is_composed_and_trimmed() -> None:
    assert checking.part(Name(given="  Ame\u0301lie "), SOMEBODY, TODAY).given == "Amélie"


def test_a_name_needs_one_of_its_parts() -> None:
    assert refused(Name(script="Latin")) == "given"


def test_an_unknown_country_is_refused() -> None:
    assert refused(Address(country="XQ")) == "country"


@pytest.mark.parametrize(
    ("part", "field"),
    [
        (Education(start=PartialDate(2020), end=PartialDate(2019)), "end"),
        (Address(since=PartialDate(2020, 5), until=PartialDate(2020, 4)), "until"),
        (Travel(start=PartialDate(2020, 5, 2), end=PartialDate(2020, 5, 1)), "end"),
    ],
)
def test_what_ends_before_it_begins_is_refused(part: object, field: str) -> None:
    assert refused(part) == field


def test_an_end_in_the_same_year_as_a_fuller_beginning_stands() -> None:
    studied = Education(start=PartialDate(2020, 9), end=PartialDate(2020))
    assert checking.part(studied, SOMEBODY, TODAY) == studied


def test_a_future_date_of_issue_is_refused() -> None:
    assert refused(Passport(number="Z0000001", issued_on=date(2026, 11, 24))) == "issued_on"


def test_a_local_number_gets_the_country_of_residence() -> None:
    phone = Contact(kind=ContactKind.PHONE, value="6555 0100")
    assert checking.part(phone, SOMEBODY, TODAY).value == "+6565550100"


def test_an_address_without_its_at_is_refused() -> None:
    assert refused(Contact(kind=ContactKind.EMAIL, value="somebody.example.com")) == "value"


def test_only_the_field_named_is_checked() -> None:
    whole = Person(birth_city="x" * 900, birth_province="Punjab ")
    assert checking.fields_of(whole, TODAY, only="birth_province").birth_province == "Punjab"
    with pytest.raises(UserError):
        checking.fields_of(whole, TODAY, only="birth_city")


def test_a_field_that_is_not_declared_is_not_set() -> None:
    with pytest.raises(UserError):
        checking.fields_of(SOMEBODY, TODAY, only="version")


def test_a_note_needs_words() -> None:
    assert checking.note(" two\nlines ") == "two\nlines"
    with pytest.raises(UserError):
        checking.note("\n ")
