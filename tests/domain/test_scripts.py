"""Scripts told from the characters' own names."""

import pytest

from app.domain.scripts import main_script, mixed_words, script_of, scripts


@pytest.mark.parametrize(
    ("character", "script"),
    [
        ("a", "Latin"), ("Ñ", "Latin"), ("ﬁ", "Latin"), ("Ａ", "Latin"), ("ʼ", ""), ("1", ""), (" ", ""),
        ("王", "Han"), ("々", "Han"), ("𬭎", "Han"), ("か", "Hiragana"), ("カ", "Katakana"),
        ("ー", "Katakana"), ("김", "Hangul"), ("ㄱ", "Hangul"), ("अ", "Devanagari"), ("ஸ", "Tamil"),
        ("ক", "Bengali"),
        ("ส", "Thai"), ("ກ", "Lao"), ("က", "Myanmar"), ("ក", "Khmer"), ("م", "Arabic"), ("ﷺ", "Arabic"),
        ("ש", "Hebrew"), ("Ж", "Cyrillic"), ("Ω", "Greek"), ("Ա", "Armenian"), ("ა", "Georgian"),
        ("አ", "Ethiopic"), ("ꯀ", "Meetei Mayek"), ("ᱚ", "Ol Chiki"), ("ཀ", "Tibetan"), ("ᠠ", "Mongolian"),
    ],
)  # fmt: skip
def test_each_letter_knows_its_script(character: str, script: str) -> None:
    assert script_of(character) == script


def test_a_chinese_character_younger_than_the_tables_is_one_all_the_same() -> None:
    assert script_of("\U0002ebf0") == script_of("\U00031350") == "Han"  # Unicode 15.1 and 15


def test_a_text_names_its_scripts_in_the_order_they_begin() -> None:
    assert scripts("Wang 王 Wei 2") == ("Latin", "Han")


def test_the_main_script_is_that_of_most_letters() -> None:
    assert main_script("王伟 a") == "Han"
    assert main_script("123 !") == ""


def test_a_word_with_letters_that_only_look_latin_is_found() -> None:
    assert mixed_words("Anna Pаvlova") == ("Pаvlova",)  # the first a of the second word is Cyrillic
    assert mixed_words("Анна Pavlova 王wei") == ()
