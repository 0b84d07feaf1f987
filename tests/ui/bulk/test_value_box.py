"""What a change of many rows sets."""

import pytest
from pytestqt.qtbot import QtBot

from app.domain.cases import Stage
from app.domain.labels import How
from app.errors import UserError
from app.services import bulk_edits
from app.services.bulk_edits import Wanted
from app.ui.bulk.value_box import ValueBox
from app.ui.page import Desk


@pytest.fixture
def box(desk: Desk, qtbot: QtBot) -> ValueBox:
    box = ValueBox(desk, "cases.bulk", dict(bulk_edits.FIELDS))
    qtbot.addWidget(box)
    box.begin(())
    return box


def choose(box: ValueBox, field: str) -> None:
    box.field.setCurrentIndex(box.field.findData(field))


def test_every_field_has_its_editor(box: ValueBox) -> None:
    for field in bulk_edits.FIELDS:
        choose(box, field)
        assert any(not part.isHidden() for part in (box.choice, box.date.whole, box.labels))


def test_users_offices_and_stages_are_chosen(box: ValueBox, desk: Desk) -> None:
    assert box.wanted() == Wanted("owner", desk.office.user[0])
    choose(box, "office")
    assert box.wanted() == Wanted("office", None)
    choose(box, "stage")
    assert box.wanted() == Wanted("stage", Stage.ENQUIRY)
    assert box.choice.findData("handed_in") < 0


def test_labels_say_what_happens_to_those_there(box: ValueBox) -> None:
    choose(box, "labels")
    with pytest.raises(UserError, match="Type the labels"):
        box.wanted()
    box.how.setCurrentIndex(box.how.findData("replace"))
    assert box.wanted() == Wanted("labels", (), How.REPLACE)
