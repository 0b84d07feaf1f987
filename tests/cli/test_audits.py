"""The owner's lists on the command line."""

from pathlib import Path

from tests.cli.conftest import Run


def test_a_case_without_a_next_date_is_listed(run: Run, case: str, tmp_path: Path) -> None:
    [line] = run("audit", "no-date", "--json").json
    assert (line["case"], line["paper"]) == (case, None)
    assert case in run("audit", "no-date").out
    file = tmp_path / "audit.csv"
    assert run("audit", "no-date", "-o", str(file)).code == 0
    assert case in file.read_text("utf-8-sig")


def test_a_paper_checked_by_who_received_it_is_listed(run: Run, case: str) -> None:
    for state in ("received", "accepted"):
        assert run("case", "item", case, "K-DOC-05", state).code == 0
    [line] = run("audit", "same-hands", "--json").json
    assert line["case"] == case
    assert set(line["paper"]) == {"en", "zh-CN"}
    assert run("audit", "originals", "--json").json == []


def test_a_list_there_is_not_is_the_users_error(run: Run) -> None:
    assert run("audit", "everything").code == 2
