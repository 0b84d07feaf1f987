"""The history on paper: its steps, what was asked for, and the check of the chain in words."""

from dataclasses import replace
from pathlib import Path

import pytest

from app import pdf
from app.domain.filing.history import ChainCheck
from app.i18n import Bilingual
from app.pdf.tree import LANGUAGES
from tests.pdf import reading, samples_history


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_dozen_steps_take_one_page(language: str, tmp_path: Path) -> None:
    data = pdf.made(samples_history.sheet(), language=language)
    assert len(reading.pages(data, "pdfium", tmp_path)) == 1


def test_the_check_of_the_chain_stands_above_the_steps() -> None:
    text = reading.text(pdf.made(samples_history.sheet(), language="en"))
    assert "All 42 steps were read: none altered or missing." in text
    assert "1f2e3d4c5b6a7988" in text
    assert "Only of this kind: Prints." in text
    assert "Office record" in text


def test_a_fault_is_named_with_its_step() -> None:
    broken = ChainCheck(steps=9, head="ab", fault=Bilingual("A step was altered", "步骤被改动"), fault_at=7)
    text = reading.text(pdf.made(replace(samples_history.sheet(), chain=broken), language="en"))
    assert "The check failed at step 7: A step was altered." in text
    assert "none altered" not in text


def test_a_print_that_was_cut_short_says_so() -> None:
    text = reading.text(pdf.made(replace(samples_history.sheet(), found=5000), language="en"))
    assert "5000 steps" in text
    assert "Only the newest 12 are printed" in text


def test_nothing_found_is_said() -> None:
    text = reading.text(pdf.made(replace(samples_history.sheet(), lines=(), found=0), language="en"))
    assert "No step fits." in text


def test_what_was_undone_is_marked() -> None:
    assert "Undone" in reading.text(pdf.made(samples_history.sheet(), language="en"))
