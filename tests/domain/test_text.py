"""What is typed or pasted: kept as it is, or refused by the name of what can't be seen."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.text import character_name, clean, is_clean
from app.errors import UserError


@pytest.mark.parametrize(
    "text",
    [
        "SHARMA",
        "O’Brien-Smith",
        "अनन्या शर्मा",
        "क्‍ष",  # a joiner that Hindi spells with
        "آل‌احمد",  # and a non-joiner that Persian does
        "ශ්‍රී ලංකා",
        "สมชาย ใจดี",
        "Nguyễn Văn Đức",
        "王伟 (𬭎)",
        "葛󠄀城",  # a character with the variant its bearer uses
        "김민준",
        "=1+1; <b>x</b> & 'y' -- %s {0}",
    ],
)
def test_names_and_even_markup_stay_as_they_are(text: str) -> None:
    assert clean(text) == text


def test_spaces_around_go_and_the_composed_form_comes() -> None:
    assert clean("  Jose\u0301 \u3000") == "Jos\u00e9"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("An\u202ena", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("An\u2066na", "U+2066 LEFT-TO-RIGHT ISOLATE"),
        ("An\u200ena", "U+200E LEFT-TO-RIGHT MARK"),
        ("An\u200bna", "U+200B ZERO WIDTH SPACE"),
        ("An\u00adna", "U+00AD SOFT HYPHEN"),
        ("An\ufeffna", "U+FEFF ZERO WIDTH NO-BREAK SPACE"),
        ("An\u200dna", "U+200D ZERO WIDTH JOINER"),
        ("\u200cآل", "U+200C ZERO WIDTH NON-JOINER"),
        ("An\u3164na", "U+3164 HANGUL FILLER"),
    ],
)
def test_what_nobody_can_see_is_refused_by_name(text: str, named: str) -> None:
    with pytest.raises(UserError, match="can't be seen") as refused:
        clean(text, field="family")
    assert named in refused.value.message
    assert refused.value.field == "family"


@pytest.mark.parametrize("character", ["\x00", "\x07", "\t", "\n", "\x7f", "\x85"])
def test_a_control_character_is_refused_with_its_place(character: str) -> None:
    with pytest.raises(UserError, match="Character 3 is a control character"):
        clean(f"An{character}na")


@pytest.mark.parametrize("character", ["\ud800", "\ufffe", "\U0010ffff", "\u2028"])
def test_what_is_no_character_is_refused(character: str) -> None:
    with pytest.raises(UserError, match="not a character"):
        clean(f"An{character}na")


def test_a_name_of_five_thousand_characters_is_refused_with_both_figures() -> None:
    with pytest.raises(UserError, match=r"5,000 characters; 200 fit"):
        clean("a" * 5000)


def test_several_lines_keep_their_breaks_in_one_form() -> None:
    assert clean("1 Way\r\nTown\rLand\u2028Earth\tSky", lines=True) == "1 Way\nTown\nLand\nEarth Sky"


def test_clean_text_is_told_from_other_text() -> None:
    assert is_clean("Ana")
    assert not is_clean(" Ana")
    assert not is_clean("A\u200bna")


def test_a_character_without_a_name_is_told_by_its_code() -> None:
    assert character_name("\x07") == "U+0007"


@given(st.text(max_size=200))
def test_what_is_accepted_changes_only_in_form_and_spaces_and_never_again(text: str) -> None:
    try:
        cleaned = clean(text)
    except UserError:
        return
    assert cleaned == unicodedata.normalize("NFC", text).strip()
    assert clean(cleaned) == cleaned
