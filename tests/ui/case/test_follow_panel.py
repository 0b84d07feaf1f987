"""A case that follows another: chosen, previewed paper by paper, opened in one step, seen from both."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from app.domain.following import Following
from app.services import case_list, linked
from app.ui.case.follow_panel import FollowPanel
from app.ui.case.page import CasePage
from app.ui.office import Office
from db.casebook import Casebook
from tests.services.linked_scenes import earlier
from tests.ui.doubles import Recorder, press, type_text


@pytest.fixture
def key(book: Casebook, case_id: UUID) -> UUID:
    return earlier(book)


@pytest.fixture
def panel(page: CasePage, key: UUID) -> FollowPanel:
    page.show_what(key)
    page.begin_following(Following.RENEWAL)
    return page.moves.follow


def test_it_begins_with_the_same_visa_and_post_and_says_what_is_taken_over(panel: FollowPanel) -> None:
    assert panel.title.text() == "New case after KB-2026-0002"
    assert panel.category.currentData() == "K"
    assert "New Delhi" in panel.post.raw()
    assert panel.preview.said()[0] == "Taken over (1)"


def test_the_new_case_is_opened_shown_and_taken_back(
    panel: FollowPanel, page: CasePage, key: UUID, office: Office, told: Recorder
) -> None:
    type_text(panel.form.form.rows["planned_filing"].editor.widget, "2026-12-15")
    gone: list[tuple[str, object]] = []
    page.go.connect(lambda name, what: gone.append((name, what)))
    panel.form.save.click()
    (later,) = office.read(linked.around, key)
    assert gone == [("case", later.id)]
    assert told.told == ["Case KB-2026-0003 follows case KB-2026-0002."]
    assert not panel.isVisible()
    told.offers["Undo"]()
    assert later.id not in office.read(case_list.ids)


def test_a_paper_to_check_goes_along_once_it_is_ticked(panel: FollowPanel) -> None:
    assert panel.preview.ticked() == ()
    panel.preview._boxes["K-DOC-10"].setChecked(True)
    panel.refresh()
    assert panel.preview.ticked() == ("K-DOC-10",)


def test_what_can_t_be_is_said_in_place(panel: FollowPanel) -> None:
    panel.following.setCurrentIndex(panel.following.findData(Following.CHANGE))
    panel.following.activated.emit(panel.following.currentIndex())
    assert panel.form.error.text().startswith("A change of pathway leads to another visa than K.")
    panel.post.show_raw("nowhere at all")
    panel.post.left.emit()
    assert panel.form.error.isVisible()


def test_escape_opens_nothing(panel: FollowPanel, office: Office) -> None:
    press(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert len(office.read(case_list.ids)) == 2
