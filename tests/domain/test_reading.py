"""What is typed into a field becomes its value."""

from datetime import date
from typing import Any

import pytest

from app.domain import fields, reading
from app.domain.choices import DegreeLevel, Sex, YesNo
from app.domain.dates import PartialDate
from app.domain.people import Address, Contact, Education, Passport, Person
from app.errors import UserError

TODAY = date(2026, 11, 23)


def read(owner: type, name: str, typed: Any) -> Any:
    return reading.read(fields.named(owner)[name], typed, today=TODAY)


@pytest.mark.parametrize(
    ("owner", "name", "typed", "value"),
    [
        (Person, "birth_date", "2 Apr 1998", PartialDate(1998, 4, 2)),
        (Person, "birth_date", "1998年4月", PartialDate(1998, 4)),
        (Person, "birth_date", date(1998, 4, 2), PartialDate(1998, 4, 2)),
        (Person, "birth_date", 1998, PartialDate(1998)),
        (Passport, "expires_on", "01.05.2033", date(2033, 5, 1)),
        (Passport, "blank_pages", "12", 12),
        (Person, "sex", "female", Sex.FEMALE),
        (Person, "sex", "F", Sex.FEMALE),
        (Education, "level", "Doctorate", DegreeLevel.DOCTORATE),
        (Education, "awarded", True, YesNo.YES),
        (Address, "country", "中国", "CN"),
        (Address, "country", "India", "IN"),
        (Address, "lines", " as typed ", " as typed "),
        (Contact, "preferred", "yes", True),
        (Contact, "language", "Hindi", "hi"),
    ],
)
def test_what_is_typed_is_read(owner: type, name: str, typed: Any, value: Any) -> None:
    assert read(owner, name, typed) == value


@pytest.mark.parametrize(
    ("owner", "name", "blank"),
    [
        (Person, "birth_date", None),
        (Person, "sex", None),
        (Address, "country", ""),
        (Contact, "preferred", False),
    ],
)
def test_nothing_typed_is_unknown(owner: type, name: str, blank: Any) -> None:
    assert read(owner, name, "  ") == blank


@pytest.mark.parametrize(
    ("owner", "name", "typed"),
    [
        (Person, "birth_date", "31 Feb 1998"),
        (Person, "sex", "wizard"),
        (Address, "country", "Narnia"),
        (Passport, "blank_pages", "many"),
        (Passport, "number", 123),
        (Contact, "preferred", "perhaps"),
        (Passport, "expires_on", "2033"),
    ],
)
def test_what_can_not_be_read_is_refused_beside_its_field(owner: type, name: str, typed: Any) -> None:
    with pytest.raises(UserError) as refused:
        read(owner, name, typed)
    assert refused.value.field == name
