"""What is recorded about a line of a checklist is read as people type it."""

from datetime import date

import pytest

from app.domain.item_records import ItemRecord, OriginalAt
from app.errors import UserError
from app.services import item_values
from tests.builders import TODAY


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("issuer", " Office ", " Office "),
        ("issued_on", "2 Nov 2026", date(2026, 11, 2)),
        ("due_on", "+1", date(2026, 11, 24)),
        ("valid_until", "", None),
        ("copies", "2", 2),
        ("original_at", "office", OriginalAt.OFFICE),
        ("original_at", "With the client", OriginalAt.CLIENT),
    ],
)
def test_a_value_is_read(name: str, typed: str, value: object) -> None:
    assert item_values.read(name, typed, TODAY) == value


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("state", "accepted"),
        ("colour", "red"),
        ("issued_on", "soon"),
        ("copies", "two"),
        ("original_at", "moon"),
    ],
)
def test_what_can_not_be_is_refused_on_its_field(name: str, typed: str) -> None:
    with pytest.raises(UserError) as refused:
        item_values.read(name, typed, TODAY)
    assert refused.value.field == name


def test_every_field_is_one_of_a_lines_record() -> None:
    assert set(item_values.FIELDS) <= set(ItemRecord.__dataclass_fields__)
