"""Signed packs in the window: looked at in place, taken in, undone; an unknown signer is said."""

from pathlib import Path

import pytest

from app.services import pack_files, post_answers, signers
from app.ui.rules.pack_tab import PackTab
from app.ui.rules.page import RulesPage
from db.casebook import Casebook
from tests.builders import TODAY
from tests.services.test_pack_files import a_pack
from tests.ui.doubles import Recorder
from tests.ui.rules.conftest import POST


@pytest.fixture
def tab(page: RulesPage) -> PackTab:
    page.show_what("pack")
    return page.pack


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("theirs")
    file = folder / "theirs.kbpack"
    file.write_bytes(a_pack(folder / "other"))
    return file


def test_a_file_is_looked_at_before_anything_is_written(
    tab: PackTab, theirs: Path, told: Recorder, book: Casebook
) -> None:
    told.path = theirs
    head = book.head()
    tab.open.click()
    assert tab.panel.signer.text() == "另一家虚构事务所"
    assert "not known here" in tab.panel.standing.text()
    assert tab.panel.accept.text() == "Take in 4 entries"
    assert len(tab.model.rows()) == 4
    tab.panel.close_button.click()
    assert tab.panel.file.isHidden()
    assert book.head() == head


def test_taking_in_is_one_step_with_its_undo_and_may_trust_the_signer(
    tab: PackTab, theirs: Path, told: Recorder, book: Casebook
) -> None:
    told.path = theirs
    tab.open.click()
    tab.panel.trust.setChecked(True)
    tab.panel.accept.click()
    assert told.told[-1] == "4 entries taken in."
    assert book.read(post_answers.post, POST, TODAY).checked_on == TODAY
    assert len(book.read(signers.trusted)) == 1
    told.offers["Undo"]()
    assert book.read(post_answers.post, POST, TODAY).checked_on is None
    assert book.read(signers.trusted) == []


def test_a_bad_file_is_refused_in_place(tab: PackTab, theirs: Path, told: Recorder, tmp_path: Path) -> None:
    changed = tmp_path / "changed.kbpack"
    changed.write_bytes(theirs.read_bytes().replace(b'"no"', b'"yes"'))
    told.path = changed
    tab.open.click()
    assert "does not fit" in tab.panel.error.text()
    assert tab.panel.file.isHidden()
    told.path = tmp_path / "nowhere.kbpack"
    tab.open.click()
    assert "can't be read" in tab.panel.error.text()


def test_ours_is_exported_to_a_file_that_this_casebook_knows(
    tab: PackTab, told: Recorder, tmp_path: Path, book: Casebook
) -> None:
    told.path = tmp_path / "ours.kbpack"
    tab.export.click()
    assert "no answers and no rules of our own" in tab.panel.error.text()
    book.write(post_answers.check, POST, TODAY, TODAY)
    tab.export.click()
    assert told.told[-1].startswith("Exported ours.kbpack")
    tab.open.click()
    assert tab.panel.standing.text() == "This casebook made the file itself."
    assert not tab.panel.accept.isEnabled()
    assert book.read(pack_files.preview, told.path.read_bytes(), "ours", TODAY).is_own


def test_a_signer_is_trusted_no_more(tab: PackTab, page: RulesPage, book: Casebook) -> None:
    book.write(signers.trust, "ab" * 32, "Other firm")
    page.refresh(None, None)
    (line,) = book.read(signers.trusted)
    tab.panel.dropping.emit(line)
    assert book.read(signers.trusted) == []


def test_a_file_that_can_not_be_written_is_not_recorded(
    tab: PackTab, told: Recorder, tmp_path: Path, book: Casebook
) -> None:
    book.write(post_answers.check, POST, TODAY, TODAY)
    head = book.head()
    told.path = tmp_path / "nowhere" / "ours.kbpack"
    tab.export.click()
    assert "can't be written" in tab.panel.error.text()
    assert book.head() == head
