"""Questions to posts are listed, answered and checked from the command line."""

from pathlib import Path

from tests.cli.conftest import Run

FACT = "post.requires_degree_auth"


def test_open_questions_are_listed_and_an_answer_settles_one(run: Run, case: str) -> None:
    asked = run("rules", "questions", "--json").json
    mine = next(each for each in asked if each["fact"] == FACT)
    assert (mine["state"], mine["value"], mine["cases"]) == ("unknown", None, ["KB-2026-0001"])
    said = run("rules", "answer", "new-delhi", FACT, "no", "--source", "Mail", "--on", "2026-11-20")
    assert said.out == "Recorded for 1 open case.\n"
    assert FACT not in {each["fact"] for each in run("rules", "questions", "--json").json}
    known = run("rules", "questions", "--all", "--post", "new-delhi", "--json").json
    mine = next(each for each in known if each["fact"] == FACT)
    assert (mine["value"]["en"], mine["checked_on"]) == ("No", "2026-11-20")


def test_an_answer_keeps_the_text_of_a_file(run: Run, case: str, tmp_path: Path) -> None:
    file = tmp_path / "notice.txt"
    file.write_text("通知：无需认证", encoding="utf-8")
    words = ("rules", "answer", "new-delhi", FACT, "no", "--source", "Notice", "--capture", str(file))
    assert run(*words, "--json").json == {"post": "new-delhi", "cases": ["KB-2026-0001"]}


def test_checked_without_change_is_one_command(run: Run, case: str) -> None:
    assert run("rules", "checked", "new-delhi").out == "Recorded for 1 open case.\n"


def test_what_cant_be_is_refused_with_one_line(run: Run, case: str) -> None:
    assert run("rules", "answer", "atlantis", FACT, "no", "--source", "x").code == 2
    assert run("rules", "answer", "new-delhi", FACT, "maybe", "--source", "x").code == 2
    future = run("rules", "checked", "new-delhi", "--on", "2030-01-01")
    assert (future.code, future.error) == (2, "This can't lie in the future.")


def test_the_table_is_empty_in_words(run: Run) -> None:
    assert run("rules", "questions").out == "No open case waits for an answer.\n"
