"""Two rule packs compared from the command line."""

from pathlib import Path

import resources
from tests.cli.conftest import Run


def changed(folder: Path) -> Path:
    """Write the shipped K pack with one copy more of one item, and one item's code changed."""
    text = resources.text("rules/k.toml")
    text = text.replace('id = "K-INT-05"', 'id = "K-INT-95"').replace("copies = 1\n", "copies = 3\n", 1)
    file = folder / "k-new.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_difference_is_told_item_by_item(bare: Run, tmp_path: Path) -> None:
    file = str(changed(tmp_path))
    found = bare("rules", "diff", "CN-K", file, "--today", "2026-11-23", "--json").json
    kinds = {each["id"]: each["change"] for each in found}
    assert kinds == {"K-INT-95": "added", "K-INT-05": "removed", "K-INT-01": "changed"}
    one = next(each for each in found if each["id"] == "K-INT-01")
    assert (one["fields"], one["old"]["copies"], one["new"]["copies"]) == (["copies"], 1, 3)
    said = bare("rules", "diff", "cn-k", file, "--today", "2026-11-23").out
    assert "    copies: 1 → 3" in said


def test_the_same_pack_has_no_difference_and_an_unknown_one_is_refused(bare: Run) -> None:
    assert bare("rules", "diff", "CN-K", "CN-K", "--today", "2026-11-23").out == "Both have the same items.\n"
    assert bare("rules", "diff", "CN-K", "nowhere.toml").code == 2
