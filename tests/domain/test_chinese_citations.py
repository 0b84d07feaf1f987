"""Sources and places in them, said in Chinese."""

import pytest

from app.domain.chinese_citations import Words, cited, line, numeral, parse, place
from app.domain.pack_reader import RulePackError
from tests.domain.rules import some_sources

WORDS = parse(
    """
[places]
"fees; term" = "费用；期限"
"Art. 7, last paragraph" = "第七条末款"
[publishers]
"Parliament of Examples" = "示例国议会"
[dates]
"2020" = "2020年"
""",
    "zh.toml",
)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "一"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (41, "四十一"),
        (100, "一百"),
        (103, "一百零三"),
        (114, "一百一十四"),
    ],
)
def test_articles_are_numbered_as_laws_number_them(number: int, said: str) -> None:
    assert numeral(number) == said


@pytest.mark.parametrize(
    ("locator", "said"),
    [
        ("Art. 12", "第十二条"),
        ("Arts. 41, 43", "第四十一条、第四十三条"),
        ("Arts. 13–17", "第十三条至第十七条"),
        ("Art. 21(4)", "第二十一条第四项"),
        ("Art. 6: S1", "第六条（S1）"),
        ("Art. 7, last paragraph", "第七条末款"),
        ("fees; term", "费用；期限"),
        ("as the firm wrote it", "as the firm wrote it"),
        ("2025-10-01", "2025-10-01"),
    ],
)
def test_a_place_is_said_in_chinese_where_it_has_been(locator: str, said: str) -> None:
    assert place(locator, WORDS) == said


def test_several_places_keep_their_sources_and_take_chinese_marks_between() -> None:
    found = cited("[L1] Arts. 37, 41; [O3] fees; term; [X9] Art. 2", WORDS)
    assert found.en == "[L1] Arts. 37, 41; [O3] fees; term; [X9] Art. 2"
    assert found.zh == "[L1] 第三十七条、第四十一条；[O3] 费用；期限；[X9] 第二条"


def test_what_cites_nothing_stays_as_it_is() -> None:
    assert cited("", WORDS) == ("", "")
    assert cited("our own rule", WORDS) == ("our own rule", "our own rule")


def test_the_list_of_sources_is_in_chinese_as_far_as_it_has_been_said() -> None:
    known, unknown = some_sources()["S1"], some_sources()["S2"]
    assert line(known, WORDS).zh == f"[S1] {known.title.zh}，示例国议会，2020年"
    assert line(known, WORDS).en == known.line.en
    assert line(unknown, WORDS).zh == "[S2] 通知，Post of Examples（副本）"


def test_what_is_no_text_is_refused_with_its_place() -> None:
    with pytest.raises(RulePackError, match=r"zh.toml: places: Art\. 1"):
        parse('[places]\n"Art. 1" = 1\n', "zh.toml")
    assert isinstance(WORDS, Words)
