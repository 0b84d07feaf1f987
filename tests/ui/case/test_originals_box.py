"""Originals are ticked one by one; none is ticked by itself."""

from pytestqt.qtbot import QtBot

from app.i18n import Bilingual
from app.services.closing import Original
from app.ui.case.originals_box import OriginalsBox

HELD = (
    Original("passport", Bilingual("Passport", "护照"), "With us"),
    Original("K-DOC-03/1", Bilingual("Degree: R&D", "学位证书"), "In our office"),
)


def test_nothing_is_ticked_by_itself_and_a_tick_outlives_a_reading(qtbot: QtBot) -> None:
    box = OriginalsBox("test")
    qtbot.addWidget(box)
    box.show_originals(HELD, keep_ticks=False)
    assert (box.keys(), box.ticked()) == (("passport", "K-DOC-03/1"), ())
    box.tick_all()
    box.show_originals(HELD[:1], keep_ticks=True)
    assert box.ticked() == ("passport",)
    box.show_originals(HELD, keep_ticks=False)
    assert box.ticked() == ()


def test_a_title_is_shown_as_it_is(qtbot: QtBot) -> None:
    box = OriginalsBox("test")
    qtbot.addWidget(box)
    box.show_originals(HELD, keep_ticks=False)
    assert box._boxes["K-DOC-03/1"].accessibleName() == "Degree: R&D (In our office)"


def test_without_an_original_it_says_so(qtbot: QtBot) -> None:
    box = OriginalsBox("test")
    qtbot.addWidget(box)
    box.show_originals((), keep_ticks=False)
    assert box.about.text() == "Every original is with the client."
    assert box.all.isHidden()
