"""``pathways``: the same facts side by side."""

from pathlib import Path

from tests.cli.conftest import Run
from tests.cli.test_screening import facts


def test_four_pathways_are_compared(bare: Run, tmp_path: Path) -> None:
    found = bare("pathways", facts(tmp_path), "--today", "2026-11-23", "--json").json
    assert [each["id"] for each in found["pathways"]] == ["K", "R", "Z", "H-1B"]
    k, _r, _z, h1b = found["pathways"]
    assert (k["certainty"], k["stale"], k["fees_known"], k["earliest"]) == ("low", False, False, None)
    assert h1b["stale"] is True
    assert k["papers_missing"][0]["zh-CN"]
    assert {"met", "not_met", "unknown", "missing", "rows"} <= set(k)
    assert found["notes"][0]["effective_to"] == "2026-12-31"


def test_no_word_promises_anything(bare: Run, tmp_path: Path) -> None:
    out = bare("pathways", facts(tmp_path)).out
    assert "K, young talent" in out
    assert "%" not in out


def test_it_speaks_chinese(bare: Run, tmp_path: Path) -> None:
    assert (
        "免签先行考察" in bare("pathways", facts(tmp_path), "--language", "zh", "--today", "2026-11-23").out
    )


def test_a_case_is_compared(run: Run, case: str) -> None:
    found = run("pathways", "--case", case, "--json").json
    assert found["pathways"][0]["met"][0]["id"] == "K-Q04"


def test_neither_file_nor_case_is_the_users_error(bare: Run) -> None:
    assert bare("pathways").code == 2
