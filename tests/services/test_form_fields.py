"""Fields as the data sheet prints them."""

from datetime import date

from app.domain.choices import Sex
from app.domain.people import Nationality, Passport, Person
from app.services import form_fields


def test_a_field_has_its_place_label_and_value() -> None:
    (found,) = form_fields.of(Passport(issued_on=date(2023, 5, 2)), ("issued_on",))
    assert (found.item, found.label.en, found.value) == ("1.7F", "Date of issue", "2023-05-02")


def test_choices_and_countries_are_named_in_both_languages() -> None:
    (sex,) = form_fields.of(Person(sex=Sex.FEMALE), ("sex",))
    (country,) = form_fields.of(Nationality(country="IN"), ("country",), item="5.5")
    assert tuple(sex.value) == ("Female", "女")
    assert (country.item, tuple(country.value)) == ("5.5", ("India", "印度"))


def test_what_is_not_recorded_has_no_value() -> None:
    assert [each.value for each in form_fields.of(Person(), ("sex", "birth_date", "birth_city"))] == [""] * 3
