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


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_forty_papers_fit_front_and_back(language: str, paper: str, tmp_path: Path) -> None:
    value = samples_office.case_sheet()
    data = pdf.made(replace(value, papers=(value.papers * 3)[:41]), language=language, paper=paper)
    assert len(reading.pages(data, "pdfium", tmp_path)) <= 2


def test_what_is_open_comes_first_and_papers_done_are_told_together() -> None:
    value = samples_office.case_sheet()
    text = reading.text(pdf.made(value, language="en")).replace("\n", " ")
    done = text.index("Checked by us · Original In our office: ")
    assert all(text.index(each.code) < done for each in value.papers if each.box == "open")
    assert not any(each.code in text for each in value.papers if each.box != "open")


def test_papers_of_one_item_that_are_all_done_are_told_by_their_number() -> None:
    value = samples_office.case_sheet()
    paper = next(each for each in value.papers if each.box == "ticked" and not each.valid_until)
    which = (Bilingual("Bachelor", "学士"), Bilingual("Master", "硕士"))
    done = [replace(paper, repeat=each, original_at=None) for each in which]
    still = replace(done[1], box="open", state=Bilingual("Needed", "待提供"))
    together = reading.text(pdf.made(replace(value, papers=tuple(done)), language="en"))
    apart = reading.text(pdf.made(replace(value, papers=(done[0], still)), language="en"))
    assert f"{paper.title.en} – 2×" in together
    assert f"{paper.title.en} – Bachelor" in apart


def test_it_says_who_when_and_where_the_originals_are() -> None:
    text = reading.text(pdf.made(samples_office.case_sheet(), language="en"))
    for said in (
        "Client Anandhi Kannan · +91 44 5550 0117",
        "Appointment 2026-12-22",
        "Checked by us · Original In our office: ",
        "– good until 2026-12-05",
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
