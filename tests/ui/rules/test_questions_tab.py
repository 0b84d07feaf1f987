"""Questions to posts in the window: gathered, answered once, checked, undone; nothing typed is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.services import post_answers
from app.services.cases import Opened
from app.ui.page import Desk
from app.ui.rules.page import RulesPage
from app.ui.rules.questions_tab import QuestionsTab
from db.casebook import Casebook
from tests.builders import TODAY
from tests.ui.doubles import Recorder
from tests.ui.rules.conftest import POST

FACT = "post.online_system"


@pytest.fixture
def tab(page: RulesPage) -> QuestionsTab:
    page.questions.table.choose((POST, FACT))
    return page.questions


def answer(tab: QuestionsTab, text: str, source: str) -> None:
    assert tab.panel.editor._input is not None
    tab.panel.editor._input.chosen.emit(text)
    tab.panel.whole.form.rows["source"].editor.show_raw(source)
    tab.panel.whole.save.click()


def known(book: Casebook) -> object:
    found = book.read(post_answers.post, POST, TODAY).answer(FACT)
    return found.value if found else None


def test_the_list_says_what_waits_and_since_when(tab: QuestionsTab, opened: tuple[Opened, Opened]) -> None:
    assert "2 cases wait, since 23 Nov 2026" in tab.panel.waits.text()
    assert opened[1].number in tab.panel.waits.text()
    assert tab.panel.known.text() == "Nothing is known here."
    sections = [tab.model.section_at(row) for row in range(tab.model.rowCount())]
    assert [section.title for section in sections if section] == ["Bangkok, Chinese embassy"]


def test_an_answer_is_recorded_with_its_source_and_leaves_the_list(
    tab: QuestionsTab, book: Casebook, told: Recorder
) -> None:
    answer(tab, "no", "大使馆网页 سفارة दूतावास")
    assert known(book) is False
    assert told.told[-1] == "Recorded for 2 open cases."
    assert tab.model.row((POST, FACT)) is None
    assert tab.table.current_key() is not None  # the next question
    book.undo()
    assert known(book) is None


def test_an_answer_without_value_or_source_is_refused_in_place(tab: QuestionsTab, book: Casebook) -> None:
    tab.panel.whole.save.click()
    assert tab.panel.editor.error.text() == "Choose or type the answer."
    answer(tab, "yes", "  ")
    assert "Say where this was read" in tab.panel.whole.form.rows["source"].below.text()
    assert known(book) is None


def test_what_is_known_is_shown_with_what_was_recorded_before(page: RulesPage, book: Casebook) -> None:
    tab = page.questions
    for value in ("yes", "no"):
        book.write(post_answers.record, _typed(value), TODAY)
    page.refresh(None, None)
    tab.view.setCurrentIndex(2)
    tab.view.activated.emit(2)
    tab.table.choose((POST, FACT))
    assert tab.panel.known.text() == "Known: No. Mail of the post · Ana Sample, 23 Nov 2026."
    assert tab.panel.earlier.text().splitlines()[1:] == [
        "23 Nov 2026 · No · Mail of the post · Ana Sample",
        "23 Nov 2026 · Yes · Mail of the post · Ana Sample · does not stand today",
    ]


def _typed(value: str) -> post_answers.NewAnswer:
    return post_answers.NewAnswer(post=POST, fact=FACT, value=value, source="Mail of the post", told_on=TODAY)


def test_checked_without_change_is_one_press(tab: QuestionsTab, book: Casebook, told: Recorder) -> None:
    tab.panel.check.click()
    assert book.read(post_answers.post, POST, TODAY).checked_on == TODAY
    assert told.told[-1] == "Recorded for 2 open cases."
    assert "23 Nov 2026" in tab.panel.checked.text()


def test_what_is_typed_survives_another_question(tab: QuestionsTab, desk: Desk) -> None:
    row = tab.panel.whole.form.rows["source"]
    row.editor.show_raw("half a source")
    row.editor.typed.emit()
    tab.table.choose((POST, "post.requires_funds"))
    assert row.editor.raw() == ""
    tab.table.choose((POST, FACT))
    assert row.editor.raw() == "half a source"


def test_the_keyboard_goes_to_the_answer_and_back(tab: QuestionsTab) -> None:
    tab.focus()
    QTest.keyClick(tab.table, Qt.Key.Key_F2)
    assert not tab.table.hasFocus()
    QTest.keyClick(tab, Qt.Key.Key_Escape)
    assert tab.table.hasFocus()


def test_what_a_post_says_of_some_visas_only_is_shown_beside_the_rest(page: RulesPage) -> None:
    page.questions.show_post("algiers")
    page.questions.table.choose(("algiers", FACT))
    general, some = page.questions.panel.known.text().splitlines()
    assert general.startswith("Known: Yes. [O11]")
    assert some.startswith("Known: No (only Z, S1, S2). [O11]")


def test_an_answer_for_one_visa_is_recorded_for_it_alone(tab: QuestionsTab, book: Casebook) -> None:
    tab.panel.whole.form.rows["category"].editor.show_raw("Z")
    answer(tab, "no", "Mail")
    post = book.read(post_answers.post, POST, TODAY)
    assert (post.answer(FACT, "K"), bool(post.answer(FACT, "Z"))) == (None, True)
