"""What starts a process that reads files of others, and what it may know."""

import sys

import pytest

from app.services import child_process


def test_it_learns_no_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KASEBOOK_PASSPHRASE", "correct horse")
    assert "correct horse" not in child_process.environment().values()


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert child_process.command("--read", "app.module") == [sys.executable, "-m", "app.module"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child_process.command("--read", "app.module") == [sys.executable, "--read"]
