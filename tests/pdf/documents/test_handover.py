"""The receipt for originals: what, how many, in what condition, signed by both sides."""

from dataclasses import replace
from pathlib import Path

import pytest

from app import pdf
from app.pdf.tree import LANGUAGES, Signatures, Table
from tests.pdf import golden, reading, samples_client


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_takes_one_page(language: str, tmp_path: Path) -> None:
    data = pdf.made(samples_client.handover(), language=language)
    assert len(reading.pages(data, "pdfium", tmp_path)) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_six_originals_and_the_signatures_take_one_page(language: str, paper: str, tmp_path: Path) -> None:
    value = samples_client.handover()
    data = pdf.made(replace(value, originals=(value.originals * 2)[:6]), language=language, paper=paper)
    assert len(reading.pages(data, "pdfium", tmp_path)) == 1


def test_each_original_can_be_told_from_its_like_and_has_a_line_for_its_condition() -> None:
    text = reading.text(pdf.made(samples_client.handover(), language="en"))
    assert "Degree certificate, bachelor's or higher Master, Delft 2022" in text.replace("\n", " ")
    assert "EIT/2022/2" in text
    assert "Originals in all: 4" in text
    (table,) = (block for block in pdf.document(samples_client.handover()).blocks if isinstance(block, Table))
    assert table.columns[-1].kind == "blank"


@pytest.mark.parametrize(("given_back", "gives"), [(False, "KANNAN ANANDHI"), (True, "Mira Sample")])
def test_who_hands_over_signs_first(given_back: bool, gives: str) -> None:
    value = replace(samples_client.handover(), given_back=given_back)
    (signed,) = (block for block in pdf.document(value).blocks if isinstance(block, Signatures))
    assert golden.said(signed.signatories[0].name) == gives


def test_nothing_held_is_said_and_nobody_signs_for_it() -> None:
    tree = pdf.document(replace(samples_client.handover(), originals=()))
    assert "No original is recorded" in golden.dump(tree)
    assert not any(isinstance(block, Signatures) for block in tree.blocks)


def test_it_says_what_a_k_visa_is_not_shown_to_permit() -> None:
    text = reading.text(pdf.made(samples_client.handover(), language="en")).replace("\n", " ")
    assert "not shown to permit paid work" in text
