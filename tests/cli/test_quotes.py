"""Quotes, payments and invoices on the command line."""

from pathlib import Path

import pytest

from tests.cli.conftest import PERSON, Run


@pytest.fixture
def case(run: Run, add: Run) -> str:
    """A case with a payer, a line in each of two currencies and an instalment."""
    client = add().json["id"]
    number = run("case", "open", client, "--category", "K", "--post", "new-delhi").out.strip()
    run("quote", "payer", number, "虚构公司")
    run("quote", "line", number, "service", "USD 1,200", "--text", "Advice")
    run("quote", "line", number, "disbursement", "inr 500")
    run("quote", "instalment", number, "USD 600", "--text", "On signing", "--due", "2026-12-01")
    return number


def test_a_quote_is_shown_with_exact_sums(run: Run, case: str) -> None:
    told = run("quote", "show", case, "--json").json
    assert told["payer"] == "虚构公司"
    assert told["open"] == [{"currency": "INR", "minor": 50000}, {"currency": "USD", "minor": 120000}]
    assert "USD 1200.00" in run("quote", "show", case).out


def test_a_payment_before_the_check_needs_a_reason(run: Run, case: str) -> None:
    answer = run("quote", "pay", case, "1")
    assert answer.code == 2
    assert "K-ELG-05" in answer.error
    assert run("quote", "pay", case, "1", "--reason", "Agreed", "--amount", "USD 100").code == 0
    assert run("quote", "refund", case, "1", "--amount", "USD 50").code == 0
    paid = run("quote", "show", case, "--json").json["instalments"][0]
    assert (paid["paid"]["minor"], paid["refunded"]["minor"], paid["reason"]) == (10000, 5000, "Agreed")


def test_an_invoice_is_issued_printed_and_taken_back(run: Run, case: str, tmp_path: Path) -> None:
    assert run("quote", "issue", case).out.strip() == "KB-INV-2026-0001"
    file = tmp_path / "invoice.pdf"
    assert run("print", "invoice", case, "--invoice", "KB-INV-2026-0001", "-o", str(file)).code == 0
    assert file.read_bytes().startswith(b"%PDF")
    note = run("quote", "credit", case, "KB-INV-2026-0001", "--reason", "Wrong", "--json").json
    assert (note["number"], note["credits"]) == ("KB-INV-2026-0002", "KB-INV-2026-0001")


def test_no_fee_for_k_is_known(run: Run, case: str) -> None:
    assert run("quote", "fees", case, "--json").json == []
    assert "ask the post" in run("quote", "fees", case).out


@pytest.mark.parametrize(
    "words",
    [
        ("line", "service", "1200"),
        ("line", "gift", "USD 5"),
        ("line", "service", "USD 1.234,56"),
        ("pay", "7"),
        ("refund", "1"),
        ("credit", "KB-INV-2026-0009", "--reason", "x"),
    ],
)
def test_what_can_not_be_is_told(run: Run, case: str, words: tuple[str, ...]) -> None:
    assert run("quote", words[0], case, *words[1:]).code == 2


def test_a_dependants_case_shows_the_principals_quote(run: Run, case: str, add: Run) -> None:
    child = add(PERSON.replace("Ananya", "Second").replace("Z0000001", "Z0000002"), "second.toml").json["id"]
    other = run("case", "open", child, "--category", "S2", "--post", "new-delhi", "--json").json["number"]
    run("case", "family", other, "--principal", case, "--role", "child")
    run("quote", "line", other, "consular", "USD 140")
    told = run("quote", "show", other, "--json").json
    assert (told["payer"], told["state"]) == ("虚构公司", "open")
    assert [each["number"] for each in told["shared"]] == [case, other]
    assert [line["case"] for line in told["lines"]] == [case, case, other]
    assert f"{other}  Consular visa fee" in run("quote", "show", case).out


def test_an_invoice_is_issued_for_some_lines(run: Run, case: str) -> None:
    assert run("quote", "issue", case, "--lines", "7").code == 2
    assert run("quote", "issue", case, "--lines", "<b>").code == 2
    told = run("quote", "issue", case, "--lines", "2", "--json").json
    assert told["totals"] == [{"currency": "INR", "minor": 50000}]
    assert run("quote", "issue", case, "--lines", "2").code == 2
    assert run("quote", "issue", case, "--json").json["totals"][0]["currency"] == "USD"
