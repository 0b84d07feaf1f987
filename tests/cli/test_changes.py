"""Many cases changed from the command line."""

from tests.cli.conftest import Run


def test_a_change_is_previewed_and_then_made(run: Run, case: str) -> None:
    asked = ("case", "change", "stage:enquiry", "planned_filing=+2w", "--json")
    seen = run(*asked, "--preview").json
    assert [(line["before"], line["after"], line["changes"]) for line in seen] == [("", "2026-12-07", True)]
    assert "planned_filing" not in run("case", "show", case, "--json").json
    run(*asked)
    assert run("case", "show", case, "--json").json["planned_filing"] == "2026-12-07"


def test_labels_are_added_and_removed(run: Run, case: str) -> None:
    run("case", "change", "", "labels+=urgent,加急")
    assert run("case", "change", "label:urgent", "labels-=urgent", "--json").json[0]["after"] == "加急"


def test_a_case_that_cant_be_changed_so_is_named_with_the_reason(run: Run, case: str) -> None:
    line = run("case", "change", "", "stage=decided", "--json").json[0]
    assert "Possible now" in line["refusal"] or "can't go" in line["refusal"]
    assert not line["changes"]


def test_what_is_no_change_is_an_error(run: Run, case: str) -> None:
    for typed in ("owner", "color=red", "owner=nobody", "stage=gone", "planned_filing=soon"):
        assert run("case", "change", "", typed).code == 2


def test_lines_of_checklists_are_changed_across_cases(run: Run, case: str) -> None:
    asked = ("case", "change", "", "item.due_on=+7", "--items", "k-doc-01,K-DOC-07", "--json")
    told = run(*asked).json
    assert [(line["before"], line["after"], line["changes"]) for line in told] == [
        ("", "2026-11-30", True)
    ] * 2
    waive = ("case", "change", "", "item.state=waived", "--items", "K-DOC-07")
    assert "Say why" in run(*waive).out
    assert run(*waive, "--reason", "Not asked", "--json").json[0]["changes"]
    assert run("case", "change", "", "item.due_on=+7").code == 2
    assert run("case", "change", "", "item.responsible=nobody", "--items", "K-DOC-07").code == 2
