"""What is printed lines up in every script and can't be obeyed by a terminal."""

import pytest

from app.cli import output
from app.i18n import Bilingual


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("样本", 4), ("보기", 4), ("ตัวอย่าง", 6), ("é", 1), ("e\u0301", 1)]
)
def test_width_counts_columns(text: str, columns: int) -> None:
    assert output.width(text) == columns


def test_columns_line_up_across_scripts(capsys: pytest.CaptureFixture[str]) -> None:
    output.table(("A", "B"), [("样本", 1), ("abcde", 2)])
    assert capsys.readouterr().out == "A      B\n样本   1\nabcde  2\n"


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\x1b[31mb", "a\\x1b[31mb"), ("a\nb\tc", "a b c"), ("\x9b0m", "\\x9b0m"), ("नमूना", "नमूना")],
)
def test_nothing_is_left_that_a_terminal_would_obey(text: str, shown: str) -> None:
    assert output.literal(text) == shown


def test_pairs_leave_out_what_is_empty(capsys: pytest.CaptureFixture[str]) -> None:
    output.pairs([("Name", "样本"), ("Empty", ""), ("None", None), ("Zero", 0)])
    assert capsys.readouterr().out == "Name  样本\nZero  0\n"


def test_json_keeps_every_script_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    output.say_json(output.languages(Bilingual("Passport", "护照")))
    assert capsys.readouterr().out == '{\n  "en": "Passport",\n  "zh-CN": "护照"\n}\n'
