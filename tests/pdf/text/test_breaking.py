"""Where lines break."""

from itertools import pairwise

import pytest

from app.pdf.text import breaking


def words(text: str, language: str = "en") -> list[str]:
    """Return ``text`` cut at every place where a line may begin."""
    places = [0, *sorted(breaking.opportunities(text, language)), len(text)]
    return [text[first:last] for first, last in pairwise(places)]


def test_latin_breaks_after_spaces_and_hyphens() -> None:
    assert words("a well-kept list") == ["a ", "well-", "kept ", "list"]


def test_dates_and_protected_spaces_hold_together() -> None:
    assert words("2026-11-23 23\u00a0Nov") == ["2026-11-23 ", "23\u00a0Nov"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("การขอวีซ่า", ["การ", "ขอ", "วีซ่า"]),
        ("ឯកសារសម្រាប់ទិដ្ឋាការ", ["ឯកសារ", "សម្រាប់", "ទិដ្ឋាការ"]),
        ("ພາສາລາວ", ["ພາສາ", "ລາວ"]),
        ("ကျွန်တော်စာအုပ်ဖတ်သည်", ["ကျွန်တော်", "စာအုပ်", "ဖတ်သည်"]),
    ],
)
def test_scripts_without_spaces_break_between_words(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_chinese_punctuation_never_begins_a_line() -> None:
    text = "护照\uff08原件\uff09。请"
    assert words(text, "zh-CN") == ["护", "照", "\uff08原", "件\uff09。", "请"]


@pytest.mark.parametrize("sign", "，。、；：？！）》」』】”’…—·々ー")
def test_a_sign_that_ends_something_never_begins_a_line(sign: str) -> None:
    assert words(f"中文{sign}中文", "zh-CN")[1].startswith("文")
    assert not any(word.startswith(sign) for word in words(f"中文{sign}中文", "zh-CN"))


@pytest.mark.parametrize("sign", "（《「『【“‘")
def test_a_sign_that_begins_something_never_ends_a_line(sign: str) -> None:
    assert not any(word.endswith(sign) for word in words(f"中文{sign}中文", "zh-CN"))


def test_words_of_the_right_break_at_their_spaces() -> None:
    assert words("محمد بن علي") == ["محمد ", "بن ", "علي"]


def test_halves_of_pairs_are_taken_for_characters() -> None:
    assert words("a \ud800b c") == ["a ", "\ud800b ", "c"]


def test_places_are_counted_in_characters_beyond_the_basic_plane() -> None:
    assert words("𠮷𠮷 ab") == ["𠮷", "𠮷 ", "ab"]


def test_no_line_breaks_at_a_soft_hyphen_that_we_would_not_draw() -> None:
    assert words("co\u00adop") == ["co\u00adop"]


@pytest.mark.parametrize(
    "number", ["+91 98765 43210", "+1 (415) 555-0100", "+44 20 7946 0123", "K-DOC-01", "H-1B", "48 × 33 mm"]
)
def test_a_telephone_number_a_code_and_a_size_stay_on_one_line(number: str) -> None:
    assert number in [word.strip() for word in words(f"Call {number} or write")]


def test_a_line_holds_as_many_words_as_fit() -> None:
    edges = [0.0, 10, 20, 30, 40, 50]
    assert breaking.lines(edges, stops=[2, 4], ends=[2, 4], width=45) == [4]


def test_spaces_at_the_end_of_a_line_take_no_room() -> None:
    edges = [0.0, 10, 20, 30, 40]
    assert breaking.lines(edges, stops=[3], ends=[2], width=20) == [3]


def test_a_word_wider_than_the_line_breaks_anywhere() -> None:
    edges = [float(10 * number) for number in range(8)]
    assert breaking.lines(edges, stops=[], ends=[], width=30) == [3, 6]


def test_a_single_glyph_wider_than_the_line_stands_alone() -> None:
    assert breaking.lines([0.0, 50, 100], stops=[], ends=[], width=20) == [1]
