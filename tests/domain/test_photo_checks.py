"""A photo's file against a profile: met, not met, or for a person to see."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.photo_checks import Picture, Point, Verdict, check
from app.domain.photo_profiles import Ground
from app.services import tables
from tests.domain.rules import TODAY

DIGITAL, PRINT, POLICE = (
    next(each for each in tables.photos() if each.id == name)
    for name in ("visa-digital", "visa-print", "police")
)
GOOD = Picture(
    file_format="JPEG",
    width=390,
    height=520,
    size=80_000,
    bits=24,
    is_colour=True,
    ground={Ground.WHITE: 0.99, Ground.LIGHT_BLUE: 0.0},
)
SCANNED = replace(GOOD, width=396, height=576, dots=(304.8, 304.8))


def points(profile: Any, picture: Picture) -> dict[str, Point]:
    return {each.name: each for each in check(profile, picture, TODAY)}


def verdicts(profile: Any, picture: Picture) -> dict[str, Verdict]:
    return {name: each.verdict for name, each in points(profile, picture).items()}


def test_a_good_file_meets_what_a_program_can_tell() -> None:
    found = verdicts(DIGITAL, GOOD)
    told = {name for name, verdict in found.items() if verdict is Verdict.MET}
    assert told == {"format", "size", "pixel_width", "pixel_height", "bits", "colour", "ground"}
    assert Verdict.NOT_MET not in found.values()


def test_head_face_and_age_are_for_a_person_to_see() -> None:
    found = verdicts(PRINT, SCANNED)
    assert {name for name, verdict in found.items() if verdict is Verdict.OPEN} == {
        "head_width",
        "head_height",
        "age",
        "face",
    }


@pytest.mark.parametrize(
    ("changes", "point"),
    [
        ({"file_format": "PNG"}, "format"),
        ({"size": 39_000}, "size"),
        ({"size": 124_000}, "size"),
        ({"width": 353}, "pixel_width"),
        ({"width": 421}, "pixel_width"),
        ({"height": 471}, "pixel_height"),
        ({"height": 561}, "pixel_height"),
        ({"bits": 8}, "bits"),
        ({"is_colour": False}, "colour"),
        ({"ground": {Ground.WHITE: 0.2}}, "ground"),
    ],
)
def test_one_thing_wrong_fails_that_point_alone(changes: dict[str, Any], point: str) -> None:
    found = verdicts(DIGITAL, replace(GOOD, **changes))
    assert [name for name, verdict in found.items() if verdict is Verdict.NOT_MET] == [point]


@pytest.mark.parametrize("size", [40_500, 121_000])
def test_between_a_kilobyte_and_a_kibibyte_nothing_is_claimed(size: int) -> None:
    assert verdicts(DIGITAL, replace(GOOD, size=size))["size"] is Verdict.OPEN


@pytest.mark.parametrize(("width", "height"), [(354, 472), (420, 560)])
def test_the_bounds_count_in(width: int, height: int) -> None:
    assert Verdict.NOT_MET not in verdicts(DIGITAL, replace(GOOD, width=width, height=height)).values()


def test_a_scan_is_measured_on_paper_by_its_dots() -> None:
    assert points(PRINT, SCANNED)["paper"].found.en == "33.0 × 48.0 mm"
    assert verdicts(PRINT, SCANNED)["paper"] is Verdict.MET
    assert verdicts(PRINT, replace(SCANNED, dots=(300.0, 200.0)))["paper"] is Verdict.NOT_MET
    assert verdicts(PRINT, replace(SCANNED, dots=None))["paper"] is Verdict.OPEN


def test_another_shape_can_not_be_printed_in_full() -> None:
    assert verdicts(PRINT, SCANNED)["shape"] is Verdict.MET
    assert verdicts(PRINT, replace(SCANNED, width=576))["shape"] is Verdict.NOT_MET


def test_light_blue_is_for_the_police_alone() -> None:
    blue = replace(SCANNED, ground={Ground.WHITE: 0.1, Ground.LIGHT_BLUE: 0.9})
    assert verdicts(POLICE, blue)["ground"] is Verdict.MET
    assert verdicts(PRINT, blue)["ground"] is Verdict.NOT_MET


def test_a_ground_half_covered_is_for_a_person_to_see() -> None:
    assert verdicts(PRINT, replace(SCANNED, ground={Ground.WHITE: 0.8}))["ground"] is Verdict.OPEN


def test_a_camera_that_wrote_an_old_day_fails_and_a_new_day_proves_nothing() -> None:
    old, new = (replace(GOOD, taken_on=day) for day in (date(2026, 5, 22), date(2026, 5, 23)))
    assert verdicts(DIGITAL, old)["age"] is Verdict.NOT_MET
    assert verdicts(DIGITAL, new)["age"] is Verdict.OPEN
    assert "2026-05-22" in points(DIGITAL, old)["age"].found.zh


def test_colour_is_asked_for_only_where_the_profile_says_so() -> None:
    grey = replace(SCANNED, is_colour=False)
    assert verdicts(PRINT, grey)["colour"] is Verdict.NOT_MET
    assert "colour" not in verdicts(POLICE, grey)
