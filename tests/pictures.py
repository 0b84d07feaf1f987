"""Pictures for tests: drawn here, of nothing."""

import io
from typing import Any

from PIL import Image


def png(size: tuple[int, int] = (120, 60), colour: str = "#0d4f6b", mode: str = "RGB", **how: Any) -> bytes:
    """Return a PNG of one colour."""
    return _written(Image.new("RGB", size, colour).convert(mode), "PNG", **how)


def jpeg(size: tuple[int, int] = (120, 60), colour: str = "#0d4f6b", mode: str = "RGB", **how: Any) -> bytes:
    """Return a JPEG of one colour."""
    return _written(Image.new("RGB", size, colour).convert(mode), "JPEG", **how)


def _written(image: Image.Image, kind: str, **how: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()
