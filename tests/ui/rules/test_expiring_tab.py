"""What runs out in the window: one list, each line with its day, and the way to where it is mended."""

from datetime import timedelta

import pytest

from app.domain.expiry import Origin, State
from app.services import firm_rules, post_answers
from app.services.post_answers import NewAnswer
from app.ui.rules import expiring_tab
from app.ui.rules.expiring_tab import ExpiringTab
from app.ui.rules.page import RulesPage
from db.casebook import Casebook
from tests.builders import TODAY
from tests.services.test_firm_rules import ITEM, a_new_rule
from tests.ui.rules.conftest import POST


@pytest.fixture
def tab(page: RulesPage) -> ExpiringTab:
    page.show_what("expiring")
    return page.expiring


def test_a_post_of_which_nothing_is_known_leads_to_its_questions(tab: ExpiringTab, page: RulesPage) -> None:
    row = next(each for each in tab.model.rows() if each.where == "hanoi")
    assert (row.state, row.origin) == (State.UNKNOWN, Origin.POST)
    tab.table.choose(expiring_tab._key(row))
    assert tab.panel.state.text() == "Not known"
    tab.panel.go.click()
    assert page.tabs.currentWidget() is page.questions
    assert page.questions.table.current_key()[0] == "hanoi"


def test_our_own_rule_that_ends_soon_leads_to_its_item(
    tab: ExpiringTab, page: RulesPage, book: Casebook
) -> None:
    book.write(firm_rules.record, a_new_rule(effective_to=TODAY + timedelta(days=2)), TODAY)
    page.refresh(None, None)
    row = next(each for each in tab.model.rows() if each.where == "FIRM")
    assert (row.state, row.days, row.band) == (State.EXPIRING, 2, 3)
    tab.table.choose(expiring_tab._key(row))
    assert "Within 3 days: 25 Nov 2026, in 2 days" in tab.panel.state.text()
    tab.panel.go.click()
    assert page.items.table.current_key() == ITEM


def test_an_answer_that_ends_soon_is_on_the_list(tab: ExpiringTab, page: RulesPage, book: Casebook) -> None:
    last = TODAY + timedelta(days=10)
    answer = NewAnswer(
        post=POST,
        fact="post.online_system",
        value="yes",
        source="Mail",
        told_on=TODAY,
        valid_until=last,
    )
    book.write(post_answers.record, answer, TODAY)
    page.refresh(None, None)
    row = next(each for each in tab.model.rows() if each.state is State.EXPIRING)
    assert (row.where, row.due) == (POST, last)
