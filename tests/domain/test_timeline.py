"""What may be written down: contact says with whom, and nothing lies ahead."""

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.timeline import NewNote, NoteKind, checked
from app.errors import UserError

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def test_a_note_needs_nobody_and_a_call_does() -> None:
    assert checked(NewNote(), NOW) == NewNote()
    with pytest.raises(UserError, match="with whom"):
        checked(NewNote(kind=NoteKind.CALL), NOW)


@pytest.mark.parametrize(
    ("note", "field"),
    [
        (NewNote(kind=NoteKind.CALL, with_whom="A", happened_at=NOW + timedelta(minutes=1)), "happened_at"),
        (NewNote(kind=NoteKind.CALL, with_whom="A", minutes=-1), "minutes"),
        (NewNote(kind=NoteKind.CALL, with_whom="A", minutes=9000), "minutes"),
    ],
)
def test_what_can_not_be_is_refused_on_its_field(note: NewNote, field: str) -> None:
    with pytest.raises(UserError) as refused:
        checked(note, NOW)
    assert refused.value.field == field
