"""Two rule packs compared from the command line."""

from pathlib import Path

import resources
from tests.cli.conftest import Run

COPIED, RENAMED = "K-DOC-05", "K-DOC-06"


def changed(folder: Path) -> Path:
    """Write the shipped K pack with two copies more of one item, and one item's code changed."""
    text = resources.text("rules/k.toml")
    before, after = text.split(f'id = "{COPIED}"', 1)
    text = f'{before}id = "{COPIED}"{after.replace("copies = 1", "copies = 3", 1)}'
    text = text.replace(f'id = "{RENAMED}"', 'id = "K-DOC-95"')
    file = folder / "k-new.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_difference_is_told_item_by_item(bare: Run, tmp_path: Path) -> None:
    file = str(changed(tmp_path))
    found = bare("rules", "diff", "CN-K", file, "--today", "2026-11-23", "--json").json
    kinds = {each["id"]: each["change"] for each in found}
    assert kinds == {"K-DOC-95": "added", RENAMED: "removed", COPIED: "changed"}
    one = next(each for each in found if each["id"] == COPIED)
    assert (one["fields"], one["old"]["copies"], one["new"]["copies"]) == (["copies"], 1, 3)
    said = bare("rules", "diff", "cn-k", file, "--today", "2026-11-23").out
    assert "    copies: 1 → 3" in said


def test_the_same_pack_has_no_difference_and_an_unknown_one_is_refused(bare: Run) -> None:
    assert bare("rules", "diff", "CN-K", "CN-K", "--today", "2026-11-23").out == "Both have the same items.\n"
    assert bare("rules", "diff", "CN-K", "nowhere.toml").code == 2
