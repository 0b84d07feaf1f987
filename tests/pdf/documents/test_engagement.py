"""Agreement and authority letter on paper: the words as they are, who signs, and what is only supplied."""

from dataclasses import replace

import pytest

from app import pdf
from app.pdf.tree import LANGUAGES
from tests.pdf import reading, samples_money


def text(value: object, language: str = "en") -> str:
    return reading.text(pdf.made(value, language=language))  # type: ignore[arg-type]  # one of ours


def test_the_firms_words_are_never_markup() -> None:
    assert "between <b>Lantern</b> and KANNAN ANANDHI" in text(samples_money.agreement())


def test_supplied_wording_says_that_the_firm_must_check_it() -> None:
    assert "the firm must check it before anybody signs" in text(samples_money.agreement())
    assert "the firm must check it" not in text(samples_money.authority())


def test_both_sign_an_agreement_and_the_client_alone_an_authority() -> None:
    assert "For the firm, place and date" in text(samples_money.agreement())
    assert "For the firm, place and date" not in text(samples_money.authority())


@pytest.mark.parametrize("language", LANGUAGES)
def test_languages_with_unequal_paragraphs_both_print_whole(language: str) -> None:
    value = replace(samples_money.agreement(), chinese=("本协议。",))
    told = text(value, language)
    assert ("本协议。" in told) == (language != "en")
    assert ("1. What the firm does." in told) == (language != "zh-CN")
