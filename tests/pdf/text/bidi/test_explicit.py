"""What the text says outright: embeddings and isolates, as deep as they may be."""

from app.pdf.text import bidi
from app.pdf.text.bidi import explicit

DEEPEST = 125


def test_an_isolate_ends_at_its_own_end() -> None:
    assert explicit.isolates(["LRI", "RLI", "PDI", "L", "PDI", "PDI", "FSI"]) == {1: 2, 0: 4}


def test_the_first_letter_is_looked_for_outside_isolates() -> None:
    kinds = ["RLI", "R", "PDI", "ON", "L"]
    assert explicit.first_strong(kinds, explicit.isolates(kinds), 0, 5) == 0
    assert explicit.first_strong(["ON"], {}, 0, 1) is None


def test_what_is_open_at_the_end_turns_nothing_after_the_paragraph() -> None:
    assert bidi.levels("a\u202eb", 0).each == [0, -1, 1]
    assert bidi.levels("c", 0).each == [0]


def test_embeddings_beyond_the_deepest_are_counted_and_no_more() -> None:
    flood = "\u202b" * 5000 + "a" + "\u202c" * 5000 + "b"
    found = bidi.levels(flood, 0).each
    assert max(found) == DEEPEST + 1
    assert found[-1] == 0


def test_isolates_beyond_the_deepest_are_counted_and_no_more() -> None:
    flood = "\u2067" * 5000 + "a" + "\u2069" * 5000 + "b"
    found = bidi.levels(flood, 0).each
    assert max(found) == DEEPEST + 1
    assert found[-1] == 0


def test_a_sequence_goes_on_after_an_isolate() -> None:
    kinds = ["R", "RLI", "L", "PDI", "R"]
    ends = explicit.isolates(kinds)
    found = explicit.embedded(kinds, ends, 1)
    places = [sequence.places for sequence in explicit.sequences(kinds, found, ends, 1)]
    assert sorted(places) == [[0, 1, 3, 4], [2]]
