"""The refusal over the board: what was refused, why, and the way to where it is settled."""

from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from app.domain.cases import Stage
from app.errors import UserError
from app.services import board, cases
from app.ui.board.refused_bar import RefusedBar
from app.ui.case.place import CasePlace
from db.casebook import Casebook
from tests.builders import TODAY
from tests.services.test_snapshots import at_signed


@pytest.fixture
def key(book: Casebook) -> UUID:
    return at_signed(book)


def test_a_form_that_is_not_frozen_leads_to_its_tab(book: Casebook, key: UUID, qtbot: QtBot) -> None:
    bar = RefusedBar()
    qtbot.addWidget(bar)
    (card,) = book.read(board.cards, [key], TODAY)
    with pytest.raises(UserError) as caught:
        book.write(cases.move, key, card.version, Stage.HANDED_IN, TODAY)
    bar.show_refusal(card, caught.value)
    assert bar.case_id == key
    assert bar.text.text().startswith("SAMPLE, Ananya, KB-2026-0001: The form was not marked as submitted")
    assert bar.open.text() == "Open its form"
    with qtbot.waitSignal(bar.asking_case) as asked:
        bar.open.click()
    assert asked.args == [CasePlace(key, "form")]
    bar.away.click()
    assert not bar.isVisible()
