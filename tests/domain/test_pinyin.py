"""Chinese names read aloud."""

import pytest

from app.domain.pinyin import readings, suggestion


@pytest.mark.parametrize(
    ("family", "given", "spellings"),
    [
        ("王", "伟", {"wang", "wei", "wangwei"}),
        ("欧阳", "小明", {"ouyangxiaoming", "xiaoming", "ming"}),
        ("吕", "布", {"lv", "lu", "lyu", "lyubu", "lubu"}),
        ("曾", "国藩", {"zeng", "zengguofan"}),
        ("单", "雄信", {"shan"}),
        ("尉迟", "恭", {"yuchigong"}),
        ("朴", "树", {"piao", "pu", "pushu"}),
        ("黄", "晟", {"huangsheng", "huangcheng"}),
        ("任", "𬭎", {"renhong"}),
    ],
)
def test_a_name_is_found_by_its_syllables_and_by_all_of_it(
    family: str, given: str, spellings: set[str]
) -> None:
    assert spellings <= set(readings(family, given))


def test_a_family_name_is_not_read_as_the_word_it_also_is() -> None:
    assert "dan" not in readings("单", "雄信")
    assert "ceng" not in readings("曾", "国藩")


def test_other_characters_are_not_read() -> None:
    assert list(readings("山田", "たろう")) == []
    assert list(readings("WANG", "Wei")) == []
    assert list(readings("", "")) == []


@pytest.mark.parametrize(
    ("family", "given", "spelt"),
    [
        ("欧阳", "小明", ("OUYANG", "XIAOMING")),
        ("吕", "布", ("LYU", "BU")),
        ("曾", "国藩", ("ZENG", "GUOFAN")),
        ("", "王伟", ("", "WANGWEI")),
        ("Smith", "伟", ("", "WEI")),
    ],
)
def test_the_suggestion_is_spelt_as_chinese_passports_do(
    family: str, given: str, spelt: tuple[str, str]
) -> None:
    assert suggestion(family, given) == spelt
