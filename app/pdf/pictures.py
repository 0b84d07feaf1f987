"""A picture from outside, never trusted: limited, decoded, and drawn anew as a small plain PNG.

What comes out holds pixels and nothing else: no metadata, no colour profile, no transparency.
"""

import io

from PIL import Image, ImageOps

from app.errors import UserError
from app.i18n import _
from app.pdf import LARGEST_PICTURE

MOST_PIXELS = 40_000_000  # before it is made smaller; a few hundred bytes can claim many more
LARGEST = (900, 360)  # pixels: what stands in a masthead, at 600 to the inch
KINDS = ("PNG", "JPEG")
# What Pillow raises over a file that is broken, hostile or too large.
UNREADABLE = (OSError, ValueError, SyntaxError, OverflowError, Image.DecompressionBombError)


def checked(data: bytes) -> bytes:
    """Return a PNG or JPEG as a PNG of at most ``LARGEST``, on white. Raises ``UserError``."""
    if len(data) > LARGEST_PICTURE:
        raise UserError(_("This picture is too large."), _("Choose one of at most 5 MB."), field="logo")
    try:
        drawn = _drawn(data)
    except UNREADABLE as error:
        raise UserError(
            _("This picture can't be read."), _("Choose a PNG or a JPEG file."), field="logo"
        ) from error
    out = io.BytesIO()
    drawn.save(out, "PNG", optimize=True)
    return out.getvalue()


def _drawn(data: bytes) -> Image.Image:
    with Image.open(io.BytesIO(data), formats=KINDS) as found:
        if found.width * found.height > MOST_PIXELS:
            raise Image.DecompressionBombError
        found.draft("RGB", LARGEST)  # a large JPEG is decoded at a part of its size
        upright = ImageOps.exif_transpose(found).convert("RGBA")
    upright.thumbnail(LARGEST, Image.Resampling.LANCZOS)
    ground = Image.new("RGB", upright.size, "white")
    ground.paste(upright, mask=upright.getchannel("A"))
    return ground
