"""Notes, calls, the timeline and e-mails from the command line."""

from pathlib import Path

from tests.cli.conftest import Run
from tests.services.test_mail_reader import LETTER


def test_a_call_is_written_and_listed(run: Run, case: str) -> None:
    assert run("case", "note", case, "Diploma asked for", "--kind", "call").code == 2
    options = ("--kind", "call", "--with", "王小明", "--at", "2026-11-20T14:30", "--minutes", "12")
    assert run("case", "note", case, "Diploma asked for", *options).code == 0
    (entry,) = run("case", "timeline", case, "--kind", "contact", "--json").json
    assert (entry["title"], entry["text"]) == ("Call · 王小明 · 12 minutes", "Diploma asked for")
    assert "Diploma asked for" in run("case", "timeline", case).out


def test_a_moment_and_a_kind_that_are_none_are_refused(run: Run, case: str) -> None:
    assert run("case", "note", case, "x", "--kind", "call", "--with", "A", "--at", "soon").code == 2
    assert run("case", "timeline", case, "--kind", "dreams").code == 2


def test_a_mail_goes_in_and_out_byte_for_byte(run: Run, case: str, tmp_path: Path) -> None:
    file, out = tmp_path / "one.eml", tmp_path / "out.eml"
    file.write_bytes(LETTER)
    assert run("case", "mail", "add", case, str(file)).code == 0
    assert run("case", "mail", "add", case, str(file)).code == 2
    (line,) = run("case", "mail", "list", case, "--json").json
    assert (line["subject"], line["size"]) == ("Papers", len(LETTER))
    assert "Papers" in run("case", "mail", "list", case).out
    assert run("case", "mail", "save", case, "1", "-o", str(out)).code == 0
    assert out.read_bytes() == LETTER
    assert run("case", "mail", "save", case, "2", "-o", str(out)).code == 2


def test_a_program_is_no_mail(run: Run, case: str, tmp_path: Path) -> None:
    file = tmp_path / "invoice.eml"
    file.write_bytes(b"MZ\x90\x00")
    refused = run("case", "mail", "add", case, str(file))
    assert refused.code == 2
    assert "no e-mail" in refused.error
