"""What the firm prints about itself is shown and changed, its logo too."""

from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # it carries no types
import pytest

from tests import pictures
from tests.cli.conftest import Run


def test_fields_are_set_and_shown(run: Run) -> None:
    assert run("firm", "set", "phone=+65 6000 0000", "address=1 Sample Road\nSampleville").code == 0
    found = run("firm", "show", "--json").json
    assert (found["phone"], found["address"]) == ("+65 6000 0000", "1 Sample Road\nSampleville")
    assert "1 Sample Road / Sampleville" in run("firm", "show").out


@pytest.mark.parametrize("text", ["phone", "version=9", "=x", "name= ", "case_prefix=1-"])
def test_what_can_not_be_set_is_refused(run: Run, text: str) -> None:
    assert run("firm", "set", text).code == 2


def test_a_logo_is_set_printed_and_removed(run: Run, case: str, tmp_path: Path) -> None:
    (tmp_path / "logo.jpg").write_bytes(pictures.jpeg())
    assert run("firm", "logo", str(tmp_path / "logo.jpg")).code == 0
    assert run("firm", "show", "--json").json["logo"] is True
    run("print", "summary", case, "-o", str(tmp_path / "a.pdf"))
    kinds = [each.type for each in pypdfium2.PdfDocument(tmp_path / "a.pdf")[0].get_objects()]
    assert pypdfium2.raw.FPDF_PAGEOBJ_IMAGE in kinds
    assert run("firm", "logo", "--remove").code == 0
    assert run("firm", "show", "--json").json["logo"] is False


def test_what_is_no_picture_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_text("none", encoding="utf-8")
    assert run("firm", "logo", str(tmp_path / "logo.png")).code == 2
    assert run("firm", "logo", str(tmp_path / "nowhere.png")).code == 2


def test_a_picture_and_remove_exclude_each_other(run: Run, tmp_path: Path) -> None:
    assert run("firm", "logo").code == 2
    assert run("firm", "logo", str(tmp_path / "logo.png"), "--remove").code == 2
