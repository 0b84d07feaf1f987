"""A photo is measured as it is shown; whatever is broken or hostile is refused with a reason."""

import io
from datetime import date

import pytest
from PIL import ExifTags, Image

from app import pdf
from app.domain.photo_profiles import Ground
from app.errors import UserError
from tests import pictures

PHOTO = (390, 520)


def test_a_jpeg_tells_its_format_size_and_colours() -> None:
    data = pictures.jpeg(PHOTO, "white")
    found = pdf.photo(data)
    assert (found.file_format, found.width, found.height, found.bits) == ("JPEG", 390, 520, 24)
    assert (found.size, found.is_colour) == (len(data), False)
    assert found.ground[Ground.WHITE] == 1


@pytest.mark.parametrize(("mode", "bits"), [("L", 8), ("CMYK", 32)])
def test_the_bits_are_those_of_the_file(mode: str, bits: int) -> None:
    assert pdf.photo(pictures.jpeg(PHOTO, "white", mode)).bits == bits


@pytest.mark.parametrize(
    ("colour", "white", "blue"),
    [("#ffffff", 1, 0), ("#eceef0", 1, 0), ("#9fc5ef", 0, 1), ("#7a7a7a", 0, 0), ("#0d4f6b", 0, 0)],
)
def test_the_ground_is_told_by_its_colour(colour: str, white: int, blue: int) -> None:
    ground = pdf.photo(pictures.png(PHOTO, colour)).ground
    assert (round(ground[Ground.WHITE]), round(ground[Ground.LIGHT_BLUE])) == (white, blue)


def test_the_shoulders_do_not_count_as_ground() -> None:
    photo = Image.new("RGB", PHOTO, "white")
    photo.paste(Image.new("RGB", (390, 200), "navy"), (0, 320))
    photo.paste(Image.new("RGB", (180, 240), "#c58f6a"), (105, 90))
    out = io.BytesIO()
    photo.save(out, "PNG")
    found = pdf.photo(out.getvalue())
    assert found.ground[Ground.WHITE] == 1
    assert found.is_colour


def test_a_photo_lying_on_its_side_is_measured_upright() -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    found = pdf.photo(pictures.jpeg((520, 390), exif=exif, dpi=(300, 200)))
    assert (found.width, found.height) == PHOTO
    assert found.dots == (200.0, 300.0)


def test_the_day_that_the_camera_wrote_is_read() -> None:
    exif = Image.Exif()
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2026:03:01 09:30:00"
    assert pdf.photo(pictures.jpeg(PHOTO, exif=exif)).taken_on == date(2026, 3, 1)


@pytest.mark.parametrize("written", ["", "0000:00:00 00:00:00", "x" * 5000, "\u202e2026"])
def test_a_day_that_is_none_is_left_open(written: str) -> None:
    exif = Image.Exif()
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = written.encode("latin-1", "replace")
    assert pdf.photo(pictures.jpeg(PHOTO, exif=exif)).taken_on is None


def test_senseless_dots_are_none() -> None:
    assert pdf.photo(pictures.jpeg(PHOTO, dpi=(1, 1))).dots is None


def test_transparency_lies_on_white() -> None:
    image = Image.new("RGBA", PHOTO, (0, 0, 0, 0))
    out = io.BytesIO()
    image.save(out, "PNG")
    assert pdf.photo(out.getvalue()).ground[Ground.WHITE] == 1


def _bomb() -> bytes:
    data = bytearray(pictures.png((8, 8)))
    data[16:24] = (60_000).to_bytes(4, "big") * 2
    return bytes(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a" + bytes(40),
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        pictures.jpeg(PHOTO)[:400],
        _bomb(),
        bytes(pdf.LARGEST_PICTURE + 1),
    ],
    ids=["empty", "gif", "svg", "broken", "cut", "bomb", "large"],
)
def test_what_is_no_photo_is_refused_with_a_reason(data: bytes) -> None:
    with pytest.raises(UserError) as refused:
        pdf.photo(data)
    assert (refused.value.field, bool(refused.value.hint)) == ("photo", True)
