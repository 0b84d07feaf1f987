"""Families: what differs since it was seen, and links that can't be."""

from datetime import date
from uuid import uuid4

import pytest

from app.domain import families
from app.domain.cases import Decision
from app.errors import UserError

A, B, C = uuid4(), uuid4(), uuid4()
NUMBERS = {A: "KB-1", B: "KB-2", C: "KB-3"}


def test_what_changed_is_told_in_words() -> None:
    seen = {"planned_entry": "2026-12-01", "decision": ""}
    now = {"planned_entry": "2026-12-08", "decision": "granted"}
    found = families.flags(seen, now)
    assert [(each.label, each.before, each.after) for each in found] == [
        ("Planned entry", "2026-12-01", "2026-12-08"),
        ("Decision", "—", "Visa granted"),
    ]
    assert families.flags(now, now) == ()


def test_values_are_written_as_they_are_compared() -> None:
    values = (date(2026, 12, 1), Decision.GRANTED, None)
    assert [families.written(each) for each in values] == ["2026-12-01", "granted", ""]


def test_a_link_that_goes_round_in_a_circle_is_refused_with_the_reason() -> None:
    families.check(A, B, {}, NUMBERS)
    with pytest.raises(UserError, match="on itself"):
        families.check(A, A, {}, NUMBERS)
    with pytest.raises(UserError, match="KB-2 hangs on this case already"):
        families.check(A, B, {B: A}, NUMBERS)
    with pytest.raises(UserError, match="KB-2 is a dependant's case"):
        families.check(A, B, {B: C}, NUMBERS)
    with pytest.raises(UserError, match="principal's case"):
        families.check(A, B, {C: A}, NUMBERS)
