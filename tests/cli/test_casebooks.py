"""A casebook is made, checked, copied and brought back; every trouble has its words and its code."""

import os
import shutil
from pathlib import Path

import pytest

from app.settings import Settings
from tests.cli.conftest import PASSPHRASE, Run


def test_a_new_casebook_shows_its_recovery_key_once_and_it_opens_it(
    bare: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = bare("create", str(tmp_path / "Firm"), "--firm", "虚构事务所", "--json").json
    assert made["casebook"] == str(tmp_path / "Firm.kasebook")
    monkeypatch.setenv("KASEBOOK_PASSPHRASE", made["recovery_key"].lower().replace("-", " "))
    assert bare("--casebook", made["casebook"], "--user", "recovery", "client", "list").code == 0


def test_nothing_that_is_there_is_touched(bare: Run, path: Path) -> None:
    before = (path / "casebook.db").read_bytes()
    assert bare("create", str(path), "--firm", "Another").code == 2
    assert (path / "casebook.db").read_bytes() == before


def test_a_short_passphrase_is_refused_and_nothing_is_made(
    bare: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KASEBOOK_PASSPHRASE", "short")
    assert bare("create", str(tmp_path / "Firm"), "--firm", "F").code == 2
    assert list(tmp_path.iterdir()) == []


def test_a_sound_casebook_is_verified(run: Run, case: str) -> None:
    answer = run("verify", "--json").json
    assert answer["ok"] is True
    assert answer["operations"] == 3


def test_a_backup_comes_back_as_a_casebook_of_its_own(run: Run, bare: Run, case: str, tmp_path: Path) -> None:
    made = run("backup", str(tmp_path / "second"), "--json").json
    back = bare("restore", made["path"], str(tmp_path / "Back"), "--json")
    assert back.code == 0
    cases = bare("--casebook", str(tmp_path / "Back.kasebook"), "case", "list", "--json").json
    assert [each["number"] for each in cases] == [case]


def test_a_backup_goes_to_the_folder_set_in_preferences(run: Run, path: Path, tmp_path: Path) -> None:
    assert run("backup").code == 2
    Settings().backup_folders = {str(path): str(tmp_path / "usual")}
    assert run("backup").code == 0
    assert len(list((tmp_path / "usual").iterdir())) == 1


def test_a_restore_never_goes_over_a_casebook(run: Run, bare: Run, path: Path, tmp_path: Path) -> None:
    made = run("backup", str(tmp_path), "--json").json
    assert bare("restore", made["path"], str(path)).code == 2


@pytest.mark.parametrize("command", [("client", "list"), ("verify",), ("backup", "x")])
def test_without_a_casebook_named_the_option_is(bare: Run, command: tuple[str, ...]) -> None:
    answer = bare(*command)
    assert answer.code == 2
    assert "--casebook" in answer.error


def test_a_wrong_passphrase_is_the_users_error(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KASEBOOK_PASSPHRASE", "incorrect horse")
    answer = run("client", "list")
    assert answer.code == 2
    assert "“ana”" in answer.error
    assert "incorrect horse" not in answer.error


def test_a_user_who_is_not_there_is_the_users_error(run: Run) -> None:
    assert run("client", "list", "--user", "ben").code == 2


def test_a_folder_without_a_casebook_is_found_out(bare: Run, tmp_path: Path) -> None:
    answer = bare("--casebook", str(tmp_path / "None.kasebook"), "client", "list")
    assert answer.code == 3
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_is_left_as_it_is(run: Run, path: Path) -> None:
    (path / "casebook.db").write_bytes(b"")
    assert run("client", "list").code == 3
    assert (path / "casebook.db").read_bytes() == b""


def test_a_foreign_file_is_told_from_a_casebook(run: Run, path: Path) -> None:
    (path / "casebook.db").write_bytes(b"SQLite format 3\0" + bytes(8000))
    assert run("client", "list").code == 3


def test_a_damaged_page_is_found_by_verify(run: Run, case: str, path: Path) -> None:
    data = bytearray((path / "casebook.db").read_bytes())
    data[len(data) // 2] ^= 1
    (path / "casebook.db").write_bytes(data)
    answer = run("verify")
    assert answer.code == 3
    assert "damaged" in answer.error


def test_a_missing_key_file_is_told(run: Run, path: Path) -> None:
    (path / "keyslots.json").unlink()
    assert run("client", "list").code == 3


def test_a_server_is_not_taken_for_a_folder(bare: Run) -> None:
    answer = bare("--casebook", "postgresql://server/firm", "client", "list")
    assert answer.code == 2
    assert "server" in answer.error


def test_a_casebook_can_be_moved(bare: Run, path: Path, tmp_path: Path) -> None:
    shutil.move(path, tmp_path / "Elsewhere.kasebook")
    assert bare("--casebook", str(tmp_path / "Elsewhere.kasebook"), "client", "list").code == 0


def test_a_place_that_can_not_be_written_is_no_bug(bare: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    answer = bare("create", str(tmp_path / "file" / "Firm"), "--firm", "F")
    assert answer.code in (2, 3)
    assert PASSPHRASE not in answer.error


@pytest.fixture
def backed_up(run: Run, case: str, path: Path, tmp_path: Path) -> Path:
    Settings().backup_folders = {str(path): str(tmp_path / "usual")}
    return Path(run("backup", "--json").json["path"])


def test_damage_names_the_last_verified_backup_and_the_way_back(
    run: Run, path: Path, backed_up: Path
) -> None:
    (path / "casebook.db").write_bytes(b"")
    answer = run("client", "list")
    assert answer.code == 3
    assert "Last verified backup: " in answer.error
    assert f"kasebook restore “{backed_up}” NEW" in answer.error


def test_damage_without_a_backup_says_that_none_is_known(run: Run, path: Path) -> None:
    (path / "casebook.db").write_bytes(b"")
    assert "No verified backup of it is known" in run("client", "list").error


def test_a_casebook_that_can_not_be_written_is_copied(
    run: Run, bare: Run, case: str, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path / "casebook.db-wal").mkdir()  # SQLite can't open it, as in a folder that can't be written
    with monkeypatch.context() as patch:
        patch.setattr(os, "access", lambda _place, mode: mode != os.W_OK)
        answer = run("client", "list")
    assert answer.code == 3
    assert "read-only" in answer.error
    assert "copy NEW" in answer.error
    assert run("copy", str(tmp_path / "Copy")).code == 0
    assert bare("--casebook", str(tmp_path / "Copy.kasebook"), "case", "list").code == 0
