"""The document tree: what is printed in which language, and every text it holds."""

import pytest

from app.errors import UserError
from app.i18n import Bilingual
from app.pdf import tree
from app.pdf.tree import (
    Inline,
    readings,
)

NAME = Bilingual("Name", "姓名")


def test_a_text_in_two_languages_prints_the_one_asked_for() -> None:
    assert readings(NAME, "en") == (("Name", "en"),)
    assert readings(NAME, "zh-CN") == (("姓名", "zh-CN"),)


def test_both_languages_print_english_first() -> None:
    assert readings(NAME, "both") == (("Name", "en"), ("姓名", "zh-CN"))


def test_what_is_the_same_in_both_languages_prints_once() -> None:
    assert readings(Bilingual("K", "K"), "both") == (("K", "en"),)


def test_a_persons_own_words_print_as_they_are_in_every_language() -> None:
    assert [readings("Ana", language) for language in tree.LANGUAGES] == [(("Ana", ""),)] * 3


def test_empty_text_prints_nothing() -> None:
    assert readings("", "both") == ()
    assert not Inline(("", ""))


def test_a_line_of_several_texts_reads_through_in_each_language_with_its_own_marks() -> None:
    line = Inline((NAME, "Ana"), by=": ")
    assert readings(line, "both") == (("Name: Ana", "en"), ("姓名：Ana", "zh-CN"))


def test_a_line_of_names_reads_once() -> None:
    assert readings(Inline(("Ana", "安娜")), "both") == (("Ana · 安娜", "en"),)


def test_zh_means_the_chinese_of_the_mainland() -> None:
    assert tree.language("zh") == "zh-CN"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(UserError, match="zh-CN"):
        tree.language("fr")
