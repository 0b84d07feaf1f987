"""The case sheet: parties, dates, papers, notes on one sheet."""

from dataclasses import replace
from pathlib import Path

import pytest

from app import pdf
from app.domain.filing.case_sheet import CaseSheet
from app.i18n import Bilingual
from app.pdf.tree import LANGUAGES
from tests.pdf import reading, samples, samples_office


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_an_ordinary_case_fits_one_sheet(language: str, paper: str, tmp_path: Path) -> None:
    data = pdf.made(samples_office.case_sheet(), language=language, paper=paper)
    assert len(reading.pages(data, "pdfium", tmp_path)) <= 2


def test_it_says_who_when_and_where_the_originals_are() -> None:
    text = reading.text(pdf.made(samples_office.case_sheet(), language="en"))
    for said in (
        "Client Anandhi Kannan +91 44 5550 0117",
        "Appointment 2026-12-22",
        "Checked by us In our office 2026-12-05",
        "Of these, 2 hang on questions that are still open.",
        "2026-11-20 · Mira Sample The seal is redone.",
        "4 older notes are in the casebook.",
    ):
        assert said in text.replace("\n", " ")


def test_it_is_the_offices_own() -> None:
    text = reading.text(pdf.made(samples_office.case_sheet(), language="en"))
    assert "Office record, not for submission" in text
    assert "Data as of 2026-11-23 09:14 UTC" in text


def test_a_case_of_which_nothing_is_known_is_printed() -> None:
    value = CaseSheet(head=samples.bare_head(), stage=Bilingual("Enquiry", "咨询"))
    text = reading.text(pdf.made(value, language="en"))
    assert "Last notes" not in text
    assert "0 of 0 papers" in text


def test_a_note_is_printed_as_it_was_written() -> None:
    value = samples_office.case_sheet()
    note = replace(value.notes[0], text="<b>=1+1</b>\nsecond line")
    text = reading.text(pdf.made(replace(value, notes=(note,)), language="en"))
    assert "<b>=1+1</b> second line" in text
