"""Rule packs are listed, and files of one's own are checked."""

from pathlib import Path

import resources
from tests.cli.conftest import Run


def test_the_list_has_seven_keys_and_counts(bare: Run) -> None:
    found = bare("rules", "list", "--json").json
    keys = ["id", "category", "version", "items", "questions", "deadlines", "checked_on"]
    assert all(list(each) == keys for each in found)
    listed = {each["id"]: (each["category"], each["items"]) for each in found}
    assert listed["CN-COMMON"] == ("K, R, Z, S1, S2", 22)
    assert listed["CN-K"] == ("K", 20)
    assert listed["CN-S"] == ("S1, S2", 8)
    assert {each["id"]: each["deadlines"] for each in found if each["deadlines"]} == {"CN-DEADLINES": 20}


def test_every_shipped_file_can_be_used(bare: Run) -> None:
    folders = [resources.path(name) for name in ("rules", "posts", "tables")]
    answer = bare("rules", "check", "--json")
    assert answer.code == 0
    assert {each["file"] for each in answer.json} == {
        f.name for folder in folders for f in folder.glob("*.toml")
    }
    assert {each["problem"] for each in answer.json} == {None}


def test_a_wrong_file_is_told_by_file_item_and_key(bare: Run, tmp_path: Path) -> None:
    pack = resources.text("rules/k.toml").replace('audience = "client"', 'audience = "nobody"', 1)
    (tmp_path / "own.toml").write_text(pack, encoding="utf-8")
    answer = bare("rules", "check", str(tmp_path / "own.toml"))
    assert answer.code == 2
    for word in ("own.toml", "K-INT-04", "audience"):
        assert word in answer.error


def test_all_files_are_looked_at(bare: Run, tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text("[[item]\n", encoding="utf-8")
    good = str(resources.path("posts/hanoi.toml"))
    answer = bare("rules", "check", str(tmp_path / "a.toml"), good, str(tmp_path / "b.toml"), "--json")
    assert answer.code == 2
    assert [each["problem"] is None for each in answer.json] == [False, True, False]
    assert "1 more" in answer.error


def test_a_file_that_is_not_there_is_the_users_error(bare: Run, tmp_path: Path) -> None:
    assert bare("rules", "check", str(tmp_path / "none.toml")).code == 2


def test_a_table_of_no_known_kind_is_refused_by_its_key(bare: Run, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('table = "prices"\n', encoding="utf-8")
    answer = bare("rules", "check", str(tmp_path / "own.toml"))
    assert answer.code == 2
    assert "own.toml: table" in answer.error


def test_what_runs_out_is_listed_with_its_day(bare: Run) -> None:
    found = bare("rules", "expiring", "--json", "--today", "2026-12-20").json
    assert (found[0]["state"], found[0]["ids"]) == ("expired", ["H-1B"])
    first = found[1]
    assert (first["state"], first["where"], first["due"], first["days"], first["band"]) == (
        "expiring",
        "fee-reduction",
        "2026-12-31",
        11,
        14,
    )
    assert {each["state"] for each in found} == {"expired", "expiring", "unknown"}
    assert "Fingerprint waiver" in bare("rules", "expiring", "--today", "2027-01-02").out


def test_with_a_casebook_what_the_firm_recorded_is_in_the_list(run: Run) -> None:
    run("rules", "answer", "hanoi", "post.walk_in", "yes", "--source", "Mail", "--until", "2026-12-01")
    found = run("rules", "expiring", "--json").json
    ends = [each["due"] for each in found if each["where"] == "hanoi" and each["ids"] == ["post.walk_in"]]
    assert ends == ["2026-12-01"]
