"""The list of cases handed over: one row for each, signed by both."""

from dataclasses import replace
from pathlib import Path

import pytest

from app import pdf
from app.pdf.tree import LANGUAGES
from tests.pdf import reading, samples_office


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_every_case_is_there_with_its_number(language: str, paper: str) -> None:
    value = samples_office.handover_list(count=24)
    text = reading.text(pdf.made(value, language=language, paper=paper))
    assert [line.case_number in text for line in value.lines] == [True] * 24


def test_a_row_tells_what_is_next_and_what_it_waits_for() -> None:
    text = reading.text(pdf.made(samples_office.handover_list(), language="en"))
    for words in ("Collecting papers", "2026-12-01", "Planned filing", "Client: CV", "Proof of funds"):
        assert words in text
    assert "Handed over by" in text
    assert "Ben Sample" in text


@pytest.mark.parametrize("count", range(4, 12))
def test_nobody_signs_a_page_of_its_own(count: int, tmp_path: Path) -> None:
    data = pdf.made(samples_office.handover_list(count=count), language="zh-CN", paper="letter")
    last = " ".join(reading.pages(data, "pdfium", tmp_path)[-1])
    assert f"K-2026-{count:04}" in last
    assert "接收人" in last


def test_no_case_says_so() -> None:
    value = replace(samples_office.handover_list(), lines=())
    assert "No case is handed over." in reading.text(pdf.made(value, language="en"))
