"""Classes of single characters, and brackets."""

import pytest

from app.pdf.text.bidi import classes


@pytest.mark.parametrize(
    ("character", "kind"),
    [
        ("a", "L"),
        ("א", "R"),
        ("م", "AL"),
        ("٣", "AN"),
        ("۳", "EN"),
        ("5", "EN"),
        ("\u202e", "RLO"),
        ("\u2068", "FSI"),
        ("\u0301", "NSM"),
        ("中", "L"),
        ("\u05ff", "R"),
        ("\ufffd", "ON"),
        ("\U0010ffff", "BN"),
    ],
)
def test_each_character_has_its_class(character: str, kind: str) -> None:
    assert classes.kind(character) == kind


def test_brackets_are_known_by_the_closing_one_they_need() -> None:
    found = classes.brackets("x([)]", range(5))
    assert found.opening == {1: ")", 2: "]"}
    assert found.closing == {3: ")", 4: "]"}


def test_brackets_that_are_canonically_the_same_match() -> None:
    found = classes.brackets("\u2329\u3009", (0, 1))
    assert found.opening[0] == found.closing[1]


def test_brackets_are_counted_by_their_number_in_the_sequence() -> None:
    assert classes.brackets("ab(c)", (2, 4)).closing == {1: ")"}
