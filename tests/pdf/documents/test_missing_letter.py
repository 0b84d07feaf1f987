"""The letter about what is missing: to the client by name, one page, plain words, nothing internal."""

from dataclasses import replace
from pathlib import Path

import pytest

from app import pdf
from app.pdf.tree import LANGUAGES
from tests.pdf import reading, samples, samples_client


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_an_ordinary_letter_takes_one_page(language: str, paper: str, tmp_path: Path) -> None:
    data = pdf.made(samples_client.letter(), language=language, paper=paper)
    assert len(reading.pages(data, "pdfium", tmp_path)) == 1


def test_it_greets_the_client_by_name_in_the_language_asked_for() -> None:
    assert "Dear Anandhi Kannan," in reading.text(pdf.made(samples_client.letter(), language="en"))
    assert "安南蒂：您好！" in reading.text(pdf.made(samples_client.letter(), language="zh-CN"))


def test_a_paper_given_back_says_why_and_comes_first() -> None:
    text = reading.text(pdf.made(samples_client.letter(), language="en"))
    assert "Given back because: The seal on page 2 can't be read." in text
    assert text.index("Given back to you") < text.index("Still to come")


def test_each_paper_has_its_day_and_how_many() -> None:
    text = reading.text(pdf.made(samples_client.letter(), language="en"))
    assert "original 1, copy 1 by 10 Dec 2026" in text


def test_nothing_internal_is_on_it() -> None:
    text = reading.text(pdf.made(samples_client.letter(), language="en"))
    head = samples.HEAD
    for internal in ("K-DOC", "Office record", head.rule_set[:12], head.rule_version):
        assert internal not in text


def test_who_made_it_and_who_decides_stands_below() -> None:
    text = reading.text(pdf.made(samples_client.letter(), language="en"))
    assert "a private firm, not an embassy or visa centre" in text
    assert "The K visa is not shown to permit paid work" in text


def test_nothing_missing_makes_a_letter_without_lists() -> None:
    value = replace(samples_client.letter(samples.bare_head()), returned=(), papers=(), questions=())
    text = reading.text(pdf.made(value, language="en"))
    assert "Still to come" not in text
    assert "Please answer" not in text
