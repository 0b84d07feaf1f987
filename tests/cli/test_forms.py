"""The form from the command line: compared, signed off by a colleague, submitted, printed as filed."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

NEW = "four other words here"


@pytest.fixture
def with_ben(run: Run, case: str, tmp_path: Path) -> Run:
    file = tmp_path / "new.txt"
    file.write_text(f"{NEW}\n", encoding="utf-8")
    assert run("user", "add", "ben", "--name", "Ben Example", "--new-passphrase-file", str(file)).code == 0
    return run


def test_the_form_goes_once_a_colleague_has_read_it(
    with_ben: Run, case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert with_ben("case", "sign-off", case).code == 2
    assert with_ben("case", "submit", case).code == 2
    with monkeypatch.context() as patched:
        patched.setenv("KASEBOOK_PASSPHRASE", NEW)
        assert with_ben("case", "sign-off", case, "--user", "ben").code == 0
    answer = with_ben("case", "submit", case, "--json").json
    assert answer["number"] == 1
    told = with_ben("case", "form", case, "--json").json
    assert told["filed"][0]["sha256"] == answer["sha256"]
    assert told["second_look"]["reader"] == "Ben Example"
    assert with_ben("case", "set", case, "requested_stay_days=30").code == 0
    assert "Longest stay (days)" in with_ben("case", "form", case).out
    file = tmp_path / "filed.pdf"
    assert with_ben("print", "data-sheet", case, "--filed", "1", "-o", str(file)).code == 0
    assert with_ben("print", "data-sheet", case, "--filed", "2", "-o", str(file)).code == 2


def test_a_self_check_takes_its_time(run: Run, case: str) -> None:
    assert run("case", "self-check", case).code == 0
    refused = run("case", "self-check", case, "--end")
    assert refused.code == 2
    assert "at least" in refused.error


def test_a_zone_that_is_none_is_refused(run: Run, case: str, tmp_path: Path) -> None:
    file = tmp_path / "zone.txt"
    file.write_text("not a zone", encoding="utf-8")
    assert run("case", "form", case, "--zone", str(file)).code == 2
