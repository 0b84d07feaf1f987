"""The program itself, as a process: its bytes, its exit codes, its one line of error, what it loads."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import PASSPHRASE, Run
from tests.tree import ROOT

HEAVY = ("PySide6", "shiboken6", "reportlab", "pikepdf", "uharfbuzz", "icu4py", "alembic", "pypinyin")


def program(*words: str, **environ: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program to its end."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))
    }
    return subprocess.run(
        [sys.executable, "-m", "app", *words],
        cwd=ROOT,
        env={**kept, "KASEBOOK_PASSPHRASE": PASSPHRASE, **environ},
        capture_output=True,
        stdin=subprocess.DEVNULL,
        check=False,
        timeout=60,
    )


@pytest.fixture
def book(path: Path, add: Run) -> tuple[str, str]:
    """Return the options that name a casebook with one person in it."""
    add()
    return "--casebook", str(path)


@pytest.mark.parametrize("environ", [{"LC_ALL": "POSIX", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "ascii"}])
def test_output_is_utf_8_whatever_the_locale(book: tuple[str, str], environ: dict[str, str]) -> None:
    shown = program(*book, "client", "list", "--json", **environ)
    assert json.loads(shown.stdout.decode("utf-8"))[0]["native_name"] == "अनन्या नमूना"


def test_an_error_is_one_line_in_utf_8(book: tuple[str, str]) -> None:
    failed = program(*book, "client", "show", "样本", "--language", "zh", LC_ALL="C")
    assert failed.returncode == 2
    assert failed.stdout == b""
    lines = failed.stderr.decode("utf-8").splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("kasebook: ")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("rules", "list"), 0),
        (("--help",), 0),
        (("nonsense",), 2),
        (("client", "list"), 2),
        (("--casebook", "nowhere.kasebook", "client", "list"), 3),
    ],
)
def test_exit_codes_tell_what_kind_of_trouble_it_was(words: tuple[str, ...], code: int) -> None:
    ended = program(*words)
    assert ended.returncode == code
    assert ended.stderr.count(b"\n") == (0 if code == 0 else 1)
    assert b"Traceback" not in ended.stderr


def test_without_passphrase_or_terminal_the_ways_to_give_one_are_told(book: tuple[str, str]) -> None:
    failed = program(*book, "client", "list", KASEBOOK_PASSPHRASE="")
    assert failed.returncode == 2
    assert b"--passphrase-file" in failed.stderr


def test_a_list_loads_neither_qt_nor_what_prints_and_upgrades(book: tuple[str, str]) -> None:
    words = [*book, "client", "list", "--json"]
    code = f"import sys; from app.bootstrap import run; run({words!r}); print('LOADED', *sys.modules)"
    listed = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "KASEBOOK_PASSPHRASE": PASSPHRASE},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    loaded = {name.split(".")[0] for name in listed.stdout.split("LOADED")[1].split()}
    assert loaded.isdisjoint(HEAVY)


def test_a_reader_that_has_seen_enough_ends_it_quietly(book: tuple[str, str]) -> None:
    command = [sys.executable, "-m", "app", *book, "case", "list", "--json"]
    environ = {**os.environ, "KASEBOOK_PASSPHRASE": PASSPHRASE}
    with subprocess.Popen(
        command, cwd=ROOT, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as ended:
        assert ended.stdout
        assert ended.stderr
        ended.stdout.close()
        assert ended.stderr.read() == b""
    assert ended.returncode == 0


def test_a_pdf_goes_to_standard_output_and_nothing_else_does(book: tuple[str, str]) -> None:
    number = (
        program(*book, "case", "open", "Z0000001", "--category", "K", "--post", "hanoi")
        .stdout.decode()
        .strip()
    )
    printed = program(*book, "print", "checklist", number, "-o", "-")
    assert printed.returncode == 0
    assert printed.stdout.startswith(b"%PDF")
    assert printed.stdout.rstrip().endswith(b"%%EOF")
