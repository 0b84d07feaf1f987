"""What a print holds besides its pages, numbered in ReportLab's document; and the file of all objects.

Each object of ours is given in PDF's own syntax, because a structure of a thousand elements built one call
at a time would take longer than laying the document out. ReportLab's document holds them all and formats its
own; the file is written here, because ReportLab writes each object apart, which is twice as large.
"""

import hashlib
import zlib
from typing import Any

from reportlab.pdfbase.pdfdoc import BasicFonts, PDFObject
from reportlab.pdfbase.pdfdoc import format as formatted
from reportlab.pdfgen.canvas import Canvas

_TOGETHER = 256  # objects in one compressed stream
_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_ESCAPED = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)"})


class _Written(PDFObject):
    """An object whose text is there already, or comes before the file is written."""

    def __init__(self, body: bytes = b"null") -> None:
        self.body = body

    def format(self, document: object) -> bytes:
        """Return the object as a file holds it; called by ReportLab."""
        return self.body


class _Stream(_Written):
    """An object with data behind it, which can't stand within a compressed stream."""


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
        return self._take(_Stream(_stream(data, entries, packed=packed)))

    def font(self, name: str, number: int) -> None:
        """Let pages call the font ``number`` by ``name``, such as "/K0"."""
        self._document.idToObject[BasicFonts][name[1:]] = f"{number} 0 R"

    @property
    def fonts(self) -> int:
        """The number of the dictionary of fonts that ReportLab keeps for all pages."""
        number: int = self._document.idToObjectNumberAndVersion[BasicFonts][0]
        return number

    def _take(self, written: _Written) -> int:
        self._document.Reference(written)
        number: int = self._document.objectcounter
        self._objects[number] = written
        return number


def document_of(canvas: Canvas) -> Any:
    """Return ReportLab's document behind a canvas, the only way to objects of one's own."""
    return canvas._doc  # type: ignore[attr-defined]  # its types leave out what is private


def written(canvas: Canvas, info: int) -> bytes:
    """Return the file of all objects that the canvas's document holds; nothing can be added afterwards.

    ``info`` is the number of its title and dates.
    """
    document = document_of(canvas)
    document.Reference(document.Catalog)
    root, _version = document.idToObjectNumberAndVersion[document.Catalog.__InternalName__]
    writer = _Writer()
    number = 1
    while name := document.numberToId.get(number):  # to format one may add others: a catalogue, its pages
        found = document.idToObject[name]
        body = formatted(found, document, toplevel=1)
        writer.take(number, body, is_stream=isinstance(found, _Stream))
        number += 1
    return writer.file(number, root, info)


class _Writer:
    """A file as it grows: streams where they stand, everything else packed into a few compressed ones."""

    def __init__(self) -> None:
        self._parts = [_HEAD]
        self._reached = len(_HEAD)
        self._places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
        self._packed: list[tuple[int, bytes]] = []

    def take(self, number: int, body: bytes, *, is_stream: bool) -> None:
        """Write an object down."""
        if not is_stream:
            self._packed.append((number, body))
            return
        data = b"%d 0 obj\n%s\nendobj\n" % (number, body)
        self._places[number] = (1, self._reached, 0)
        self._parts.append(data)
        self._reached += len(data)

    def file(self, following: int, root: int, info: int) -> bytes:
        """Return the whole file; ``following`` is the first number not taken."""
        for first in range(0, len(self._packed), _TOGETHER):
            self._gather(following, self._packed[first : first + _TOGETHER])
            following += 1
        body = b"".join(self._parts)
        table = self._table(following, root, info, hashlib.sha256(body).hexdigest()[:32].upper())
        return b"%s%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (body, following, table, len(body))

    def _gather(self, home: int, objects: list[tuple[int, bytes]]) -> None:
        offsets, reached = [], 0
        for index, (number, body) in enumerate(objects):
            offsets.append(f"{number} {reached}")
            reached += len(body) + 1
            self._places[number] = (2, home, index)
        head = " ".join(offsets).encode("ascii") + b"\n"
        data = head + b"\n".join(body for _number, body in objects)
        entries = f"/Type/ObjStm/N {len(objects)}/First {len(head)}"
        self.take(home, _stream(data, entries), is_stream=True)

    def _table(self, number: int, root: int, info: int, named: str) -> bytes:
        """Return the cross-reference stream, where each object stands."""
        self._places[number] = (1, self._reached, 0)
        rows = b"".join(
            b"%c%s%s" % (kind, where.to_bytes(4, "big"), last.to_bytes(2, "big"))
            for _number, (kind, where, last) in sorted(self._places.items())
        )
        named_twice = f"/ID[<{named}><{named}>]"
        entries = f"/Type/XRef/Size {number + 1}/W[1 4 2]/Root {root} 0 R/Info {info} 0 R{named_twice}"
        return _stream(rows, entries)


def _stream(data: bytes, entries: str, *, packed: bool = False) -> bytes:
    if not packed:
        data, entries = zlib.compress(data), f"{entries}/Filter/FlateDecode"
    head = f"<<{entries}/Length {len(data)}>>\nstream\n".encode("ascii")
    return b"%s%s\nendstream" % (head, data)


def string(text: str) -> str:
    """Return ``text`` as a string of PDF: readable where it is ASCII, else its UTF-16."""
    if text.isascii() and text.isprintable():
        return f"({text.translate(_ESCAPED)})"
    return f"<FEFF{text.encode('utf-16-be', 'surrogatepass').hex().upper()}>"
