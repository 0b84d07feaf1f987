"""What can't be printed is named; nothing is printed wrong in silence."""

import pytest

from app.i18n import Bilingual
from app.pdf import check
from app.pdf.tree import Column, KeyValues, Pair, Paragraph, Table
from tests.pdf.reading import document

NATIVE = Bilingual("Native name", "本国文字姓名")


def named(text: str) -> list[tuple[str, str, str]]:
    """Return code point, name and reason of each problem with ``text``."""
    found = check.problems(document(Paragraph(text)))
    return [(problem.code_point, problem.name, problem.reason) for problem in found]


def test_an_ordinary_name_has_no_problem() -> None:
    assert named("Nguyễn Thị Minh Khai · 王小明 · शर्मा\nsecond line\twith a tab") == []


def test_letters_of_the_right_are_no_problem() -> None:
    assert named("Ali علي (دוד) ١٢ پاکستان \u200f") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a\u202eb", ("U+202E", "RIGHT-TO-LEFT OVERRIDE", "override")),
        ("葛\U000e0100", ("U+E0100", "VARIATION SELECTOR-17", "variant")),
        ("😀", ("U+1F600", "GRINNING FACE", "missing")),
        ("བ", ("U+0F56", "TIBETAN LETTER BA", "missing")),
        ("a\x00", ("U+0000", "CONTROL CHARACTER", "control")),
        ("a\x1b[0m", ("U+001B", "CONTROL CHARACTER", "control")),
        ("\udfff", ("U+DFFF", "HALF OF A SURROGATE PAIR", "control")),
        ("\ue001", ("U+E001", "PRIVATE USE CHARACTER", "control")),
        ("\uffff", ("U+FFFF", "UNASSIGNED CHARACTER", "control")),
    ],
)
def test_what_is_not_drawn_as_itself_is_named(text: str, found: tuple[str, str, str]) -> None:
    assert found in named(text)


def test_a_character_is_listed_once_for_each_field() -> None:
    pairs = (Pair(NATIVE, "བ བ བ"), Pair(Bilingual("Father", "父亲"), "བ"))
    assert len(check.problems(document(KeyValues(pairs)))) == 2


def test_what_cannot_be_shown_is_shown_by_a_stand_in() -> None:
    assert [problem.character for problem in check.problems(document(Paragraph("\ud800")))] == ["\ufffd"]


def test_a_problem_in_a_table_names_the_column() -> None:
    table = Table((Column(NATIVE),), ((("བ",),),))
    assert [problem.field for problem in check.problems(document(table))] == [NATIVE]


def test_only_the_language_that_is_printed_is_looked_at() -> None:
    words = Paragraph(Bilingual("fine", "😀"))
    assert check.problems(document(words, language="en")) == ()
    assert len(check.problems(document(words, language="zh-CN"))) == 1
