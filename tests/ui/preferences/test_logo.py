"""The firm's logo is chosen, shown and removed in its preferences, and undo takes it back."""

from pathlib import Path

from app.services import logos
from app.ui.jobs import Jobs
from app.ui.office import Office
from app.ui.preferences.page import PreferencesPage
from tests import pictures
from tests.ui.doubles import Recorder


def test_a_chosen_logo_is_shown_and_undo_takes_it_back(
    page: PreferencesPage, office: Office, told: Recorder, tmp_path: Path
) -> None:
    told.path = tmp_path / "logo.png"
    told.path.write_bytes(pictures.png((300, 100)))
    box = page.firm.logo
    assert not box.remove.isEnabled()
    box.choose.click()
    assert office.read(logos.current)
    assert (box.picture.pixmap().width(), box.picture.pixmap().height()) == (220, 73)
    assert box.picture.accessibleName() == "The firm's logo"
    assert office.undoable()[0] == "Set the firm's logo"
    office.undo()
    assert box.picture.text() == "No logo"


def test_a_logo_is_removed(page: PreferencesPage, office: Office, told: Recorder, tmp_path: Path) -> None:
    told.path = tmp_path / "logo.jpg"
    told.path.write_bytes(pictures.jpeg())
    page.firm.logo.choose.click()
    page.firm.logo.remove.click()
    assert office.read(logos.current) == b""
    assert not page.firm.logo.remove.isEnabled()


def test_what_is_no_picture_is_told_and_changes_nothing(
    page: PreferencesPage, office: Office, told: Recorder, jobs: Jobs, tmp_path: Path
) -> None:
    jobs.failed.connect(told.trouble)
    told.path = tmp_path / "logo.png"
    told.path.write_text("none", encoding="utf-8")
    page.firm.logo.choose.click()
    assert "can't be read" in str(told.troubles[0])
    assert office.read(logos.current) == b""
