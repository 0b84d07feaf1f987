"""What is taken over is said paper by paper, with limits and whose word they are."""

from pytestqt.qtbot import QtBot

from app.services import linked
from app.ui.case.taken_over import TakenOver
from db.casebook import Casebook
from tests.builders import TODAY, open_case
from tests.services.linked_scenes import RENEWAL, earlier


def test_every_paper_has_its_reason_and_limits_their_source(book: Casebook, qtbot: QtBot) -> None:
    box = TakenOver()
    qtbot.addWidget(box)
    box.show_preview(book.read(linked.preview, earlier(book), RENEWAL, TODAY))
    said = box.said()
    assert "Good until 31 Jan 2027." in said
    assert "Its original is not with us." in said
    assert any("(official, [L1] Art. 32)" in each for each in said)
    assert said[-1].startswith("Which papers the authority in China asks for")


def test_without_papers_it_says_so(book: Casebook, qtbot: QtBot) -> None:
    box = TakenOver()
    qtbot.addWidget(box)
    box.show_preview(book.read(linked.preview, open_case(book).id, RENEWAL, TODAY))
    assert "No paper of this case is here." in box.said()
    box.clear()
    assert (box.said(), box.ticked()) == ([], ())
