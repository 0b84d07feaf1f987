"""Photos are checked against the profiles that are in force, and those that an item names."""

from datetime import date
from pathlib import Path

import pytest

from app.domain.photo_checks import Verdict
from app.errors import UserError
from app.services import packs, photos, tables
from tests import pictures
from tests.domain.rules import TODAY


def test_only_profiles_in_force_are_offered() -> None:
    assert [each.id for each in photos.shipped(TODAY)] == ["visa-print", "visa-digital", "police"]
    assert [each.id for each in photos.shipped(date(2015, 1, 1))] == ["police"]
    assert [each.id for each in photos.shipped(TODAY, ("visa-digital",))] == ["visa-digital"]


def test_a_profile_that_there_is_not_is_refused_with_those_there_are() -> None:
    with pytest.raises(UserError, match="dreams") as refused:
        photos.profile("dreams", photos.shipped(TODAY))
    assert "visa-digital" in refused.value.hint


def test_a_file_is_checked_against_each_profile(tmp_path: Path) -> None:
    file = tmp_path / "照片.jpg"
    file.write_bytes(pictures.jpeg((390, 520), "white"))
    found = photos.read(file, photos.shipped(TODAY), TODAY)
    assert [each.profile.id for each in found] == ["visa-print", "visa-digital", "police"]
    assert "size" in {point.name for point in found[1].of(Verdict.NOT_MET)}


def test_a_file_that_is_not_there_is_the_users_error(tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        photos.read(tmp_path / "none.jpg", photos.shipped(TODAY), TODAY)
    assert refused.value.field == "photo"


def test_every_profile_that_an_item_names_is_shipped() -> None:
    known = {each.id for each in tables.photos()}
    named = {name for pack in packs.shipped() for item in pack.items for name in item.photos}
    assert named == {"visa-print", "visa-digital"} <= known
