"""The visa check: two things that are confused stand side by side; then the sticker, then arrival."""

from dataclasses import replace
from pathlib import Path

import pytest

from app import pdf
from app.domain.filing.visa_check import VisaCheck
from app.pdf.tree import LANGUAGES, Panels
from tests.pdf import golden, reading, samples, samples_client


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_one_page_is_for_the_visa_and_one_for_the_arrival(language: str, paper: str, tmp_path: Path) -> None:
    data = pdf.made(samples_client.visa_check(), language=language, paper=paper)
    assert len(reading.pages(data, "pdfium", tmp_path)) == 2


def test_enter_before_and_days_of_stay_stand_side_by_side_in_both_languages_in_full() -> None:
    (first, *_) = (b for b in pdf.document(samples_client.visa_check()).blocks if isinstance(b, Panels))
    assert [golden.said(panel.value) for panel in first.panels] == ["20 Dec 2027", "90 days"]
    text = reading.text(pdf.made(samples_client.visa_check(), language="both"))
    for label in ("ENTER BEFORE", "有效期（入境有效期）", "DURATION OF STAY", "停留期"):
        assert label in text


def test_a_planned_entry_has_its_last_day() -> None:
    text = reading.text(pdf.made(samples_client.visa_check(), language="en"))
    assert "If you enter on 8 Feb 2027, your last day is 9 May 2027." in text


def test_what_was_not_read_yet_is_to_be_read_and_never_guessed() -> None:
    text = reading.text(pdf.made(VisaCheck(head=samples.bare_head()), language="en"))
    assert text.count("— read it from the visa") == 2
    assert "If you enter on" not in text
    assert "— not recorded: write it in Chinese" in text


def test_it_tells_of_the_24_hours_the_card_and_paid_work() -> None:
    text = reading.text(pdf.made(samples_client.visa_check(), language="en"))
    for said in ("within 24 hours", "Arrival card", "not shown to permit paid work", "start nothing before"):
        assert said in text


def test_nothing_internal_is_on_it() -> None:
    text = reading.text(pdf.made(samples_client.visa_check(), language="en"))
    assert "Office record" not in text
    assert samples.HEAD.rule_version not in text


def test_remarks_are_printed_as_they_stand_on_the_visa() -> None:
    value = replace(samples_client.visa_check(), remarks="<i>30 days</i>")
    assert "<i>30 days</i>" in reading.text(pdf.made(value, language="en"))
