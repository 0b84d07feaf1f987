"""A person goes to a table and back, and whatever does not fit the shape is named."""

import contextlib
import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources
from app.domain import fields
from app.domain.choices import NameKind, Sex, YesNo
from app.domain.dates import PartialDate
from app.domain.people import PARTS, Name, Passport, Person
from app.errors import UserError
from app.services import client_files, people
from db.casebook import Casebook
from tests import client_file_doc
from tests.builders import TODAY, a_person, add_person


def test_the_sample_is_added_with_every_kind_of_part(book: Casebook) -> None:
    table = client_files.load(resources.text("samples/client.toml"), "client.toml")
    person = client_files.person_of(table, TODAY)
    assert {name for name in PARTS if not getattr(person, name)} == {"relatives"}
    key = book.write(people.add, person, TODAY).result
    assert book.read(people.person, key).names[1].family == "नमूना"


def test_the_page_about_the_shape_is_as_the_fields_are_declared() -> None:
    assert client_file_doc.PAGE.read_text(encoding="utf-8") == client_file_doc.page()


def test_a_person_comes_back_from_its_table() -> None:
    person = a_person()
    assert client_files.person_of(client_files.table_of(person), TODAY) == person


def test_a_table_is_plain_json() -> None:
    person = a_person()
    again = json.loads(json.dumps(client_files.table_of(person), ensure_ascii=False))
    assert client_files.person_of(again, TODAY) == person


def test_an_empty_table_is_a_person_of_whom_nothing_is_known() -> None:
    assert client_files.person_of({}, TODAY) == Person()
    assert client_files.table_of(Person()) == {}


def test_zero_is_a_number_and_not_nothing() -> None:
    person = client_files.person_of({"passports": [{"blank_pages": 0}]}, TODAY)
    assert person.passports[0].blank_pages == 0
    assert client_files.table_of(person) == {"passports": [{"blank_pages": 0}]}


@pytest.mark.parametrize(
    ("table", "value"),
    [
        ({"sex": "female"}, Sex.FEMALE),
        ({"sex": "F"}, Sex.FEMALE),
        ({"parent_chinese_at_birth": False}, YesNo.NO),
        ({"birth_country": "印度"}, "IN"),
        ({"birth_country": "IND"}, "IN"),
        ({"birth_date": 1998}, PartialDate(1998)),
        ({"birth_date": date(1998, 4, 2)}, PartialDate(1998, 4, 2)),
        ({"birth_date": "Apr 1998"}, PartialDate(1998, 4)),
        ({"birth_date": "१९९८-०४-०२"}, PartialDate(1998, 4, 2)),
        ({"legal_stay_until": "+3m"}, date(2027, 2, 23)),
    ],
)
def test_values_are_read_as_people_write_them(table: dict[str, Any], value: object) -> None:
    name = next(iter(table))
    assert getattr(client_files.person_of(table, TODAY), name) == value


def test_relatives_are_found_in_the_casebook(book: Casebook) -> None:
    key = add_person(book)
    table = {"relatives": [{"relation": "sibling"}, {"person": "Z0000001", "relation": "spouse"}]}
    relatives = book.read(client_files.resolved, table, TODAY).relatives
    assert [relative.relative_id for relative in relatives] == [None, key]


@pytest.mark.parametrize("person", [7, "", ["a"]])
def test_a_relative_nobody_can_find_is_named_by_place(book: Casebook, person: object) -> None:
    with pytest.raises(UserError, match=r"^relatives\[1\]\.person: "):
        book.read(client_files.resolved, {"relatives": [{"person": person}]}, TODAY)


@pytest.mark.parametrize(
    ("text", "file", "told"),
    [
        ("a = \nb = 1", "a.toml", "line 1"),
        ("{", "a.json", "line 1"),
        ("[1]", "a.json", "must hold one person"),
        ('{"sex": "F", "sex": "M"}', "a.json", "“sex” stands there twice"),
        ("[" * 100_000, "a.json", "nested too deeply"),
        ("sex = 'F'\nsex = 'M'", "a.toml", "can't be read"),
    ],
)
def test_what_can_not_be_read_is_told(text: str, file: str, told: str) -> None:
    with pytest.raises(UserError) as refused:
        client_files.load(text, file)
    assert told in str(refused.value)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda one: st.lists(one, max_size=3) | st.dictionaries(st.text(), one, max_size=3),
        max_leaves=8,
    )
)
def test_no_value_of_any_field_is_a_bug(value: Any) -> None:
    """Whatever stands in a file, it is read or refused as the user's error."""
    tables = [{name: value} for name in fields.named(Person)]
    tables += [{"passports": [{name: value}]} for name in fields.named(Passport)]
    for table in [*tables, {"names": value}, {str(value): value}]:
        with contextlib.suppress(UserError):
            client_files.person_of(table, TODAY)


def test_a_name_keeps_every_character_as_written() -> None:
    written = '=HYPERLINK("x") <b>&amp;</b> {x} %s नमूना'
    table = {"names": [{"kind": "native", "family": written}]}
    assert client_files.person_of(table, TODAY).names == (Name(kind=NameKind.NATIVE, family=written),)
