"""The checklist is shown as scripts expect it, and its lines move."""

from typing import Any

from app.domain.item_records import ItemState
from tests.cli.conftest import PERSON, Run

KEYS = {"id", "title", "stage", "need", "state", "basis", "source", "why"}


def line(run: Run, case: str, item: str, number: int = 1) -> Any:
    found = [each for each in run("case", "checklist", case, "--json").json if each["id"] == item]
    return found[number - 1]


def test_each_line_has_the_keys_and_both_languages(run: Run, case: str) -> None:
    lines = run("case", "checklist", case, "--json").json
    assert len(lines) > 30
    for each in lines:
        assert set(each) >= KEYS
        assert set(each["title"]) == {"en", "zh-CN"}
        assert each["state"] in {*(state.value for state in ItemState), "ask"}
        assert each["source"].startswith("[")
        assert each["why"]


def test_an_open_question_is_asked_and_an_answer_settles_it(run: Run, case: str) -> None:
    assert line(run, case, "K-DOC-03")["state"] == "ask"
    assert "limb" in line(run, case, "K-DOC-03")["why"]
    run("case", "set", case, "limb=graduate")
    assert line(run, case, "K-DOC-03")["state"] == "needed"


def test_lines_that_do_not_apply_are_left_out_unless_asked_for(run: Run, case: str) -> None:
    run("case", "set", case, "limb=graduate")
    assert "K-DOC-06" not in {each["id"] for each in run("case", "checklist", case, "--json").json}
    every = run("case", "checklist", case, "--all", "--json").json
    assert [each["applies"] for each in every if each["id"] == "K-DOC-06"] == ["no"]


def test_a_line_is_moved(run: Run, case: str) -> None:
    answer = run("case", "item", case, "k-doc-01", "accepted", "--json")
    assert answer.json["items"] == ["K-DOC-01"]
    assert answer.json["progress"]["checked"] == 1
    assert line(run, case, "K-DOC-01")["state"] == "accepted"


def test_several_lines_move_together_or_not_at_all(run: Run, case: str) -> None:
    assert run("case", "item", case, "K-DOC-01,K-DOC-02", "received").code == 0
    assert run("case", "item", case, "K-DOC-01,K-NOPE", "accepted").code == 2
    assert line(run, case, "K-DOC-01")["state"] == "received"


def test_a_return_needs_its_reason(run: Run, case: str) -> None:
    run("case", "item", case, "K-DOC-02", "received")
    assert "Say why" in run("case", "item", case, "K-DOC-02", "returned").error
    assert run("case", "item", case, "K-DOC-02", "returned", "--reason", "照片太旧").code == 0


def test_a_move_that_makes_no_sense_says_what_is_possible(run: Run, case: str) -> None:
    answer = run("case", "item", case, "K-DOC-01", "returned", "--reason", "x")
    assert answer.code == 2
    assert "Possible now" in answer.error


def test_what_the_paper_says_is_recorded_with_the_move(run: Run, case: str) -> None:
    words = ("--set", "issuer=Fictional Office", "--set", "issued_on=2 Nov 2026", "--set", "copies=2")
    assert run("case", "item", case, "K-DOC-02", "received", *words).code == 0
    assert run("case", "item", case, "K-DOC-02", "received", "--set", "copies=3").code == 0
    assert run("case", "item", case, "K-DOC-02", "received", "--set", "colour=red").code == 2
    assert run("case", "item", case, "K-DOC-02", "received", "--set", "issued_on=2 Nov 2027").code == 2


def test_a_line_that_repeats_needs_to_be_told_which(run: Run, add: Run) -> None:
    master = (
        PERSON
        + '[[education]]\ncountry = "IN"\nlevel = "master"\ndegree = "Master of Technology"\nawarded = true'
    )
    add(master)
    case = run("case", "open", "Z0000001", "--category", "K", "--post", "new-delhi", "--json").json["number"]
    assert "2 lines" in run("case", "item", case, "K-DOC-03", "received").error
    assert run("case", "item", case, "K-DOC-03", "received", "--repeat", "2").code == 0
    assert line(run, case, "K-DOC-03", 2)["state"] == "received"
    assert run("case", "item", case, "K-DOC-03", "requested", "--repeat", "bachelor").code == 0
    assert line(run, case, "K-DOC-03", 1)["state"] == "requested"
    for wrong in ("0", "3", "doctor"):
        assert run("case", "item", case, "K-DOC-03", "requested", "--repeat", wrong).code == 2


def test_the_table_shows_every_line_and_the_progress(run: Run, case: str) -> None:
    out = run("case", "checklist", case).out
    assert "K-DOC-01" in out
    assert "papers checked" in out
