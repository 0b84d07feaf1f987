"""Between rows and values."""

import pytest
from sqlalchemy import inspect

from app.domain import fields
from app.domain.people import PARTS, Person
from app.errors import UserError
from app.services import records
from db.casebook import Casebook
from db.models.person import PART_ROWS, PersonRow
from db.types import new_key
from tests.builders import a_passport, add_person


def test_every_field_of_a_value_is_a_column_of_its_row() -> None:
    for name, kind in PARTS.items():
        assert {f.name for f in fields.of(kind)} <= set(inspect(PART_ROWS[name]).columns.keys())
    assert {f.name for f in fields.of(Person)} <= set(PersonRow.__table__.columns.keys())


def test_a_value_gives_the_columns_of_a_new_row() -> None:
    columns = records.columns_of(a_passport())
    assert columns["number"] == "Z0000001"
    assert "id" not in columns


def test_a_row_that_is_gone_is_said_so(book: Casebook) -> None:
    add_person(book)
    with pytest.raises(UserError):
        book.read(lambda s: records.find(s, PersonRow, new_key()).version)


def test_the_parts_that_somebody_has_are_named(book: Casebook) -> None:
    bare, known = add_person(book, passports=()), add_person(book, passports=(a_passport(),))
    named = [book.read(records.names_with_rows, PART_ROWS, "person_id", key) for key in (bare, known)]
    assert named[1] - named[0] == {"passports"}
    assert "names" in named[0]
    assert book.read(records.names_with_rows, PART_ROWS, "person_id", new_key()) == set()
