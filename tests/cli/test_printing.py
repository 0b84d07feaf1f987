"""Documents are printed to files, and every print is recorded."""

import hashlib
import json
from pathlib import Path

import pytest
from pikepdf import pdfa

from app.bootstrap import open_casebook
from app.services import history
from tests.cli.conftest import PASSPHRASE, PERSON, Run


@pytest.mark.parametrize("kind", ["checklist", "summary"])
@pytest.mark.parametrize("language", ["en", "zh", "both"])
def test_a_document_is_written(run: Run, case: str, tmp_path: Path, kind: str, language: str) -> None:
    file = tmp_path / "a.pdf"
    answer = run("print", kind, case, "-o", str(file), "--language", language, "--json").json
    assert file.read_bytes().startswith(b"%PDF")
    assert answer == {"file": str(file), "sha256": hashlib.sha256(file.read_bytes()).hexdigest()}


def test_a_file_for_the_archive_is_pdf_a(run: Run, case: str, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    assert run("print", "checklist", case, "-o", str(file), "--profile", "archive").code == 0
    assert pdfa.validate_written(file, "2b").verdict == "pass"


def test_an_unknown_profile_is_refused(run: Run, case: str, tmp_path: Path) -> None:
    answer = run("print", "checklist", case, "-o", str(tmp_path / "a.pdf"), "--profile", "web")
    assert answer.code == 2
    assert not (tmp_path / "a.pdf").exists()


def test_the_same_case_prints_the_same_bytes(run: Run, case: str, tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        run("print", "summary", case, "-o", str(tmp_path / name), "--paper", "letter")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_print_is_in_the_history_with_what_was_open_in_it(
    run: Run, case: str, path: Path, tmp_path: Path
) -> None:
    run("print", "summary", case, "-o", str(tmp_path / "a.pdf"), "--unmasked")
    book = open_casebook(path, login="ana", passphrase=PASSPHRASE)
    latest = book.read(history.entries, limit=1)[0]
    book.close()
    assert latest.tag == "case:print"
    assert latest.detail["unmasked"] is True
    assert latest.detail["sha256"] == hashlib.sha256((tmp_path / "a.pdf").read_bytes()).hexdigest()


def test_section_8_needs_a_consent(run: Run, case: str, tmp_path: Path) -> None:
    answer = run("print", "summary", case, "-o", str(tmp_path / "a.pdf"), "--sensitive")
    assert answer.code == 2
    assert not (tmp_path / "a.pdf").exists()


@pytest.mark.parametrize("option", ["--sensitive", "--unmasked"])
def test_a_clients_checklist_never_holds_what_is_closed(
    run: Run, case: str, tmp_path: Path, option: str
) -> None:
    assert run("print", "checklist", case, "-o", str(tmp_path / "a.pdf"), option).code == 2


def test_what_no_font_draws_is_refused_and_named_unless_allowed(run: Run, add: Run, tmp_path: Path) -> None:
    add(PERSON.replace("नमूना", "བོད").replace("अनन्या", "ཡིག"))
    case = run("case", "open", "Z0000001", "--category", "K", "--post", "algiers", "--json").json["number"]
    answer = run("print", "summary", case, "-o", str(tmp_path / "a.pdf"))
    assert answer.code == 2
    assert "U+0F56" in answer.error
    assert "--allow-missing" in answer.error
    assert not (tmp_path / "a.pdf").exists()
    assert run("print", "summary", case, "-o", str(tmp_path / "a.pdf"), "--allow-missing").code == 0
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


def test_a_name_written_from_the_right_prints(run: Run, add: Run, tmp_path: Path) -> None:
    add(PERSON.replace("नमूना", "مثال").replace("अनन्या", "ياسمين"))
    case = run("case", "open", "Z0000001", "--category", "K", "--post", "algiers", "--json").json["number"]
    assert run("print", "summary", case, "-o", str(tmp_path / "a.pdf")).code == 0


def test_markup_in_a_name_prints(run: Run, add: Run, tmp_path: Path) -> None:
    add(
        json.dumps({"names": [{"family": "<b>=1+1</b> & %s"}], "passports": [{"number": "Z0000001"}]}),
        "a.json",
    )
    case = run("case", "open", "Z0000001", "--category", "K", "--post", "hanoi", "--json").json["number"]
    assert run("print", "checklist", case, "-o", str(tmp_path / "a.pdf")).code == 0


def test_a_folder_is_never_written_over(run: Run, case: str, tmp_path: Path) -> None:
    assert run("print", "checklist", case, "-o", str(tmp_path)).code == 2


def test_a_link_stays_a_link(run: Run, case: str, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "end.pdf")
    run("print", "checklist", case, "-o", str(tmp_path / "link"))
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "end.pdf").read_bytes().startswith(b"%PDF")


def test_a_missing_folder_is_told(run: Run, case: str, tmp_path: Path) -> None:
    assert run("print", "checklist", case, "-o", str(tmp_path / "none" / "a.pdf")).code == 2


def test_a_document_of_a_case_needs_its_case(run: Run, case: str, tmp_path: Path) -> None:
    answer = run("print", "summary", "-o", str(tmp_path / "a.pdf"))
    assert answer.code == 2
    assert "about a case" in answer.error


def test_a_day_sheet_needs_no_case_and_takes_an_owner_and_a_day(run: Run, case: str, tmp_path: Path) -> None:
    file = tmp_path / "day.pdf"
    answer = run("print", "day-sheet", "-o", str(file), "--owner", "ana", "--day", "2026-12-01")
    assert answer.code == 0
    assert file.read_bytes().startswith(b"%PDF")
    assert run("print", "day-sheet", case, "-o", str(file)).code == 2
    assert run("print", "day-sheet", "-o", str(file), "--owner", "nobody").code == 2


def test_a_letter_is_said_as_text_and_that_is_recorded(run: Run, case: str, path: Path) -> None:
    answer = run("print", "missing-items", case, "--text", "--language", "en")
    assert answer.code == 0
    assert answer.out.startswith("Dear ")
    book = open_casebook(path, login="ana", passphrase=PASSPHRASE)
    latest = book.read(history.entries, limit=1)[0]
    book.close()
    assert (latest.tag, latest.detail["kind"]) == ("case:print", "missing-items")


def test_what_is_no_message_can_not_be_said(run: Run, case: str) -> None:
    assert run("print", "summary", case, "--text").code == 2


def test_a_print_needs_a_place(run: Run, case: str) -> None:
    answer = run("print", "summary", case)
    assert answer.code == 2
    assert "-o" in answer.error


def test_a_receipt_of_what_is_not_held_is_refused(run: Run, case: str, tmp_path: Path) -> None:
    answer = run("print", "handover", case, "-o", str(tmp_path / "a.pdf"), "--original", "K-DOC-01")
    assert answer.code == 2
    assert "K-DOC-01" in answer.error


def test_help_says_for_which_kinds_an_option_means_something(run: Run) -> None:
    told = " ".join(run("print", "--help").out.split())
    assert "only the cases of this user (day-sheet, handover-list)" in told
    assert "(missing-items)" in told
