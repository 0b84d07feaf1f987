"""Photo profiles are dated data, in millimetres and pixels."""

import pytest

from app.domain.pack_reader import RulePackError
from app.domain.photo_profiles import Span, parse
from app.services import tables
from tests.domain.rules import some_sources

TEXT = """
table = "photos"
version = "1"
review_every_days = 30
effective_from = 2025-01-01

[[profile]]
id = "square"
title = { en = "Square", zh = "方形" }
background = { en = "white", zh = "白色" }
grounds = ["white"]
paper_width = [33, 33]
basis = "OFFICIAL"
sources = [{ source = "S1", locator = "Art. 1" }]
checked_on = 2026-01-02
"""


def test_the_shipped_profiles_are_as_the_evidence_has_them() -> None:
    found = {profile.id: profile for profile in tables.photos()}
    assert list(found) == ["visa-print", "visa-digital", "police"]
    assert (found["visa-print"].paper_width, found["visa-print"].paper_height) == (Span(33, 33), Span(48, 48))
    assert (found["visa-print"].head_width, found["police"].head_width) == (Span(15, 22), Span(21, 24))
    digital = found["visa-digital"]
    assert (digital.pixel_width, digital.pixel_height) == (Span(354, 420), Span(472, 560))
    assert (digital.kilobytes, digital.file_format, digital.colour_bits) == (Span(40, 120), "JPEG", 24)


def test_a_span_holds_both_its_ends() -> None:
    assert [Span(3, 5).holds(value) for value in (2, 3, 5, 5.5)] == [False, True, True, False]
    assert (str(Span(3, 5)), str(Span(3, 3))) == ("3–5", "3")


@pytest.mark.parametrize("wrong", ["[33]", "[34, 33]", '"33"', "[1.5, 2]", "[-1, 2]", "33", "[true, true]"])
def test_a_span_is_two_whole_numbers_in_order(wrong: str) -> None:
    with pytest.raises(RulePackError, match="square: paper_width"):
        parse(TEXT.replace("[33, 33]", wrong), "photos.toml", some_sources())


@pytest.mark.parametrize("value", ["[]", '["green"]', '"white"'])
def test_a_background_is_named_by_colours_a_program_can_tell(value: str) -> None:
    with pytest.raises(RulePackError) as refused:
        parse(TEXT.replace('grounds = ["white"]', f"grounds = {value}"), "photos.toml", some_sources())
    assert (refused.value.item, refused.value.key) == ("square", "grounds")
