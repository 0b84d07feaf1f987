"""One spelling for what people type in many ways, without hurting scripts that live by their signs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.folding import document, fold, folded, number, tokens
from app.domain.people import Name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Łukasz Żółw", "lukasz zolw"),
        ("Øyvind Ægir", "oyvind aegir"),
        ("Straße", "STRASSE"),
        ("Işık İPEK", "isik ipek"),
        ("Đặng Thị Hương", "dang thi huong"),
        ("Þórður Guðmundsson", "thordur gudmundsson"),
        ("José", "Jose\u0301"),
        ("O’Brien", "O'Brien"),
        ("O´Brien", "OBrien"),
        ("ʻOkina", "okina"),
        ("ＷＡＮＧ　Ｗｅｉ", "wang wei"),
        ("Алёна", "Алена"),
        ("Ґалаґан", "галаган"),
        ("Ἀλέξανδρος", "Αλεξανδρος"),
        ("أحمد", "احمد"),
        ("مُحَمَّد", "محمد"),
        ("فاطمة", "فاطمه"),
        ("علی", "علي"),
        ("کریم", "كريم"),
        ("محـــمد", "محمد"),
        ("כהן", "כהנ"),
        ("スミス", "すみす"),
        ("ｽﾐｽ", "スミス"),
        ("क़मर", "क़मर"),
        ("क्‍ष", "क्ष"),
        ("김", "김"),
        ("۱۲۳ ४५ ๖๗", "123 45 67"),
        ("Smith-Jones", "Smith Jones"),
    ],
)
def test_what_people_type_alike_is_spelt_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("कि", "की"),
        ("कं", "क"),
        ("ตา", "ตำ"),
        ("ป่า", "ป้า"),
        ("காளி", "கலி"),
        ("Йован", "Иован"),
        ("が", "か"),
        ("王", "玉"),
        ("김", "강"),
    ],
)
def test_signs_that_make_another_name_stay(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_folded_text_has_one_name_per_line_and_each_once() -> None:
    assert folded(["Ana  Sample", "ANA SAMPLE", "", "王伟"]) == "ana sample\n王伟"


def test_unspaced_characters_are_words_of_their_own() -> None:
    assert tokens(["王小明"]) == "王 小 明"
    assert tokens(["김민준"]) == "김 민 준"
    assert tokens(["wang伟x"]) == "wang 伟 x"


def test_a_text_of_several_words_is_added_run_together() -> None:
    assert tokens(["Min-jun"]) == "min jun minjun"


def test_numbers_lose_their_groups() -> None:
    assert number("e 1234-5678") == "e12345678"
    assert number("Ｅ１２３") == "e123"


def test_a_document_holds_names_numbers_and_the_birth_date() -> None:
    names = [Name(family="WANG", given="Wei"), Name(family="王", given="伟")]
    found = document(
        names,
        passports=["E 123"],
        birth_date="1998-04-02",
        pinyin=lambda family, given: [family + given + "!"],
    )
    assert found.folded == "wang wei\n王伟\ne123"
    assert found.tokens == "wang wei wangwei 王 伟 王 伟 e123 19980402"


def test_two_chinese_names_of_one_family_keep_their_characters_together() -> None:
    found = document([Name(family="王", given="小明"), Name(family="王", given="大明")])
    assert found.tokens == "王 小 明 王 大 明"


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=60))
def test_folded_text_and_tokens_hold_nothing_that_could_be_an_operator(text: str) -> None:
    assert not set("\"'*%_\\()^:-+{}\x00\n") & set(fold(text) + tokens([text]))
