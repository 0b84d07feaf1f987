"""What the PDF tells readers besides its pages: language, title, dates, labels; and that it is in order."""

import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pdfua.validator import Validator

from app import pdf
from app.i18n import Bilingual
from app.pdf.tree import Paragraph
from tests.pdf import samples
from tests.pdf.every import EVERY
from tests.pdf.reading import document, opened


def test_a_chinese_document_says_so() -> None:
    with opened(document(Paragraph(Bilingual("one", "一")), language="zh-CN")) as file:
        assert file.Root.Lang == "zh-CN"
        assert file.docinfo.Title == "标题"


def test_nothing_on_a_page_is_left_unmarked() -> None:
    with pikepdf.open(io.BytesIO(pdf.made(samples.checklist()))) as file:
        for page in file.pages:
            depth = 0
            for instruction in pikepdf.parse_content_stream(page):
                operator = str(instruction.operator)
                depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(operator, 0)
                assert depth or operator not in ("TJ", "f", "S")


def test_title_author_and_date_are_the_cases_own() -> None:
    tree = replace(document(Paragraph("x")), author="Lantern & Ridge")
    with opened(tree) as file:
        assert str(file.docinfo.CreationDate) == "D:20261123091400Z"
        assert str(file.docinfo.Author) == "Lantern & Ridge"
        assert file.Root.ViewerPreferences.DisplayDocTitle
        with file.open_metadata() as found:
            assert found["dc:title"] == "Title"
            assert found["xmp:CreateDate"] == "2026-11-23T09:14:00Z"


def test_pages_are_numbered_as_their_footers_are() -> None:
    with opened(document(Paragraph("x"))) as file:
        assert [page.label for page in file.pages] == ["1"]


@pytest.mark.parametrize("language", ["en", "zh-CN", "both"])
@pytest.mark.parametrize("kind", EVERY)
def test_the_tags_have_no_faults_that_a_program_can_find(kind: str, language: str, tmp_path: Path) -> None:
    path = tmp_path / "print.pdf"
    path.write_bytes(pdf.made(EVERY[kind](samples.HEAD), language=language))
    report = Validator().validate(str(path))
    assert [str(finding) for finding in report.findings] == []
    # This rule trips over pikepdf 10.18; ``test_structure`` stands in for it.
    assert {each.rule_id for each in report.outcomes if each.skipped_reason} <= {"UA-14-001"}


@pytest.mark.parametrize("profile", pdf.PROFILES)
@pytest.mark.parametrize("kind", EVERY)
def test_the_file_is_in_order(kind: str, profile: str, tmp_path: Path) -> None:
    """pikepdf carries qpdf's own check; Debian's qpdf, where it is installed, is an older one to ask too."""
    data = pdf.made(EVERY[kind](samples.HEAD), profile=profile)
    with pikepdf.open(io.BytesIO(data)) as file:
        assert file.check_pdf_syntax() == []
    if qpdf := shutil.which("qpdf"):
        path = tmp_path / "print.pdf"
        path.write_bytes(data)
        told = subprocess.run([qpdf, "--check", str(path)], capture_output=True, text=True, check=True)
        assert "No syntax or stream encoding errors found" in told.stdout
        assert told.stderr == ""
