"""The order of letters, against every line of Unicode's own two tests; their counts are checked and said."""

import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

import resources
from app.pdf.text import bidi
from tests import make_bidi_data, unicode_data

PARTS = 8  # of the longer test, for several workers
BASES = ((1, None), (2, 0), (4, 1))
PARAGRAPHS = {"0": 0, "1": 1, "2": None}
COUNTS = {"15.0.0": (490_846, 770_241, 91_707)}  # lines, and cases in them, of BidiTest; of BidiCharacterTest


@pytest.fixture(scope="module")
def folder() -> Path:
    return unicode_data.installed()


def numbers(text: str) -> list[int]:
    """Return the numbers of a line, -1 for an x."""
    return [-1 if word == "x" else int(word) for word in text.split()]


def bidi_test(folder: Path, part: int) -> Iterator[tuple[list[str], int, list[int], list[int]]]:
    """Yield classes, bits of paragraph directions, levels and order of each line of one part of BidiTest."""
    levels: list[int] = []
    order: list[int] = []
    number = 0
    with (folder / "BidiTest.txt").open(encoding="utf-8") as file:
        for line in file:
            if line.startswith("@Levels:"):
                levels = numbers(line[8:])
            elif line.startswith("@Reorder:"):
                order = numbers(line[9:])
            elif line[0] not in "#@\n":
                number += 1
                if number % PARTS == part:
                    kinds, _, bits = line.partition(";")
                    yield kinds.split(), int(bits, 16), levels, order


def character_test(folder: Path) -> Iterator[list[str]]:
    """Yield the fields of each line of BidiCharacterTest."""
    with (folder / "BidiCharacterTest.txt").open(encoding="utf-8") as file:
        yield from (line.split(";") for line in file if line[0] not in "#\n")


def failed(kinds: list[str], bits: int, levels: list[int], order: list[int]) -> list[str]:
    """Return what of one line of BidiTest comes out otherwise; each paragraph's direction is tried."""
    found: dict[int, bidi.Levels] = {}
    for bit, stated in BASES:
        base = bidi.direction(kinds) if stated is None else stated
        if bits & bit and base not in found:
            found[base] = bidi.resolved(kinds, base)
    return [f"{kinds} {base}: {got}" for base, got in found.items() if wrong(got, levels, order)]


def wrong(got: bidi.Levels, levels: list[int], order: list[int]) -> bool:
    """Say whether levels or order differ from what is expected."""
    return got.each != levels or bidi.order(got.each) != order


@pytest.mark.parametrize("part", range(PARTS))
def test_every_line_of_bidi_test_holds(folder: Path, part: int) -> None:
    trouble = (found for line in bidi_test(folder, part) for found in failed(*line))
    assert list(islice(trouble, 5)) == []


def test_every_line_of_bidi_character_test_holds(folder: Path) -> None:
    trouble = []
    for codes, paragraph, base, levels, order in character_test(folder):
        got = bidi.levels("".join(chr(int(code, 16)) for code in codes.split()), PARAGRAPHS[paragraph])
        if got.base != int(base) or wrong(got, numbers(levels), numbers(order)):
            trouble.append(f"{codes} {paragraph}: {got}")
    assert trouble[:5] == []


def test_no_line_of_the_tests_is_left_out(folder: Path) -> None:
    lines = [line for part in range(PARTS) for line in bidi_test(folder, part)]
    cases = sum(bits.bit_count() for _kinds, bits, _levels, _order in lines)
    count = (len(lines), cases, sum(1 for _line in character_test(folder)))
    version = unicode_data.version(folder)
    said = "Unicode {}: BidiTest {} lines, {} cases; BidiCharacterTest {} lines\n"
    sys.stdout.write(said.format(version, *count))
    assert count == COUNTS[version]


def test_the_shipped_data_are_those_of_the_version_tested(folder: Path) -> None:
    assert resources.text("unicode/bidi.txt") == make_bidi_data.made(folder)
    assert resources.text("unicode/LICENSE.txt").startswith("EXHIBIT 1\nUNICODE, INC. LICENSE AGREEMENT")


@pytest.mark.parametrize("text", ["", "KANNAN (2026)", "王小明 · Nguyễn", "शर्मा", "a\u0301 5%"])
def test_what_is_written_left_to_right_turns_nothing(text: str) -> None:
    assert not bidi.turns(text)


@pytest.mark.parametrize("text", ["דוד", "a محمد", "١٢", "a\u202eb", "\u2067", "\u200f", "\U00010d00"])
def test_letters_numbers_and_controls_of_the_right_turn_a_line(text: str) -> None:
    assert bidi.turns(text)


def test_the_first_letter_decides_the_direction_of_a_paragraph() -> None:
    assert [bidi.levels(text).base for text in ("דוד David", "David דוד", "(1) ", "\u2067דוד\u2069 a")] == [
        1,
        0,
        0,
        0,
    ]


def test_brackets_follow_what_they_enclose() -> None:
    assert bidi.levels("אב (גד) a").each == [1, 1, 1, 1, 1, 1, 1, 1, 2]


def test_the_space_at_the_end_of_a_line_is_the_paragraphs() -> None:
    assert bidi.levels("a אב  ", 0).each == [0, 0, 1, 1, 0, 0]
    assert bidi.levels("ab  ", 1).each == [2, 2, 1, 1]


def test_letters_are_ordered_from_left_to_right() -> None:
    assert bidi.order([0, 1, 1, 0, 2, 2]) == [0, 2, 1, 3, 4, 5]
    assert bidi.order([1, 1, 2, 2, -1, 1]) == [5, 2, 3, 1, 0]
    assert bidi.order([]) == []
