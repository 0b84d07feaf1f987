"""The day sheet: one page for an ordinary day, numbered through, about nobody's case in particular."""

from dataclasses import replace
from pathlib import Path

import pytest

from app import pdf
from app.i18n import Bilingual
from app.pdf.tree import LANGUAGES
from tests.pdf import reading, samples_office


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_an_ordinary_day_takes_one_page(language: str, paper: str, tmp_path: Path) -> None:
    data = pdf.made(samples_office.day_sheet(), language=language, paper=paper)
    assert len(reading.pages(data, "pdfium", tmp_path)) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_twenty_six_lines_take_one_page(language: str, paper: str, tmp_path: Path) -> None:
    data = pdf.made(samples_office.day_sheet(count=26), language=language, paper=paper)
    assert len(reading.pages(data, "pdfium", tmp_path)) == 1


def test_a_day_of_twenty_lines_with_words_of_two_lines_takes_one_page(tmp_path: Path) -> None:
    value = samples_office.day_sheet(count=20)
    what = Bilingual("Invitation letter, with proof of the host's standing", "邀请函件及邀请单位资质证明")
    due = tuple(replace(line, what=what) for line in value.due)
    data = pdf.made(replace(value, due=due), language="both")
    assert len(reading.pages(data, "pdfium", tmp_path)) == 1


def test_a_long_day_goes_on_overleaf_says_so_and_numbers_its_lines(tmp_path: Path) -> None:
    data = pdf.made(samples_office.day_sheet(count=80), language="en")
    pages = reading.pages(data, "pdfium", tmp_path)
    assert len(pages) > 1
    text = reading.text(data)
    assert "80 lines from 38 open cases. They are numbered" in text
    assert "80 2026-12-10 K-2026-0080" in text


def test_a_short_day_says_nothing_of_overleaf() -> None:
    assert "overleaf" not in reading.text(pdf.made(samples_office.day_sheet(), language="en"))


def test_the_sheet_of_one_owner_names_the_owner_once() -> None:
    value = replace(samples_office.day_sheet(), owner="Mira Sample")
    text = reading.text(pdf.made(value, language="en"))
    assert text.count("Mira Sample") == 1


def test_a_day_without_anything_says_so() -> None:
    value = replace(samples_office.day_sheet(), appointments=(), due=(), expiring=(), waiting=())
    assert "Nothing is recorded for this day." in reading.text(pdf.made(value, language="en"))


def test_it_is_the_offices_own_and_a_sample_says_so() -> None:
    value = samples_office.day_sheet()
    tree = pdf.document(replace(value, firm=replace(value.firm, is_sample=True)), language="en")
    assert str(tree.mark) == "SAMPLE 样本"
    assert "Office record" in reading.text(pdf.made(samples_office.day_sheet(), language="en"))
