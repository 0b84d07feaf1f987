"""Signed packs on the command line: written, looked at, taken in."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.services.test_pack_files import a_pack


def test_an_export_is_looked_at_and_taken_in_elsewhere(run: Run, case: str, tmp_path: Path) -> None:
    file = tmp_path / "theirs.kbpack"
    file.write_bytes(a_pack(tmp_path / "other"))
    said = run("rules", "import", str(file), "--json").json
    assert (said["firm"], said["trusted"], said["taken_in"]) == ("另一家虚构事务所", False, False)
    assert [entry["effect"] for entry in said["entries"]] == ["new"] * 4
    assert "4 entries taken in." in run("rules", "import", str(file), "--accept", "--trust").out
    again = run("rules", "import", str(file), "--json").json
    assert again["trusted"]
    assert {entry["effect"] for entry in again["entries"]} == {"there"}


def test_our_own_rules_are_written_to_a_file(run: Run, case: str, tmp_path: Path) -> None:
    file = tmp_path / "ours.kbpack"
    assert run("rules", "export", str(file)).code == 2
    assert not file.exists()
    run("rules", "checked", "new-delhi")
    assert run("rules", "export", str(file), "--json").json["bytes"] == file.stat().st_size
    assert run("rules", "import", str(file), "--json").json["own"]


def test_an_unknown_signer_is_said(
    run: Run, case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "theirs.kbpack"
    file.write_bytes(a_pack(tmp_path / "other"))
    assert "Fingerprint" in run("rules", "import", str(file)).out


def test_a_file_that_is_none_is_refused_with_one_line(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "photo.jpg"
    file.write_bytes(b"\xff\xd8\xff")
    assert run("rules", "import", str(file)).error == "“photo.jpg” is not a pack file."
    assert run("rules", "import", str(tmp_path / "nowhere")).code == 2
