"""The comparison on paper: one page in one language, nothing that sounds like a chance."""

from pathlib import Path

import pytest

from app import pdf
from tests.pdf import reading, samples, samples_screening


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_it_is_one_page_in_one_language(paper: str, language: str, tmp_path: Path) -> None:
    data = pdf.made(samples_screening.comparison(samples.HEAD), language=language, paper=paper)
    assert len(reading.pages(data, "pdfium", tmp_path)) == 1


def test_each_of_both_languages_has_a_page_to_itself(tmp_path: Path) -> None:
    data = pdf.made(samples_screening.comparison(samples.HEAD))
    english, chinese = (" ".join(page) for page in reading.pages(data, "pdfium", tmp_path))
    assert "Pathways compared" in english
    assert "路径比较" not in english
    assert "路径比较" in chinese
    assert "Certainty" not in chinese


def test_what_is_stale_what_ends_and_what_is_unknown_are_told() -> None:
    text = reading.text(pdf.made(samples_screening.comparison(samples.HEAD), language="en"))
    assert "H-1B is out of date here" in text
    assert "until 2026-12-31" in text
    assert "“Unknown” is neither yes nor no" in text
    assert "%" not in text
