"""The day sheet: one page for an ordinary day, numbered through, about nobody's case in particular."""

import re
from dataclasses import replace
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # it carries no types
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
def test_eighteen_lines_with_what_is_next_take_one_page_of_a4(language: str, tmp_path: Path) -> None:
    data = pdf.made(samples_office.day_sheet(count=18), language=language)
    assert len(reading.pages(data, "pdfium", tmp_path)) == 1


def test_a_day_of_twenty_lines_with_words_of_two_lines_takes_one_page(tmp_path: Path) -> None:
    value = samples_office.day_sheet(count=20)
    what = Bilingual("Invitation letter, with proof of the host's standing", "邀请函件及邀请单位资质证明")
    lines = tuple(replace(line, what=what) for line in value.lists[1].lines)
    lists = (value.lists[0], replace(value.lists[1], lines=lines), *value.lists[2:])
    data = pdf.made(replace(value, lists=lists), language="both")
    assert len(reading.pages(data, "pdfium", tmp_path)) == 1


def test_a_long_day_says_how_many_lines_go_on_overleaf_and_numbers_them(tmp_path: Path) -> None:
    data = pdf.made(samples_office.day_sheet(count=80), language="en")
    pages = reading.pages(data, "pdfium", tmp_path)
    assert len(pages) > 1
    text = reading.text(data)
    said = re.search(r"80 lines from 38 open cases. They are numbered; (\d+) go on overleaf.", text)
    assert said is not None
    assert "80 2026-12-10" in text
    assert len(_numbers_on_first_page(data)) == 80 - int(said[1])


def _numbers_on_first_page(data: bytes) -> set[str]:
    return set(re.findall(r"K-2026-\d{4}", pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()))


def test_what_is_not_on_the_sheet_is_counted(tmp_path: Path) -> None:
    value = samples_office.day_sheet()
    lists = (replace(value.lists[0], more=12), *value.lists[1:])
    text = reading.text(pdf.made(replace(value, lists=lists), language="en"))
    assert "Overdue: 16" in text
    assert "12 more are on the page Today." in text


def test_a_short_day_says_nothing_of_overleaf() -> None:
    assert "overleaf" not in reading.text(pdf.made(samples_office.day_sheet(), language="en"))


def test_the_sheet_of_one_owner_names_the_owner_once() -> None:
    value = replace(samples_office.day_sheet(), owner="Mira Sample")
    text = reading.text(pdf.made(value, language="en"))
    assert text.count("Mira Sample") == 1


def test_a_day_without_anything_says_so() -> None:
    value = replace(samples_office.day_sheet(), lists=())
    assert "Nothing is recorded for this day." in reading.text(pdf.made(value, language="en"))


def test_it_is_the_offices_own_and_a_sample_says_so() -> None:
    value = samples_office.day_sheet()
    tree = pdf.document(replace(value, firm=replace(value.firm, is_sample=True)), language="en")
    assert str(tree.mark) == "SAMPLE 样本"
    assert "Office record" in reading.text(pdf.made(samples_office.day_sheet(), language="en"))
