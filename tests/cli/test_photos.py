"""A photo is checked on the command line: each point, and an error where one is not met."""

import random
from pathlib import Path

from PIL import Image

from tests.cli.conftest import Run


def a_photo(folder: Path, size: tuple[int, int] = (390, 520)) -> Path:
    """Write a fictional photo of coloured noise on white."""
    noise = random.Random(7)
    photo = Image.new("RGB", size, "white")
    speckled = Image.frombytes("RGB", (240, 300), noise.randbytes(240 * 300 * 3))
    photo.paste(speckled, ((size[0] - 240) // 2, 120))
    file = folder / "photo.jpg"
    photo.save(file, "JPEG", quality=80)
    return file


def test_a_good_file_meets_every_point_that_can_be_told(bare: Run, tmp_path: Path) -> None:
    answer = bare("photo", a_photo(tmp_path), "--profile", "visa-digital", "--json")
    results = {each["point"]: each["result"] for each in answer.json["points"]}
    assert (answer.code, answer.json["profile"]) == (0, "visa-digital")
    assert set(results.values()) == {"met", "cannot_tell"}
    assert answer.json["source"][0].startswith("[O15]")


def test_a_wrong_file_is_an_error_after_all_was_said(bare: Run, tmp_path: Path) -> None:
    answer = bare("photo", a_photo(tmp_path, (600, 520)), "--profile", "visa-digital")
    assert (answer.code, answer.error) == (2, "1 point of the profile is not met.")
    assert "Width in pixels" in answer.out
    assert "600" in answer.out


def test_the_words_are_chinese_where_chinese_is_asked_for(bare: Run, tmp_path: Path) -> None:
    answer = bare("photo", a_photo(tmp_path), "--profile", "visa-print", "--language", "zh")
    assert "须人工查看" in answer.out


def test_an_unknown_profile_a_missing_and_a_foreign_file_are_the_users_errors(
    bare: Run, tmp_path: Path
) -> None:
    assert bare("photo", a_photo(tmp_path), "--profile", "dream").code == 2
    assert bare("photo", tmp_path / "none.jpg", "--profile", "police").code == 2
    text = tmp_path / "text.jpg"
    text.write_text("not a photo")
    assert "can't be read" in bare("photo", text, "--profile", "police").error
