"""Kinds of characters."""

import pytest

from app.pdf.text import characters


@pytest.mark.parametrize("character", ["\u0301", "\u093f", "\u200d", "\ufe0f", "\U000e0100"])
def test_marks_and_joiners_belong_to_the_character_before(character: str) -> None:
    assert characters.is_mark(character)


@pytest.mark.parametrize("character", ["a", "中", "ठ", "."])
def test_letters_and_signs_stand_alone(character: str) -> None:
    assert not characters.is_mark(character)


def test_nothing_is_lost_with_what_shows_nothing() -> None:
    assert all(map(characters.is_ignorable, "\u200b\u200e\u2060\ufeff\u00ad"))
    assert not any(map(characters.is_ignorable, " a\u3000"))


def test_another_shape_of_a_character_is_never_taken_for_nothing() -> None:
    assert characters.is_variant("\U000e0100")
    assert not characters.is_ignorable("\U000e0100")


@pytest.mark.parametrize(
    ("character", "script"), [("a", "LATIN"), ("Ж", "CYRILLIC"), ("中", "CJK"), ("1", ""), ("·", "")]
)
def test_letters_know_their_alphabet(character: str, script: str) -> None:
    assert characters.alphabet(character) == script


def test_every_character_has_a_name_to_tell_the_user() -> None:
    assert [characters.name(character) for character in "ب\x07\ud800\ue000"] == [
        "ARABIC LETTER BEH",
        "CONTROL CHARACTER",
        "HALF OF A SURROGATE PAIR",
        "PRIVATE USE CHARACTER",
    ]


def test_code_points_have_at_least_four_digits() -> None:
    assert [characters.code_point(character) for character in ("\x07", "\U0001f600")] == ["U+0007", "U+1F600"]
