"""A year of China's working days is loaded from a file in the window, and removed again."""

from pathlib import Path

from app.errors import UserError
from app.ui.preferences.page import PreferencesPage
from tests.domain.test_workday_files import CSV, TOML
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


def test_a_list_of_days_is_asked_where_it_is_from(
    page: PreferencesPage, told: Recorder, tmp_path: Path
) -> None:
    page.show_what("workdays")
    section = page.workdays
    told.path = tmp_path / "二〇二七.csv"
    told.path.write_text(CSV, encoding="utf-8")
    section.load.click()
    assert "二〇二七.csv" in section.file.text()
    assert section._years == []
    section.about.save.click()
    assert "source" in section.about.form.rows["source"].below.text()
    section.about.form.rows["source"].editor.show_raw("国务院办公厅通知")
    section.about.form.rows["announced_on"].editor.show_raw("2026-11-04")
    section.about.save.click()
    assert [(year.year, year.source) for year in section._years] == [(2027, "国务院办公厅通知")]
    assert section.about.isHidden()


def test_a_list_that_is_none_is_told_and_the_form_stays(
    page: PreferencesPage, told: Recorder, tmp_path: Path
) -> None:
    page.show_what("workdays")
    section = page.workdays
    told.path = tmp_path / "days.csv"
    told.path.write_text("2027-01-01,maybe\n", encoding="utf-8")
    section.load.click()
    section.about.form.rows["source"].editor.show_raw("Notice")
    section.about.form.rows["announced_on"].editor.show_raw("2026-11-04")
    section.about.save.click()
    assert "line 1" in section.about.error.text()
    assert section._years == []
