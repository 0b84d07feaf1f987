"""A picture from outside comes out small, plain and ours, or is refused with a reason."""

import io
import zlib

import pytest
from PIL import Image

from app import pdf
from app.errors import UserError
from app.pdf import LARGEST_PICTURE
from tests import pictures


def seen(data: bytes) -> Image.Image:
    """Return what our picture shows."""
    return Image.open(io.BytesIO(pdf.picture(data)))


@pytest.mark.parametrize("data", [pictures.png(), pictures.jpeg()])
def test_a_picture_keeps_its_size_and_look(data: bytes) -> None:
    found = seen(data)
    assert (found.format, found.mode, found.size) == ("PNG", "RGB", (120, 60))
    assert all(abs(one - other) < 8 for one, other in zip(found.getpixel((9, 9)), (13, 79, 107), strict=True))  # type: ignore[arg-type]


@pytest.mark.parametrize("mode", ["L", "P", "1", "RGBA", "LA", "I;16"])
def test_every_kind_of_png_comes_out_plain(mode: str) -> None:
    assert seen(pictures.png(mode=mode)).mode == "RGB"


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_every_kind_of_jpeg_comes_out_plain(mode: str) -> None:
    assert seen(pictures.jpeg(mode=mode)).mode == "RGB"


def test_what_is_transparent_stands_on_white() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(out, "PNG")
    assert seen(out.getvalue()).getpixel((5, 5)) == (255, 255, 255)


def test_a_large_picture_is_made_small_and_keeps_its_shape() -> None:
    assert seen(pictures.png((3000, 600))).size == (900, 180)


def test_a_photograph_lies_as_its_camera_says() -> None:
    turned = Image.Exif()
    turned[274] = 6
    assert seen(pictures.jpeg((120, 60), exif=turned)).size == (60, 120)


def test_nothing_but_pixels_is_kept() -> None:
    about = Image.Exif()
    about[315] = "somebody"
    data = pdf.picture(pictures.png(exif=about, dpi=(72, 72)))
    assert b"somebody" not in data
    assert b"eXIf" not in data


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert pdf.picture(pictures.jpeg()) == pdf.picture(pictures.jpeg())


def _claiming(width: int, height: int) -> bytes:
    """Return a PNG whose head claims a size that its rows do not have."""
    data = bytearray(pictures.png())
    data[16:24] = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    return bytes(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture",
        b"GIF89a" + bytes(40),
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        pictures.png()[:60],
        pictures.jpeg()[:300],
        _claiming(30_000, 30_000),
        _claiming(2**31 - 1, 2**31 - 1),
        _claiming(9000, 4000),
        _claiming(0, 0),
    ],
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(UserError) as refused:
        pdf.picture(data)
    assert refused.value.field == "logo"


def test_a_picture_over_the_limit_is_refused_unread() -> None:
    with pytest.raises(UserError, match="too large"):
        pdf.picture(bytes(LARGEST_PICTURE + 1))
