"""Quote, invoice and receipt on paper: amounts whole, on one page, and no claim of trust money."""

from dataclasses import replace
from pathlib import Path

import pytest

from app import pdf
from app.domain.filing import Printed
from app.pdf.tree import LANGUAGES, Said, Table
from tests.pdf import reading, samples_money

PAPERS = (samples_money.quote(), samples_money.invoice(), samples_money.receipt())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("value", PAPERS, ids=["quote", "invoice", "receipt"])
def test_an_ordinary_one_takes_one_page(value: Printed, language: str, tmp_path: Path) -> None:
    data = pdf.made(value, language=language, paper="a4")
    assert len(reading.pages(data, "pdfium", tmp_path)) == 1


@pytest.mark.parametrize("value", PAPERS, ids=["quote", "invoice", "receipt"])
def test_each_says_that_it_is_no_statement_of_a_trust_account(value: Printed) -> None:
    assert "no statement of a client or trust account" in reading.text(pdf.made(value, language="en"))


def test_an_invoice_has_its_number_and_a_sum_of_each_currency() -> None:
    text = reading.text(pdf.made(samples_money.invoice(), language="en")).replace("\u00a0", " ")
    for told in ("KB-INV-2026-0007", "Total INR 2,900.00", "Total USD 900.00", "Fictional Robotics"):
        assert told in text


def test_amounts_and_their_sums_end_at_one_edge() -> None:
    value = samples_money.invoice()
    (table,) = (block for block in pdf.document(value).blocks if isinstance(block, Table))
    assert [column.kind for column in table.columns] == ["text", "text", "money"]
    assert [row[-1] for row in table.rows[-2:]] == [(Said(total, "strong"),) for total in value.totals]


def test_a_credit_note_names_what_it_takes_back_and_why() -> None:
    value = replace(samples_money.invoice(), credits="KB-INV-2026-0003", reason="<b>Wrong</b> payer")
    text = reading.text(pdf.made(value, language="en"))
    for told in ("Credit note", "KB-INV-2026-0003", "Reason: <b>Wrong</b> payer"):
        assert told in text


def test_a_draft_says_that_it_is_none() -> None:
    text = reading.text(pdf.made(replace(samples_money.invoice(), number=""), language="en"))
    assert "Draft of an invoice, not issued" in text


def test_nothing_quoted_and_nothing_paid_is_said() -> None:
    bare = replace(samples_money.quote(), lines=(), totals=(), instalments=(), note="")
    assert "Nothing is quoted yet." in reading.text(pdf.made(bare, language="en"))
    bare_receipt = replace(samples_money.receipt(), paid=(), refunded=(), totals=())
    assert "No payment is recorded." in reading.text(pdf.made(bare_receipt, language="en"))
