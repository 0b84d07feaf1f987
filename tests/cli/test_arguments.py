"""How commands are declared: common options before or after, errors of one line, no empty promises."""

import re

import pytest

from tests.cli.conftest import Run

COMMANDS = [
    (), ("demo",), ("create",), ("verify",), ("backup",), ("restore",), ("user",), ("user", "add"),
    ("user", "list"), ("user", "remove"), ("user", "role"),
    ("passphrase",), ("client",), ("client", "add"), ("client", "list"),
    ("client", "show"), ("case",), ("case", "open"), ("case", "list"), ("case", "show"), ("case", "move"),
    ("case", "facts"), ("case", "set"), ("case", "checklist"), ("case", "item"), ("print",), ("mrz",),
    ("rules",), ("rules", "list"), ("rules", "check"), ("rules", "diff"), ("rules", "expiring"),
    ("rules", "notes"), ("rules", "questions"), ("rules", "answer"), ("rules", "checked"),
    ("rules", "rebase"),
    ("rules", "export"), ("rules", "import"), ("screen",), ("pathways",), ("deadlines",), ("workdays",),
    ("agenda",), ("calendar",), ("firm",), ("case", "deadlines"), ("case", "entries"),
]  # fmt: skip
# Commands of later issues: they must not be promised before they are there.
LATER = ("paper",)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_has_help(bare: Run, command: tuple[str, ...], language: str) -> None:
    answer = bare("--language", language, *command, "--help")
    assert answer.code == 0
    assert answer.out.startswith("usage: kasebook")


def test_only_what_is_there_is_offered(bare: Run) -> None:
    out = bare("--help").out
    for name in LATER:
        assert not re.search(rf"^    {name}\b", out, re.MULTILINE)


@pytest.mark.parametrize("name", LATER)
def test_what_is_not_there_yet_is_refused(bare: Run, name: str) -> None:
    assert bare(name).code == 2


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("client",),
        ("client", "list", "--nope"),
        ("client", "list", "extra"),
        ("--today", "23/11/2026", "client", "list"),
        ("rules", "list", "--today", "2026-02-30"),
        ("--language", "fr", "rules", "list"),
        ("print", "menu", "KB-2026-0001", "-o", "x.pdf"),
        ("print", "checklist", "KB-2026-0001", "-o", "x.pdf", "--paper", "a3"),
    ],
    ids=" ".join,
)
def test_what_can_not_be_parsed_is_one_line_that_says_where_to_read_more(
    bare: Run, words: tuple[str, ...]
) -> None:
    answer = bare(*words)
    assert answer.code == 2
    assert "\n" not in answer.error
    assert "--help" in answer.error


def test_a_print_without_a_place_to_go_says_how_to_name_one(bare: Run) -> None:
    answer = bare("print", "checklist", "KB-2026-0001")
    assert answer.code == 2
    assert "\n" not in answer.error
    assert "-o FILE" in answer.error


def test_common_options_stand_before_or_after_the_command(bare: Run, path: str) -> None:
    book = ("--casebook", str(path))
    for words in ((*book, "client", "list"), ("client", *book, "list"), ("client", "list", *book)):
        assert bare(*words, "--json").json == []


def test_the_version_is_told(bare: Run) -> None:
    assert re.fullmatch(r"kasebook \d+\.\d+\.\d+\n", bare("--version").out)


def test_the_day_can_be_fixed(bare: Run, path: str, case: str) -> None:
    words = ("--casebook", str(path), "case", "open", "Z0000001", "--category", "K", "--post", "hanoi")
    assert bare(*words, "--today", "2031-01-02").out == "KB-2031-0001\n"
