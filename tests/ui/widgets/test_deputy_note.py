"""Whose cases are mine, and the line that says for whom I stand in."""

import pytest
from pytestqt.qtbot import QtBot

from app.domain.absences import Absence
from app.services import absences
from app.ui.page import Desk
from app.ui.widgets.deputy_note import DeputyNote
from db.casebook import Casebook
from tests.builders import TODAY
from tests.services.test_case_people import hire


def test_the_line_is_there_while_i_stand_in_for_somebody(
    desk: Desk, book: Casebook, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KASEBOOK_TODAY", TODAY.isoformat())
    note, me = DeputyNote(desk), book.actor.id
    qtbot.addWidget(note)
    assert note.owners(is_mine=False) is None
    assert note.owners(is_mine=True) == frozenset({me})
    assert note.isHidden()
    ben = book.write(hire).result
    book.write(absences.save, Absence(user_id=ben, deputy_id=me, start=TODAY, end=TODAY), TODAY)
    assert note.owners(is_mine=True) == frozenset({me, ben})
    assert "Ben Sample" in note.text()
