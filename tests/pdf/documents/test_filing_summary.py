"""The filing summary: an office record with all that is known, and nothing sensitive unless ticked in."""

from dataclasses import replace
from pathlib import Path

import pytest

from app import pdf
from app.domain.filing.summary import FilingSummary, SensitiveLine
from app.i18n import Bilingual
from tests.pdf import golden, reading, samples


def test_the_whole_document_is_as_last_agreed() -> None:
    found = golden.dump(pdf.document(samples.summary(), language="en"))
    assert found == (golden.FOLDER / "filing_summary.txt").read_text(encoding="utf-8")


def test_every_page_is_an_office_record_with_its_case_data_and_rules(tmp_path: Path) -> None:
    data = pdf.made(samples.summary(), language="en")
    pages = reading.pages(data, "pdfium", tmp_path)
    for number, page in enumerate(pages, start=1):
        text = " ".join(page)
        assert "Office record, not for submission" in text
        assert "K-2026-0017" in text
        assert "Data as of 2026-11-23 09:14 UTC" in text
        assert "k-2026.2 3f9a1c0b77d2, checked 2026-11-02" in text
        assert f"Page {number} of {len(pages)}" in text


def test_validity_and_stay_are_labelled_in_full() -> None:
    text = reading.text(pdf.made(samples.summary()))
    assert "Validity (enter before)" in text
    assert "停留期" in text


def test_every_paper_of_the_register_carries_its_basis() -> None:
    text = reading.text(pdf.made(samples.summary(), language="en"))
    for mark in ("official", "post", "inference", "practice", "unverified"):
        assert f"· {mark}" in text


def test_sensitive_answers_print_only_when_they_were_ticked_in() -> None:
    answer = SensitiveLine(question=Bilingual("Ever refused?", "是否被拒签?"), answer=Bilingual("No", "否"))
    assert "Section 8" not in reading.text(pdf.made(samples.summary(), language="en"))
    ticked = replace(samples.summary(), sensitive=(answer,))
    assert "Section 8 answers Question Answer" in reading.text(pdf.made(ticked, language="en"))


def test_the_whole_hash_of_the_rules_stands_once() -> None:
    text = reading.text(pdf.made(samples.summary(), language="en")).replace(" ", "")
    assert samples.HEAD.rule_set in text


def test_a_case_with_hardly_anything_has_no_empty_tables() -> None:
    value = FilingSummary(head=samples.bare_head(), stage=Bilingual("Enquiry", "咨询"))
    text = reading.text(pdf.made(value, language="en"))
    for absent in ("Fees", "Consents", "Screening", "Dates and deadlines", "Expires", "None"):
        assert absent not in text


@pytest.mark.parametrize("language", ["en", "zh-CN", "both"])
def test_it_prints_in_every_language(language: str) -> None:
    text = reading.text(pdf.made(samples.summary(), language=language))
    assert ("材料" in text) == (language != "en")
    assert ("Fees" in text) == (language != "zh-CN")
