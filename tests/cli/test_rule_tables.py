"""Notes are listed, and two packs are compared."""

from pathlib import Path

import pytest

import resources
from tests.cli.conftest import Run


@pytest.fixture
def newer(tmp_path: Path) -> str:
    text = resources.text("rules/k.toml").replace("freshness_days = 365", "freshness_days = 300")
    head, *items = text.split("[[item]]")
    (tmp_path / "newer.toml").write_text("[[item]]".join([head, *items[1:]]), encoding="utf-8")
    return str(tmp_path / "newer.toml")


def test_a_pack_is_compared_with_a_file(bare: Run, newer: str) -> None:
    found = bare("rules", "diff", "CN-K", newer, "--json").json
    assert [(each["kind"], each["item"]) for each in found] == [
        ("changed", "K-ELG-04"),
        ("removed", "K-INT-04"),
    ]
    assert found[0]["fields"] == {"freshness_days": {"old": 365, "new": 300}}


def test_the_difference_is_told_in_words(bare: Run, newer: str) -> None:
    said = bare("rules", "diff", "CN-K", newer).out
    assert "changed  K-ELG-04  Standing of the institution assessed" in said
    assert "    freshness_days: 365 → 300" in said
    assert bare("rules", "diff", "CN-K", "CN-K").out == "Nothing differs.\n"


def test_a_pack_that_is_not_there_is_the_users_error(bare: Run) -> None:
    assert bare("rules", "diff", "CN-K", "CN-M").code == 2


def test_two_packs_differ_in_every_item(bare: Run) -> None:
    kinds = {each["kind"] for each in bare("rules", "diff", "CN-S1", "CN-S2", "--json").json}
    assert kinds == {"changed", "removed"}


def test_notes_carry_their_label(bare: Run) -> None:
    found = bare("rules", "notes", "--json").json
    assert len(found) == 24
    wrong = next(each for each in found if each["id"] == "wrong-invitation")
    assert (wrong["topic"], wrong["basis"], wrong["answer"]["zh-CN"]) == (
        "misinformation",
        "UNVERIFIED",
        "错误：无须邀请人。",
    )
    assert "Told wrongly · UNVERIFIED" in bare("rules", "notes").out
