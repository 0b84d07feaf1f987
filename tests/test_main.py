"""The way from an error to the exit code, and the defaults of ``python3 -m tests``."""

import sys

import pytest

from app import __main__ as program
from app import bootstrap
from app.errors import DatabaseTrouble, UserError
from tests.__main__ import defaults


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (UserError("Not a date.", "Write 2026-11-23."), 2, "kasebook: Not a date. Write 2026-11-23.\n"),
        (DatabaseTrouble("The file is damaged."), 3, "kasebook: The file is damaged.\n"),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_trouble_becomes_a_line_and_an_exit_code(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: BaseException,
    code: int,
    said: str,
) -> None:
    monkeypatch.setattr(bootstrap, "run", _raising(error))
    assert program.main() == code
    assert capsys.readouterr().err == said


def test_a_bug_is_told_without_the_data_it_was_about(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "run", _raising(KeyError("Zhang Wei")))
    assert program.main() == 1
    said = capsys.readouterr().err
    assert "KeyError at test_main.py:" in said
    assert "Zhang" not in said
    assert said.count("\n") == 1


def _raising(error: BaseException) -> object:
    def run(argv: list[str]) -> int:
        assert argv == sys.argv[1:]
        raise error

    return run


@pytest.mark.parametrize(
    ("arguments", "cores", "options"),
    [
        ([], 2, ["-n", "2", "-m", "not slow"]),
        ([], 1, ["-m", "not slow"]),
        (["-n4", "-m", "slow"], 8, []),
        (["-k", "names"], 8, ["-n", "2", "-m", "not slow"]),
    ],
)
def test_the_test_command_fills_in_what_is_not_said(
    arguments: list[str], cores: int, options: list[str]
) -> None:
    assert defaults(arguments, cores) == options
