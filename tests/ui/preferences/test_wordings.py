"""The firm's wording in the preferences: checked when saved, and back to the supplied text."""

import pytest

from app.domain.wording import Paper
from app.services import wordings
from app.ui.office import Office
from app.ui.preferences.page import PreferencesPage
from app.ui.preferences.wordings import WordingsSection


@pytest.fixture
def section(page: PreferencesPage) -> WordingsSection:
    page.show_what("wordings")
    return page.wordings


def write(section: WordingsSection, text: str) -> None:
    section.form.form.rows["body"].editor.show_raw(text)
    section.form.save.click()


def test_the_supplied_text_stands_there_as_a_draft(section: WordingsSection) -> None:
    assert section.form.form.raw()["body"].startswith("This agreement is between {firm_name}")
    assert not section.state.isHidden()
    assert section.supplied.isHidden()


def test_an_unknown_placeholder_is_refused_in_place_and_nothing_is_lost(
    section: WordingsSection, office: Office
) -> None:
    write(section, "I, {client_nmae}")
    below = section.form.form.rows["body"].below
    assert not below.isHidden()
    assert section.form.form.raw()["body"] == "I, {client_nmae}"
    assert office.read(wordings.of, Paper.AGREEMENT, "en").is_supplied


def test_own_text_is_kept_for_its_paper_and_language_and_taken_back(
    section: WordingsSection, office: Office
) -> None:
    section.paper.setCurrentIndex(section.paper.findData("authority"))
    section.language.setCurrentIndex(section.language.findData("zh-CN"))
    section.refresh()
    write(section, "<b>本人</b> {client_name}")
    assert office.read(wordings.of, Paper.AUTHORITY, "zh-CN").body == "<b>本人</b> {client_name}"
    assert section.state.isHidden()
    section.supplied.click()
    assert office.read(wordings.of, Paper.AUTHORITY, "zh-CN").is_supplied
    assert not section.state.isHidden()
