"""What starts a process that reads files of others, and what it may know."""

import os
import sys
from pathlib import Path

import pytest

from app.services import child_process


def test_it_learns_no_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KASEBOOK_PASSPHRASE", "correct horse")
    assert "correct horse" not in child_process.environment().values()


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert child_process.command("--read", "app.module") == [sys.executable, "-m", "app.module"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child_process.command("--read", "app.module") == [sys.executable, "--read"]


def nothing() -> None:
    """Nobody cancelled."""


def test_an_answer_comes_back_from_bytes_and_from_a_file(tmp_path: Path) -> None:
    echo = [sys.executable, "-c", "import json, sys; print(json.dumps({'said': sys.stdin.read()}))"]
    assert child_process.ask(echo, b"one", 25, nothing) == {"said": "one"}
    (tmp_path / "list.csv").write_bytes(b"two")
    with (tmp_path / "list.csv").open("rb") as file:
        assert child_process.ask(echo, file, 25, nothing) == {"said": "two"}


def test_what_takes_too_long_or_ends_without_an_answer_is_told() -> None:
    sleep = [sys.executable, "-c", "import time; time.sleep(60)"]
    assert child_process.ask(sleep, b"", 0, nothing) == {"trouble": "time"}
    assert child_process.ask([sys.executable, "-c", ""], b"", 25, nothing) == {"trouble": "memory"}


def test_a_cancelled_question_leaves_no_process_behind(tmp_path: Path) -> None:
    started = tmp_path / "started"
    program = f"import os, time; open({str(started)!r}, 'w').write(str(os.getpid())); time.sleep(60)"

    def cancel() -> None:
        if started.exists() and started.read_text():
            raise InterruptedError

    with pytest.raises(InterruptedError):
        child_process.ask([sys.executable, "-c", program], b"", 25, cancel)
    with pytest.raises(ProcessLookupError):
        os.kill(int(started.read_text()), 0)
