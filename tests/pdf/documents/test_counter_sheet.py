"""The counter sheet: one page, the envelope in order, what is not known said to be so."""

from dataclasses import replace
from pathlib import Path

import pytest

from app import pdf
from app.domain.filing.counter_sheet import CounterSheet
from app.i18n import Bilingual
from app.pdf.tree import LANGUAGES
from tests.pdf import reading, samples, samples_office

_FITTING = {"en": 18, "zh-CN": 20, "both": 16}  # papers of a full envelope


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_it_takes_one_page(language: str, paper: str, tmp_path: Path) -> None:
    data = pdf.made(samples_office.counter_sheet(), language=language, paper=paper)
    assert len(reading.pages(data, "pdfium", tmp_path)) == 1


_DEGREE = "Master of Technology, Electronics and communication, Imaginary Technological University, Kanpur"


def _full(papers: int) -> CounterSheet:
    """Return a sheet on which every fourth paper is one of several degrees."""
    value = samples_office.counter_sheet()
    degree = Bilingual(f"{_DEGREE} (India)", f"{_DEGREE}（印度）")
    envelope = (value.envelope * 2)[:papers]
    lines = (replace(each, repeat=degree if at % 4 == 2 else None) for at, each in enumerate(envelope))
    return replace(value, envelope=tuple(lines))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_full_envelope_takes_one_page(language: str, paper: str, tmp_path: Path) -> None:
    papers = _FITTING[language] if paper == "a4" else min(_FITTING[language], 14)  # a lower sheet
    data = pdf.made(_full(papers), language=language, paper=paper)
    assert len(reading.pages(data, "pdfium", tmp_path)) == 1


def test_what_two_languages_share_of_a_degree_is_said_once() -> None:
    text = reading.text(pdf.made(_full(4), language="both")).replace("\n", " ")
    assert text.count("Imaginary Technological") == 1
    assert "（印度）" in text


def test_it_says_number_slot_and_counts() -> None:
    text = reading.text(pdf.made(samples_office.counter_sheet(), language="en"))
    for said in (
        "EX2026112300017",
        "2026-12-22",
        "In all: originals 10, copies 9",
        "Passport to be submitted",
    ):
        assert said in text


def test_a_fee_nobody_knows_is_to_be_confirmed() -> None:
    assert "Fee to be confirmed" in reading.text(pdf.made(samples_office.counter_sheet(), language="en"))


def test_what_is_not_known_is_said_so() -> None:
    text = reading.text(pdf.made(CounterSheet(head=samples.bare_head(), envelope=()), language="en"))
    assert text.count("to be confirmed") == 3
    assert "No paper is known to go in yet." in text


def test_the_order_is_that_of_the_envelope() -> None:
    value = samples_office.counter_sheet()
    turned = replace(value, envelope=value.envelope[::-1])
    text = reading.text(pdf.made(turned, language="en"))
    assert text.index("No-criminal-record certificate") < text.index("Passport and a copy")


def test_what_the_fee_table_tells_is_still_to_be_confirmed() -> None:
    fees = ((Bilingual("Consular fee", "签证费"), "INR 2900"),)
    text = reading.text(pdf.made(replace(samples_office.counter_sheet(), fees=fees), language="en"))
    assert "Consular fee: INR 2900; to be confirmed" in text
