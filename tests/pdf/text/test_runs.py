"""Cutting text into runs of one font and one script."""

import pytest

from app.pdf.text import runs


def cut(text: str, *, bold: bool = False) -> list[tuple[str, str]]:
    """Return each run's text after its font's name."""
    return [
        (run.face.name.removeprefix("NotoSans"), text[run.start : run.end])
        for run in runs.split(text, bold=bold)
    ]


def levels(text: str) -> list[tuple[str, int]]:
    """Return each run's text with its level."""
    return [(text[run.start : run.end], run.level) for run in runs.split(text)]


def test_no_text_has_no_runs() -> None:
    assert cut("") == []


def test_plain_latin_is_one_run() -> None:
    assert cut("KANNAN ANANDHI (2026)") == [("-Regular", "KANNAN ANANDHI (2026)")]


def test_each_script_gets_its_own_font() -> None:
    assert cut("中文हिन्दीไทย") == [
        ("SC-Regular", "中文"),
        ("Devanagari-Regular", "हिन्दी"),
        ("Thai-Regular", "ไทย"),
    ]


def test_digits_look_the_same_in_every_script() -> None:
    assert cut("第2026年") == [("SC-Regular", "第"), ("-Regular", "2026"), ("SC-Regular", "年")]


def test_scripts_of_one_font_are_shaped_apart() -> None:
    assert cut("AbcЖиз") == [("-Regular", "Abc"), ("-Regular", "Жиз")]


def test_punctuation_stays_with_the_run_before_it() -> None:
    assert cut("欧阳·娜娜") == [("SC-Regular", "欧阳·娜娜")]
    assert cut("Ole·Ole") == [("-Regular", "Ole·Ole")]


def test_an_opening_quotation_mark_goes_with_what_it_opens() -> None:
    assert cut("A “日期”") == [("-Regular", "A "), ("SC-Regular", "“日期”")]


def test_a_mark_stays_with_its_letter() -> None:
    assert cut("e\u0301") == [("-Regular", "e\u0301")]
    assert cut("a 中\ufe0f") == [("-Regular", "a "), ("SC-Regular", "中\ufe0f")]


def test_a_mark_that_its_letters_font_lacks_is_a_box() -> None:
    assert cut("中\u0302") == [("SC-Regular", "中"), ("KasebookBoxes", "\u0302")]


def test_what_no_font_draws_is_a_run_of_boxes() -> None:
    assert cut("a\U0001f600\u200d\U0001f600 b\x07") == [
        ("-Regular", "a"),
        ("KasebookBoxes", "\U0001f600\u200d\U0001f600"),
        ("-Regular", " b"),
        ("KasebookBoxes", "\x07"),
    ]


def test_runs_end_where_the_direction_changes() -> None:
    assert [(text, level) for text, level in levels("אב (ג) a1 בג")] == [
        ("אב ", 1),
        ("(", 1),
        ("ג", 1),
        (") ", 1),
        ("a1", 2),
        (" ", 1),
        ("בג", 1),
    ]


def test_an_override_is_a_box_and_turns_nothing() -> None:
    assert cut("a\u202ebc") == [("-Regular", "a"), ("KasebookBoxes", "\u202e"), ("-Regular", "bc")]
    assert levels("a\u202ebc") == [("a", 0), ("\u202e", 0), ("bc", 0)]


def test_a_joiner_stays_inside_its_word() -> None:
    assert cut("ශ්\u200dරී") == [("Sinhala-Regular", "ශ්\u200dරී")]


def test_rare_han_in_bold_text_falls_back_to_the_regular_weight() -> None:
    assert cut("王𬱟", bold=True) == [("SC-Bold", "王"), ("SC-Regular", "𬱟")]


@pytest.mark.parametrize("text", ["Ångström ½ № €", "王·明", "हिन्दी", "a\u200bb", "– — … “ ”"])
def test_what_the_fonts_hold_is_known(text: str) -> None:
    assert list(runs.unknown(text)) == []


@pytest.mark.parametrize(
    ("text", "place", "character"),
    [
        ("ab😀", 2, "😀"),
        ("བོད", 0, "བ"),
        ("a\x07b", 1, "\x07"),
        ("a\ud800", 1, "\ud800"),
        ("\ue000", 0, "\ue000"),
        ("葛\U000e0100", 1, "\U000e0100"),
    ],
)
def test_what_no_font_holds_is_named_with_its_place(text: str, place: int, character: str) -> None:
    assert (place, character) in list(runs.unknown(text))
