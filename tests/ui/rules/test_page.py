"""The page of rules: its tabs, read when they are looked at."""

from app.services import post_answers
from app.ui.rules.page import TITLES, RulesPage
from db.casebook import Casebook
from tests.builders import TODAY
from tests.ui.rules.conftest import POST


def test_every_tab_is_shown_by_its_name(page: RulesPage) -> None:
    for at, name in enumerate(TITLES):
        page.show_what(name)
        assert page.tabs.currentIndex() == at


def test_what_another_window_recorded_shows_in_the_tab_in_view(page: RulesPage, book: Casebook) -> None:
    fact = "post.online_system"
    page.show_what("questions")
    assert page.questions.model.row((POST, fact))
    answer = post_answers.NewAnswer(post=POST, fact=fact, value="yes", source="Mail", told_on=TODAY)
    book.write(post_answers.record, answer, TODAY)
    page.desk.office.look()
    page.refresh(None, None)
    assert page.questions.model.row((POST, fact)) is None
