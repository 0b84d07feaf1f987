"""Directions of texts of ours, and what the controls in them may do."""

import pytest

from app.i18n import isolated
from app.pdf.text.direction import direction, without_controls


@pytest.mark.parametrize(
    "text", ["", "KANNAN (2026)", "王小明", "हिन्दी", "\u202e abc", "\u2067\u2069", "a\u202db"]
)
def test_what_is_written_to_the_right_has_no_levels(text: str) -> None:
    assert direction(text) == (0, ())


def test_a_text_that_begins_with_a_letter_of_the_right_begins_there() -> None:
    assert direction("דוד David").base == 1
    assert direction("David דוד").base == 0


def test_what_shows_nothing_has_the_level_of_what_is_before_it() -> None:
    assert direction("می\u200cخ").levels == (1, 1, 1, 1)


@pytest.mark.parametrize("character", "\u202d\u202e\x00\x1c\x1f\x85\ud800\ue000")
def test_overrides_controls_and_halves_turn_nothing(character: str) -> None:
    assert direction(f"דו{character}אב").levels == (1,) * 5
    assert direction(f"ab{character}אב").levels == (0, 0, 0, 1, 1)


@pytest.mark.parametrize("value", ["plain", "王小明", "(5)", ""])
def test_values_written_to_the_right_stay_as_they_are_in_a_sentence(value: str) -> None:
    assert isolated(value) == value


@pytest.mark.parametrize(
    "value",
    [
        "דוד",
        "\u2067א",
        "א\u2069\u2069",
        "\u2067\u2067א",
        "\u202eא",
        "\u2069\u2066א\u2069\u2069\u2067",
        "א\u202b5",
    ],
)
def test_a_value_reorders_nothing_around_it(value: str) -> None:
    shown = isolated(value)
    found = direction(f"By {shown}, 12 (a) and {shown}.")
    place = len("By ")
    assert set(found.levels[:place]) == {0}
    end = place + len(shown)
    assert set(found.levels[end : end + len(", 12 (a) and ")]) == {0}
    assert found.levels[-1] == 0


def test_nothing_is_left_out_of_a_value_but_ends_without_a_beginning() -> None:
    assert isolated("\u2069א\u2067ב") == "\u2068א\u2067ב\u2069\u2069"


def test_copied_text_is_without_controls() -> None:
    assert without_controls("\u2068א\u200f\u202bب\u202c\u2069\u200c") == "אب\u200c"
