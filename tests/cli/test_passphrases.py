"""Passphrases come from a file, the environment or the keyboard, in this order."""

import io
import sys
from pathlib import Path

import pytest

from app.cli import passphrases
from app.errors import UserError


class Terminal(io.StringIO):
    """Standard input as a terminal has it."""

    def isatty(self) -> bool:
        return True


def typing(monkeypatch: pytest.MonkeyPatch, *words: str) -> None:
    """Let ``words`` be what is typed when a passphrase is asked for."""
    typed = iter(words)
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr("getpass.getpass", lambda question: next(typed))
    monkeypatch.delenv("KASEBOOK_PASSPHRASE", raising=False)
    monkeypatch.delenv("KASEBOOK_NEW_PASSPHRASE", raising=False)


def test_the_file_stands_before_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "p").write_text("  from the file \r\nnot this\n", encoding="utf-8")
    monkeypatch.setenv("KASEBOOK_PASSPHRASE", "from the environment")
    assert passphrases.given(tmp_path / "p") == "  from the file "
    assert passphrases.given(None) == "from the environment"


def test_otherwise_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    typing(monkeypatch, "typed")
    assert passphrases.given(None) == "typed"


def test_a_new_one_is_asked_for_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    typing(monkeypatch, "typed", "typed")
    assert passphrases.new(None) == "typed"
    typing(monkeypatch, "typed", "typde")
    with pytest.raises(UserError, match="differ"):
        passphrases.for_new_casebook(None)


@pytest.mark.parametrize("stdin", [None, io.StringIO("piped")])
def test_without_a_terminal_the_other_ways_are_named(
    monkeypatch: pytest.MonkeyPatch, stdin: io.StringIO | None
) -> None:
    monkeypatch.delenv("KASEBOOK_PASSPHRASE", raising=False)
    monkeypatch.setattr(sys, "stdin", stdin)
    with pytest.raises(UserError, match=r"--passphrase-file FILE, or in KASEBOOK_PASSPHRASE"):
        passphrases.given(None)


def test_nothing_typed_is_no_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    typing(monkeypatch, "")
    with pytest.raises(UserError):
        passphrases.given(None)


@pytest.mark.parametrize("text", ["", "\nsecond"])
def test_an_empty_file_is_no_passphrase(tmp_path: Path, text: str) -> None:
    (tmp_path / "p").write_text(text)
    with pytest.raises(UserError, match="empty"):
        passphrases.given(tmp_path / "p")
