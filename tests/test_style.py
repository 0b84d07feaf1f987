"""Lint, format and types over the whole tree, so that one command proves all."""

import subprocess
import sys

import pytest

from tests.tree import ROOT


def _complaints(*command: str) -> str:
    result = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return "" if result.returncode == 0 else result.stdout + result.stderr


@pytest.mark.timeout(600)
def test_types_are_strict_and_right() -> None:
    assert _complaints("mypy") == ""


def test_the_linter_has_nothing_to_say() -> None:
    assert _complaints("ruff", "check", "--no-cache") == ""


def test_every_file_is_formatted() -> None:
    assert _complaints("ruff", "format", "--check", "--no-cache") == ""
