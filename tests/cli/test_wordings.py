"""The firm's wording on the command line."""

from pathlib import Path

from tests.cli.conftest import Run


def test_a_text_is_shown_saved_and_taken_back(run: Run, add: Run, tmp_path: Path) -> None:
    add()
    supplied = run("wording", "show", "authority", "en").out
    assert supplied.startswith("I, {client_name}")
    file = tmp_path / "authority.txt"
    file.write_text("I, {client_nmae}", encoding="utf-8")
    answer = run("wording", "save", "authority", "en", str(file))
    assert (answer.code, "{client_nmae}" in answer.error) == (2, True)
    file.write_text("I, {client_name}, sign.", encoding="utf-8")
    assert run("wording", "save", "authority", "en", str(file)).code == 0
    assert run("wording", "show", "authority", "en").out.strip() == "I, {client_name}, sign."
    assert run("wording", "reset", "authority", "en").code == 0
    assert run("wording", "show", "authority", "en").out == supplied
    assert run("wording", "show", "letter", "en").code == 2
