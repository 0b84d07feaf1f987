"""A visa photo of somebody's, measured and never kept: its file, size, colours and the ground at its edges.

Opened with the limits of every picture from outside, see ``pictures``; what it says of itself is read, never
obeyed.
"""

import io
from collections.abc import Mapping
from datetime import date
from typing import Any

from PIL import ExifTags, Image, ImageOps

from app.domain.photo_checks import Picture
from app.domain.photo_profiles import Ground
from app.errors import UserError
from app.i18n import _
from app.pdf import LARGEST_PICTURE
from app.pdf.pictures import KINDS, MOST_PIXELS, UNREADABLE

_BITS = {
    "1": 1,
    "L": 8,
    "P": 8,
    "LA": 16,
    "I;16": 16,
    "I": 32,
    "RGB": 24,
    "RGBA": 32,
    "CMYK": 32,
    "YCbCr": 24,
}
_SEEN = (240, 320)  # pixels: enough to tell the colour of a ground, small whatever comes
_SIDE, _TOP, _DOWN = 0.06, 0.06, 0.5  # the edges looked at: beside and above the head, not the shoulders
_GREY = 12  # how far red, green and blue may lie apart in a picture without colour


def measured(data: bytes) -> Picture:
    """Return what a PNG or JPEG file is. Raises ``UserError``; slow for a large one."""
    if len(data) > LARGEST_PICTURE:
        raise UserError(_("This picture is too large."), _("Choose one of at most 5 MB."), field="photo")
    try:
        return _measured(data)
    except UNREADABLE as error:
        hint = _("Choose a PNG or a JPEG file.")
        raise UserError(_("This picture can't be read."), hint, field="photo") from error


def _measured(data: bytes) -> Picture:
    with Image.open(io.BytesIO(data), formats=KINDS) as found:
        if found.width * found.height > MOST_PIXELS:
            raise Image.DecompressionBombError
        exif = found.getexif()
        is_turned = exif.get(ExifTags.Base.Orientation) in (5, 6, 7, 8)
        width, height = (found.height, found.width) if is_turned else found.size
        dots, bits, name = _dots(found.info), _BITS.get(found.mode, 0), found.format or ""
        found.draft("RGB", _SEEN)
        seen = ImageOps.exif_transpose(found).convert("RGBA")
    seen.thumbnail(_SEEN)
    ground = Image.new("RGB", seen.size, "white")
    ground.paste(seen, mask=seen.getchannel("A"))
    return Picture(
        file_format=name,
        width=width,
        height=height,
        size=len(data),
        bits=bits,
        is_colour=_is_colour(ground),
        ground=_ground(ground),
        dots=(dots[1], dots[0]) if dots and is_turned else dots,
        taken_on=_taken_on(exif),
    )


def _dots(info: Mapping[Any, Any]) -> tuple[float, float] | None:
    dots = info.get("dpi")
    if not isinstance(dots, tuple) or len(dots) != 2:
        return None
    across, down = (float(each) for each in dots)
    return (across, down) if 20 <= across <= 10_000 and 20 <= down <= 10_000 else None


def _taken_on(exif: Image.Exif) -> date | None:
    written = exif.get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.DateTimeOriginal)
    try:
        return date.fromisoformat(str(written)[:10].replace(":", "-"))
    except ValueError:
        return None


def _pixels(picture: Image.Image) -> list[tuple[int, int, int]]:
    data = picture.tobytes()
    return [(data[at], data[at + 1], data[at + 2]) for at in range(0, len(data), 3)]


def _is_colour(picture: Image.Image) -> bool:
    """Whether more than a trace of the picture is not grey."""
    pixels = _pixels(picture)
    return sum(max(each) - min(each) > _GREY for each in pixels) > len(pixels) / 100


def _ground(picture: Image.Image) -> dict[Ground, float]:
    width, height = picture.size
    side, top, down = max(1, int(width * _SIDE)), max(1, int(height * _TOP)), max(1, int(height * _DOWN))
    boxes = ((0, 0, width, top), (0, 0, side, down), (width - side, 0, width, down))
    edges = [pixel for box in boxes for pixel in _pixels(picture.crop(box))]
    white = sum(min(each) >= 225 and max(each) - min(each) <= 20 for each in edges)
    blue = sum(_is_light_blue(*each) for each in edges)
    return {Ground.WHITE: white / len(edges), Ground.LIGHT_BLUE: blue / len(edges)}


def _is_light_blue(red: int, green: int, blue: int) -> bool:
    return blue >= 190 and red >= 90 and blue - red >= 21 and red <= green + 15 and green <= blue
