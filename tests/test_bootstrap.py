"""Window or command line, and what is said where there is no screen."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app import bootstrap
from app.errors import UserError
from app.services import sheet_reader
from tests.tree import ROOT


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["Firm.kasebook"],
        ["Firm.kasebook/"],
        ["/books/firm"],
        ["./firm"],
        ["postgresql://server/firm"],
    ],
)
def test_nothing_or_one_casebook_opens_the_window(argv: list[str]) -> None:
    assert bootstrap.wants_window(argv)


@pytest.mark.parametrize(
    "argv", [["--help"], ["demo"], ["demo", "dir"], ["client", "list"], ["typo"], ["-x/y"]]
)
def test_everything_else_is_for_the_command_line(argv: list[str]) -> None:
    assert not bootstrap.wants_window(argv)


def test_without_a_screen_the_command_line_is_named() -> None:
    with pytest.raises(UserError, match=r"no screen.*--help"):
        bootstrap.check_display({}, "linux")


@pytest.mark.parametrize(
    ("environ", "platform"),
    [
        ({"DISPLAY": ":0"}, "linux"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux"),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux"),
        ({}, "win32"),
        ({}, "darwin"),
    ],
)
def test_with_a_screen_nothing_is_said(environ: dict[str, str], platform: str) -> None:
    bootstrap.check_display(environ, platform)


def test_known_trouble_is_one_line_and_its_exit_code() -> None:
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    settings = {name: value for name, value in os.environ.items() if name not in screens}
    result = subprocess.run(
        [sys.executable, "-m", "app"], cwd=ROOT, env=settings, capture_output=True, text=True, check=False
    )
    assert result.returncode == (2 if sys.platform.startswith("linux") else 0)
    assert result.stderr.startswith("kasebook: There is no screen")
    assert result.stderr.count("\n") == 1


def test_a_frozen_program_reads_spreadsheets_in_a_process_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"a,b\n1,2\n")
    code = f"from app import bootstrap; bootstrap.run(['{bootstrap.READ_SHEET}'])"
    with (tmp_path / "a.csv").open("rb") as file:
        said = subprocess.run(
            [sys.executable, "-c", code], stdin=file, stdout=subprocess.PIPE, cwd=ROOT, timeout=60, check=True
        )
    assert json.loads(said.stdout)["rows"][1] == [2, ["1", "2"]]
    assert bootstrap.READ_SHEET == sheet_reader.ARGUMENT
