"""A year of China's working days is loaded from a file in the window, and removed again."""

from pathlib import Path

from app.errors import UserError
from app.ui.preferences.page import PreferencesPage
from tests.domain.test_workday_files import TOML
from tests.ui.doubles import Recorder


def test_a_year_is_loaded_listed_and_removed(page: PreferencesPage, told: Recorder, tmp_path: Path) -> None:
    page.show_what("workdays")
    section = page.workdays
    assert section.known.text().endswith("2004 to 2026.")
    told.path = tmp_path / "2027.toml"
    told.path.write_text(TOML, encoding="utf-8")
    section.load.click()
    assert told.told[-1] == "2027 is loaded."
    assert [year.year for year in section._years] == [2027]
    section.table.choose_first()
    section.remove.click()
    assert section._years == []


def test_a_file_that_is_no_year_is_told_and_changes_nothing(
    page: PreferencesPage, told: Recorder, tmp_path: Path
) -> None:
    page.show_what("workdays")
    for name, data in (("a.toml", b"year = "), ("b.toml", b"\xff\xfe"), ("c.toml", b"x" * 200_000)):
        told.path = tmp_path / name
        told.path.write_bytes(data)
        page.workdays.load.click()
    told.path = tmp_path / "missing.toml"
    page.workdays.load.click()
    assert [type(error) for error in told.troubles][1:] == [UserError] * 3
    assert "a.toml" in str(told.troubles[0])
    assert page.workdays._years == []
