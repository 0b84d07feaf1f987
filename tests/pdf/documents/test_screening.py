"""The result sheet on paper: result, reasons, what would change them, who confirmed it, and who decides."""

from dataclasses import replace
from pathlib import Path

import pytest

from app import pdf
from app.pdf.tree import LANGUAGES
from tests.pdf import reading, samples, samples_screening


def said(language: str = "en") -> str:
    return reading.text(pdf.made(samples_screening.sheet(samples.HEAD), language=language))


def test_the_sheet_holds_what_a_client_may_ask_about() -> None:
    text = said()
    for words in (
        "Result: Information missing",
        "Confirmed by Mira Sample on 23 Nov 2026.",
        "More is known since",
        "Limb A: graduate: Needs consular confirmation",
        "To change it: A list of the post that names it",
        "[O3]",
        "CN-K-SCREENING 2026.11",
        "Rules of the post checked 2 Nov 2026",
        "not shown to permit paid work",
        "the visa office decides",
        "K-Q20",
    ):
        assert words in text


def test_it_is_chinese_where_that_is_asked_for() -> None:
    text = said("zh-CN")
    assert "需使领馆确认" in text
    assert "Needs" not in text


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_takes_three_pages_at_most(paper: str, language: str, tmp_path: Path) -> None:
    data = pdf.made(samples_screening.sheet(samples.HEAD), language=language, paper=paper)
    assert len(reading.pages(data, "pdfium", tmp_path)) <= 3


def test_an_unconfirmed_sheet_says_so() -> None:
    sheet = replace(samples_screening.sheet(samples.HEAD), confirmed_by="", confirmed_at=None)
    assert "Not confirmed by anybody yet" in reading.text(pdf.made(sheet, language="en"))
