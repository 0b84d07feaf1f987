"""What the user has chosen survives, and a damaged file costs nothing but the choices."""

import errno
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from app import settings
from app.errors import UserError
from app.settings import Settings


def test_without_a_file_every_setting_has_its_default() -> None:
    mine = Settings()
    assert (mine.language, mine.scheme, mine.paper_size, mine.idle_lock_minutes) == (
        "system",
        "system",
        "a4",
        5,
    )
    assert (mine.recent_casebooks, mine.backup_folders, mine.column_widths) == ((), {}, {})


def test_what_is_set_is_there_at_the_next_start() -> None:
    mine = Settings()
    mine.language = "zh"
    mine.recent_casebooks = ("/books/王.kasebook", "50%;#=\n.kasebook")
    mine.column_widths = {"people": (120, 80)}
    mine.window_geometry = b"\x01\xff".hex()
    again = Settings()
    assert again.language == "zh"
    assert again.recent_casebooks == ("/books/王.kasebook", "50%;#=\n.kasebook")
    assert again.column_widths == {"people": (120, 80)}
    assert bytes.fromhex(again.window_geometry) == b"\x01\xff"


def test_two_windows_keep_each_others_settings() -> None:
    one, other = Settings(), Settings()
    one.scheme = "dark"
    other.paper_size = "letter"
    assert (Settings().scheme, Settings().paper_size) == ("dark", "letter")


def test_a_value_that_cannot_be_is_refused() -> None:
    mine = Settings()
    with pytest.raises(ValueError, match="purple"):
        mine.scheme = "purple"
    with pytest.raises(ValueError, match="0"):
        mine.idle_lock_minutes = 0
    assert (mine.scheme, mine.idle_lock_minutes) == ("system", 5)


@pytest.mark.parametrize("line", ["scheme = purple", 'scheme = "purple"', "scheme = 7", "scheme = null"])
def test_one_damaged_value_reads_as_its_default_and_spares_the_others(profile: Path, line: str) -> None:
    (profile / "settings.ini").write_text(f'[kasebook]\n{line}\nlanguage = "zh"\n')
    mine = Settings()
    assert (mine.scheme, mine.language) == ("system", "zh")


@pytest.mark.parametrize("content", [b"\x00\xff\xfe", b"no section = 1", b"[kasebook]\na=1\na=2\n"])
def test_a_damaged_file_is_kept_aside_and_the_defaults_are_used(
    profile: Path, content: bytes, expect_log: Callable[[str], None]
) -> None:
    expect_log("settings were damaged")
    (profile / "settings.ini").write_bytes(content)
    mine = Settings()
    mine.language = "zh"
    assert Settings().language == "zh"
    assert (profile / "settings.damaged.ini").read_bytes() == content


def test_values_read_can_be_changed_without_changing_the_setting() -> None:
    mine = Settings()
    mine.backup_folders["a"] = "b"
    assert Settings().backup_folders == {}
    assert mine.backup_folders == {}


def test_a_full_disk_is_told_and_the_old_file_stays(profile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = Settings()
    mine.language = "zh"

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="could not be saved"):
        mine.language = "en"
    assert Settings().language == "zh"
    assert [path.name for path in profile.iterdir()] == ["settings.ini"]


def test_the_profile_folder_is_for_this_user_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KASEBOOK_HOME", str(tmp_path / "new" / "home"))
    assert settings.profile_folder().stat().st_mode & 0o077 == 0


def test_a_profile_folder_that_cannot_be_made_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("KASEBOOK_HOME", str(tmp_path / "file" / "home"))
    with pytest.raises(UserError, match="KASEBOOK_HOME"):
        settings.profile_folder()


def test_today_can_be_fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KASEBOOK_TODAY", "2026-11-23")
    assert settings.today() == date(2026, 11, 23)


def test_a_fixed_day_that_is_no_date_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KASEBOOK_TODAY", "23.11.2026")
    with pytest.raises(UserError, match="not a date"):
        settings.today()


def test_without_a_fixed_day_today_is_a_day_of_this_century() -> None:
    assert settings.today() > date(2025, 1, 1)
