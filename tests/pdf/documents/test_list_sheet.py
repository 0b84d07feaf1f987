"""A list on paper: its columns in their order, all its rows, and the search it is of."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from app import pdf
from app.pdf.tree import LANGUAGES
from tests.pdf import reading, samples_list


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_short_list_takes_one_page(language: str, tmp_path: Path) -> None:
    data = pdf.made(samples_list.sheet(), language=language)
    assert len(reading.pages(data, "pdfium", tmp_path)) == 1


def test_the_columns_stand_in_their_order_with_the_search() -> None:
    text = reading.text(pdf.made(samples_list.sheet(), language="en"))
    heads = [text.index(head.en) for head in samples_list.HEADS]
    assert heads == sorted(heads)
    assert "14 rows, as the list showed them." in text
    assert "stage:collecting owner:me" in text
    assert "KB-2026-0014" in text


def test_a_list_that_was_cut_short_says_so() -> None:
    text = reading.text(pdf.made(replace(samples_list.sheet(), found=5000), language="en"))
    assert "Only the first 14 are printed." in text


def test_many_columns_are_set_smaller() -> None:
    listed = samples_list.sheet().listed
    wide = replace(
        listed,
        heads=listed.heads * 2,
        shares=listed.shares * 2,
        rows=tuple(row * 2 for row in listed.rows),
    )
    text = reading.text(pdf.made(replace(samples_list.sheet(), listed=wide), language="both"))
    assert text.count("VIP") == 28


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_columns_that_do_not_fit_upright_stand_on_a_page_turned_sideways(paper: str, tmp_path: Path) -> None:
    listed = samples_list.sheet().listed
    wide = replace(listed, shares=tuple(share * 1.5 for share in listed.shares))
    for value, is_wide in ((listed, False), (wide, True)):
        data = pdf.made(replace(samples_list.sheet(), listed=value), paper=paper)
        with pikepdf.open(BytesIO(data)) as made:
            _left, _bottom, width, height = (float(each) for each in made.pages[0].mediabox)
        assert (width > height) is is_wide
        assert len(reading.pages(data, "pdfium", tmp_path)) == 1
