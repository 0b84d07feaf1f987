"""The office's checklist: everything, with basis, evidence, who and when, and room for initials."""

from dataclasses import replace
from pathlib import Path

import pytest

from app import pdf
from app.pdf.tree import LANGUAGES, Note, Table
from tests.pdf import golden, reading, samples, samples_office


def test_every_page_says_what_it_is_and_under_which_rules() -> None:
    pages = reading.text(pdf.made(samples_office.office_checklist(), language="en"))
    assert "Office record, not for submission" in pages
    assert f"Rules {samples.HEAD.rule_version} {samples.HEAD.rule_set[:12]}" in pages


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_forty_lines_take_four_pages_or_five_in_both(language: str, paper: str, tmp_path: Path) -> None:
    value = samples_office.office_checklist()
    data = pdf.made(replace(value, sections=value.sections * 2), language=language, paper=paper)
    assert len(reading.pages(data, "pdfium", tmp_path)) <= (5 if language == "both" else 4)


def test_a_line_says_basis_evidence_who_when_and_where_the_paper_is() -> None:
    text = reading.text(pdf.made(samples_office.office_checklist(), language="en"))
    for said in ("K-DOC-02 · Required · client’s", "inference · Visa form", "Original with seal, and a copy"):
        assert said in text
    for said in ("chased 2026-11-16", "due 2026-12-04", "Checked by us · Good", "In our office"):
        assert said in text


def test_a_paper_given_back_says_why() -> None:
    text = reading.text(pdf.made(samples_office.office_checklist(), language="en"))
    assert "Given back because: The seal on page 2" in text


def test_lines_that_hang_on_an_answer_stand_in_the_box_and_in_no_list() -> None:
    blocks = pdf.document(samples_office.office_checklist(), language="en").blocks
    (box, *_) = (block for block in blocks if isinstance(block, Note))
    assert golden.said(box.paragraphs[0]).endswith("– No-criminal-record certificate")
    rows = sum(len(block.rows) for block in blocks if isinstance(block, Table))
    assert rows == 19


def test_there_is_a_column_to_sign_in() -> None:
    (first, *_) = (
        block for block in pdf.document(samples_office.office_checklist()).blocks if isinstance(block, Table)
    )
    assert [column.kind for column in first.columns] == ["box", "text", "text", "blank"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_at_all_is_printed_too(language: str) -> None:
    value = replace(samples_office.office_checklist(samples.bare_head()), sections=())
    assert pdf.made(value, language=language).startswith(b"%PDF-")
