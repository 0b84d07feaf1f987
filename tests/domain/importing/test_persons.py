"""Rows as persons, and persons as rows."""

from dataclasses import replace
from typing import Any

import pytest

from app.domain.choices import ContactKind, NameKind, NameOrder, PassportState
from app.domain.importing import Subject, persons
from app.domain.importing.cell_values import value_of
from app.domain.importing.columns import by_key
from app.domain.people import Contact, Person
from tests.builders import TODAY, a_passport, a_person


def read(**texts: str) -> tuple[Person | None, list[tuple[str, str]]]:
    values = {key: value_of(by_key(Subject.PERSONS)[key], text, TODAY) for key, text in texts.items() if text}
    person, problems = persons.person_of(values, TODAY)
    return person, [(key, error.message) for key, error in problems]


def made(**texts: str) -> Person:
    person, problems = read(**texts)
    assert person is not None, problems
    return person


def test_a_row_becomes_a_person_with_its_parts() -> None:
    person = made(
        family="SAMPLE", given="Ananya", native_given="अनन्या", sex="F", birth_date="1998-04-02",
        nationality="India", passport_number="Z0000001", passport_expires_on="2033-05-01",
        email="ananya@example.org", phone="+91 98765 43210", address_city="Pune", note="one\ntwo",
    )  # fmt: skip
    assert [(name.kind, name.script) for name in person.names] == [
        (NameKind.PASSPORT, "Latin"),
        (NameKind.NATIVE, "Devanagari"),
    ]
    assert person.passports[0].state is PassportState.CURRENT
    assert [contact.value for contact in person.contacts] == ["+919876543210", "ananya@example.org"]
    assert (person.addresses[0].city, person.nationalities[0].country) == ("Pune", "IN")


def test_the_preferred_language_goes_with_the_preferred_channel() -> None:
    person = made(
        family="A", phone="+91 98765 43210", email="a@example.org",
        preferred_channel="email", preferred_language="hi",
    )  # fmt: skip
    marks = [(one.kind, one.preferred, one.language) for one in person.contacts]
    assert marks == [(ContactKind.PHONE, False, ""), (ContactKind.EMAIL, True, "hi")]


@pytest.mark.parametrize(
    ("texts", "key"),
    [
        ({"family": "A", "preferred_channel": "phone"}, "preferred_channel"),
        ({"family": "A", "preferred_language": "hi"}, "preferred_language"),
        ({"family": "A", "phone": "98765"}, "phone"),
        ({"family": "A", "email": "nobody"}, "email"),
        ({"family": "A", "passport_number": "Z(1"}, "passport_number"),
        (
            {"family": "A", "passport_issued_on": "2020-01-01", "passport_expires_on": "2019-01-01"},
            "passport_expires_on",
        ),
        ({"family": "A\u202eB"}, "family"),
        ({"sex": "F"}, ""),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_by_its_column(texts: dict[str, str], key: str) -> None:
    person, problems = read(**texts)
    assert person is None
    assert [problem[0] for problem in problems] == [key]


def test_all_that_is_wrong_with_a_row_is_told_at_once() -> None:
    _person, problems = read(family="A", occupation="x" * 300, email="x", phone="1")
    assert {key for key, _message in problems} == {"occupation", "email", "phone"}


@pytest.mark.parametrize(
    ("text", "key", "parts"),
    [
        ("Ananya Sharma", "name_family_last", ("Sharma", "Ananya")),
        ("SHARMA, Ananya", "name_family_last", ("SHARMA", "Ananya")),
        ("Sharma Ananya", "name_family_first", ("Sharma", "Ananya")),
        ("Juan PABLO GARCÍA", "name_family_last", ("PABLO GARCÍA", "Juan")),
        ("Sukarno", "name_family_last", ("Sukarno", "")),
        ("王伟", "chinese_whole", ("王", "伟")),
        ("欧阳小明", "chinese_whole", ("欧阳", "小明")),
        ("安娜·夏尔马", "chinese_whole", ("夏尔马", "安娜")),
        ("अनन्या शर्मा", "native_whole", ("", "अनन्या शर्मा")),
    ],
)
def test_a_whole_name_is_divided_where_it_shows_how(text: str, key: str, parts: tuple[str, str]) -> None:
    assert persons.split(text, key) == parts


def test_parts_of_a_name_go_before_the_whole() -> None:
    person = made(
        family="SAMPLE", given="Ananya", name_family_last="Somebody Else", chinese_whole="安娜·夏尔马"
    )
    assert [(one.family, one.given, one.order) for one in person.names] == [
        ("SAMPLE", "Ananya", None),
        ("夏尔马", "安娜", NameOrder.GIVEN_FIRST),
    ]


def same(person: Person) -> Person:
    return made(**persons.texts_of(person))


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"names": ()},
        {"passports": (a_passport(state=PassportState.OLD, number="A1"),)},
        {"contacts": (Contact(kind=ContactKind.WECHAT, value="=cmd|x", preferred=True, language="zh"),)},
    ],
)
def test_a_person_that_a_sheet_can_hold_comes_back_equal(changes: dict[str, Any]) -> None:
    person = replace(a_person(education=()), **changes)
    if not person.names:
        person = replace(person, names=a_person().names[:1])
    assert not persons.holds_more(person)
    texts = persons.texts_of(person)
    assert persons.texts_of(same(person)) == texts


def test_what_a_sheet_has_no_columns_for_is_noticed() -> None:
    assert persons.holds_more(a_person())  # a degree
    assert persons.holds_more(a_person(education=(), passports=(a_passport(), a_passport(number="A2"))))
