"""What a print holds besides its pages, added to ReportLab's document as numbered objects.

Each object is given in PDF's own syntax, because a structure of a thousand elements built one call at a
time would take longer than laying the document out.
"""

import zlib
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject
from reportlab.pdfgen.canvas import Canvas

_ESCAPED = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)"})


class _Written(PDFObject):
    """An object whose text is there already, or comes before the canvas is saved."""

    def __init__(self, body: bytes = b"null") -> None:
        self.body = body

    def format(self, document: object) -> bytes:
        """Return the object as the file holds it; called by ReportLab."""
        return self.body


class File:
    """The objects of a canvas by number; a number may be given out before its object is there."""

    def __init__(self, canvas: Canvas) -> None:
        self._document = document_of(canvas)
        self._objects: dict[int, _Written] = {}

    def number(self) -> int:
        """Return a number for an object that is put later."""
        return self._take(_Written())

    def put(self, number: int, body: str) -> int:
        """Store an object, written in ASCII as PDF writes it, under its number; return that."""
        self._objects[number].body = body.encode("ascii")
        return number

    def add(self, body: str) -> int:
        """Store an object; return its number."""
        return self._take(_Written(body.encode("ascii")))

    def stream(self, data: bytes, entries: str = "", *, packed: bool = False) -> int:
        """Store a stream, compressed unless it is ``packed`` or says itself how; return its number."""
        if not packed:
            data, entries = zlib.compress(data), f"{entries}/Filter/FlateDecode"
        head = f"<<{entries}/Length {len(data)}>>\nstream\n".encode("ascii")
        return self._take(_Written(b"%s%s\nendstream" % (head, data)))

    def _take(self, written: _Written) -> int:
        self._document.Reference(written)
        number: int = self._document.objectcounter
        self._objects[number] = written
        return number


def document_of(canvas: Canvas) -> Any:
    """Return ReportLab's document behind a canvas, the only way to objects of one's own."""
    return canvas._doc  # type: ignore[attr-defined]  # its types leave out what is private


def written(canvas: Canvas) -> bytes:
    """Return the file that ReportLab makes of a canvas; nothing can be added to it afterwards."""
    return bytes(canvas.getpdfdata())  # type: ignore[no-untyped-call]


def string(text: str) -> str:
    """Return ``text`` as a string of PDF: readable where it is ASCII, else its UTF-16."""
    if text.isascii() and text.isprintable():
        return f"({text.translate(_ESCAPED)})"
    return f"<FEFF{text.encode('utf-16-be', 'surrogatepass').hex().upper()}>"
