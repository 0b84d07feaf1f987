"""Families from the command line."""

from tests.cli.conftest import PERSON, Run


def test_a_dependants_case_is_linked_flagged_seen_and_unlinked(run: Run, case: str, add: Run) -> None:
    child = add(PERSON.replace("Ananya", "Second").replace("Z0000001", "Z0000002"), "second.toml").json["id"]
    other = run("case", "open", child, "--category", "S2", "--post", "new-delhi", "--json").json["number"]
    told = run("case", "family", other, "--principal", case, "--role", "child", "--json").json
    assert [(each["number"], each["role"]) for each in told] == [(case, "principal"), (other, "child")]
    assert run("case", "family", case, "--principal", other).code == 2
    assert run("case", "set", case, "planned_entry=2026-12-28").code == 0
    assert "2026-12-28" in run("case", "family", other).out
    assert run("case", "family", other, "--seen", case, "--json").json[0]["changed"] == []
    assert run("case", "family", other, "--unlink", "--json").json == []
