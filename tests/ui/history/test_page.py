"""The page of the history: sentences, what they changed, and undo."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt

from app.services import cases, people
from app.ui.history.page import HistoryPage
from app.ui.office import Office
from db.casebook import Casebook
from tests.builders import TODAY
from tests.ui.doubles import obeys_qt


def sentences(page: HistoryPage) -> list[str]:
    found = [page.model.line_at(row) for row in range(page.model.rowCount())]
    return [row.sentence for row in found if row is not None]


def choose(page: HistoryPage, sentence: str) -> None:
    page.table.choose(page.model.key_at(sentences(page).index(sentence)))


def test_steps_are_told_newest_first(page: HistoryPage) -> None:
    assert sentences(page) == [
        "Ana Sample moved case KB-2026-0001 to another stage.",
        "Ana Sample opened case KB-2026-0001.",
        "Ana Sample edited SAMPLE, Ananya.",
        "Ana Sample added SAMPLE, Ananya.",
        "Ana Sample created the casebook.",
    ]


def test_a_step_says_in_a_few_words_what_it_changed(page: HistoryPage) -> None:
    row = page.model.line_at(0)
    assert row is not None
    assert row.gist == "Stage: Enquiry → Screened"


def test_the_list_obeys_qts_rules(page: HistoryPage, qtmodeltester: object) -> None:
    obeys_qt(qtmodeltester, page.model)


def test_the_list_of_changes_obeys_qts_rules(page: HistoryPage, qtmodeltester: object) -> None:
    page.table.choose_first()
    obeys_qt(qtmodeltester, page.panel.model)


def test_only_what_is_about_one_case_is_shown_on_request(page: HistoryPage, case_id: UUID) -> None:
    page.show_what(case_id)
    assert len(sentences(page)) == 2
    assert page.filter.about.text() == "KB-2026-0001"
    page.all.click()
    assert len(sentences(page)) == 5
    assert page.filter.about.text() == ""
    assert page.all.isHidden()


def test_a_step_shows_its_fields_before_and_after(page: HistoryPage) -> None:
    choose(page, "Ana Sample edited SAMPLE, Ananya.")
    told = [page.panel.model.index(0, column).data() for column in range(3)]
    assert told == ["Person · City of birth", "", "Sampleville"]


def test_a_long_value_is_shown_in_full_and_literally(
    page: HistoryPage, office: Office, case_id: UUID
) -> None:
    text = "<b>Long</b> " * 20
    office.write(cases.add_note, case_id, text)
    page.table.choose_first()
    assert page.panel.whole.isVisible()
    assert page.panel.whole.toPlainText() == text.strip()


def test_a_step_is_undone_and_the_list_says_so(page: HistoryPage, office: Office, person_id: UUID) -> None:
    choose(page, "Ana Sample edited SAMPLE, Ananya.")
    page.panel.undo.click()
    assert office.read(people.person, person_id).birth_city == ""
    assert sentences(page)[0] == "Ana Sample undid “Edit person” (SAMPLE, Ananya)."
    choose(page, "Ana Sample edited SAMPLE, Ananya.")
    assert page.panel.undo.isHidden()
    assert page.panel.hint.text() == "This step was undone."


def test_a_step_that_others_built_on_is_explained_in_place(
    page: HistoryPage, office: Office, person_id: UUID, second_window: Callable[[], Casebook]
) -> None:
    second_window().write(people.set_field, person_id, 2, "birth_city", "Otherville", TODAY)
    office.look()
    row = next(n for n in range(page.model.rowCount()) if page.model.line_at(n).entry.seq == 3)  # type: ignore[union-attr]
    page.table.choose(page.model.key_at(row))
    page.panel.undo.click()
    assert page.panel.notice.isVisible()
    assert "Ana Sample changed it later" in page.panel.trouble.text()
    assert office.read(people.person, person_id).birth_city == "Otherville"
    page.table.choose_first()
    assert page.panel.notice.isHidden()


def test_a_step_that_reached_outside_offers_no_undo(page: HistoryPage) -> None:
    choose(page, "Ana Sample created the casebook.")
    assert page.panel.undo.isHidden()
    assert "can't be undone" in page.panel.hint.text()


def test_the_chosen_step_stays_chosen_when_another_comes(
    page: HistoryPage, office: Office, case_id: UUID
) -> None:
    choose(page, "Ana Sample opened case KB-2026-0001.")
    key = page.table.current_key()
    office.write(cases.add_note, case_id, "A note")
    assert page.table.current_key() == key
    assert page.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("Note: A note")
