"""``screen``: facts of a file or a case, and a confirmation in somebody's name."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

FACTS = """
post = "new-delhi"
birth_date = 1998-04-02
nationality = ["IN"]
former_nationalities = []
limb = "graduate"
[degree]
level = "master"
mode = "on_site"
field = "core"
"""


def facts(folder: Path, text: str = FACTS, name: str = "facts.toml") -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


def test_a_file_of_facts_is_screened_without_a_casebook(bare: Run, tmp_path: Path) -> None:
    found = bare("screen", facts(tmp_path), "--today", "2026-11-23", "--json").json
    assert found["outcome"] == "information_missing"
    assert len(found["reasons"]) == 20
    first = found["reasons"][0]
    assert {"question", "result", "text", "basis", "source"} <= set(first)
    assert (first["question"], first["result"], first["source"]) == ("K-Q01", "meets", "[L1] Art. 89")
    assert "funds" in found["missing"]
    assert found["confirmed"] is None


def test_a_published_age_decides(bare: Run, tmp_path: Path) -> None:
    path = facts(tmp_path, "birth_date = 1966-04-02\n[post]\nk_age_max = 45\n")
    found = bare("screen", path, "--today", "2026-11-23", "--json").json
    assert found["outcome"] == "does_not_meet"


def test_what_is_said_is_said_in_chinese_too(bare: Run, tmp_path: Path) -> None:
    answer = bare("screen", facts(tmp_path), "--language", "zh")
    assert "需使领馆确认" in answer.out
    assert "Needs" not in answer.out


def test_json_is_read_as_well(bare: Run, tmp_path: Path) -> None:
    path = facts(tmp_path, '{"chinese_national": true}', "facts.json")
    assert bare("screen", path, "--json").json["outcome"] == "does_not_meet"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('limbs = "graduate"', "limb"),
        ('limb = "wizard"', "limb"),
        ('post = "atlantis"', "atlantis"),
        ('category = "L"', "L"),
        ("category = 3", "category"),
        ("[[", "TOML"),
        ("birth_date = 1998-04-02\nage_on_filing = 77", "77"),
    ],
)
def test_a_wrong_file_is_the_users_error_and_says_where(
    bare: Run, tmp_path: Path, text: str, told: str
) -> None:
    answer = bare("screen", facts(tmp_path, text))
    assert answer.code == 2
    assert told in answer.error


@pytest.mark.parametrize("text", ["[1]", "{", "null"])
def test_broken_json_is_the_users_error(bare: Run, tmp_path: Path, text: str) -> None:
    assert bare("screen", facts(tmp_path, text, "facts.json")).code == 2


def test_a_file_or_a_case_has_to_be_named(bare: Run, tmp_path: Path) -> None:
    assert bare("screen").code == 2
    assert bare("screen", facts(tmp_path), "--case", "KB-2026-0001").code == 2
    assert bare("screen", facts(tmp_path), "--confirm").code == 2


def test_a_case_is_screened_and_confirmed_in_ones_name(run: Run, case: str) -> None:
    assert run("screen", "--case", case, "--json").json["confirmed"] is None
    found = run("screen", "--case", case, "--confirm", "--note", "by telephone", "--json").json["confirmed"]
    assert (found["by"], found["note"], found["stands"]) == ("Ana Sample", "by telephone", True)
    run("case", "set", case, "funds=weak")
    assert run("screen", "--case", case, "--json").json["confirmed"]["stands"] is False
    assert "changed since" in run("screen", "--case", case).out
