"""Pictures that ``pictures`` made: plain PNG of red, green and blue, which a PDF takes in as it is."""

import struct
from collections.abc import Iterator

from app.pdf.objects import File

_HEAD = 8  # bytes that say that it is a PNG


def size(data: bytes) -> tuple[int, int]:
    """Return width and height in pixels."""
    width, height = struct.unpack(">2I", data[_HEAD + 8 : _HEAD + 16])
    return width, height


def embedded(data: bytes, file: File) -> int:
    """Add the picture to ``file``, its compressed rows untouched; return its number."""
    width, height = size(data)
    rows = b"".join(body for kind, body in _chunks(data) if kind == b"IDAT")
    return file.stream(
        rows,
        f"/Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/DeviceRGB/BitsPerComponent 8"
        f"/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors 3/Columns {width}>>",
        packed=True,
    )


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = _HEAD
    while place < len(data):
        length, kind = struct.unpack(">I4s", data[place : place + 8])
        yield kind, data[place + 8 : place + 8 + length]
        place += length + 12
