"""A PDF file as numbered objects, written in their own syntax: small, compressed, the same every time.

Page contents, fonts and pictures are streams of their own; everything else goes together into a few
compressed ones, which is what keeps a structure of a thousand elements small.
"""

import hashlib
import zlib

_TOGETHER = 256  # objects in one compressed stream
_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_ESCAPED = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)"})


class File:
    """Objects by number, from 1; a number may be given out before its object is there."""

    def __init__(self) -> None:
        self._plain: dict[int, str] = {}
        self._streams: dict[int, bytes] = {}
        self._last = 0

    def number(self) -> int:
        """Return a number for an object that is put later."""
        self._last += 1
        return self._last

    def put(self, number: int, body: str) -> int:
        """Store an object, written in ASCII as PDF writes it, under its number; return that."""
        self._plain[number] = body
        return number

    def add(self, body: str) -> int:
        """Store an object; return its number."""
        return self.put(self.number(), body)

    def stream(self, data: bytes, entries: str = "", *, number: int = 0, packed: bool = False) -> int:
        """Store a stream, compressed unless it is ``packed`` or says itself how; return its number."""
        number = number or self.number()
        if not packed:
            data, entries = zlib.compress(data), f"{entries}/Filter/FlateDecode"
        head = f"{number} 0 obj\n<<{entries}/Length {len(data)}>>\nstream\n"
        self._streams[number] = b"%s%s\nendstream\nendobj\n" % (head.encode("ascii"), data)
        return number

    def written(self, root: int, info: int) -> bytes:
        """Return the whole file, ``root`` its catalogue and ``info`` its title and dates."""
        places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
        for first in range(0, len(self._plain), _TOGETHER):
            self._gather(list(self._plain)[first : first + _TOGETHER], places)
        parts = [_HEAD]
        reached = len(_HEAD)
        for number, data in self._streams.items():
            places[number] = (1, reached, 0)
            parts.append(data)
            reached += len(data)
        body = b"".join(parts)
        return body + self._table(places, root, info, body)

    def _gather(self, numbers: list[int], places: dict[int, tuple[int, int, int]]) -> None:
        """Put plain objects into one compressed stream."""
        home = self.number()
        offsets, reached = [], 0
        for index, number in enumerate(numbers):
            offsets.append(f"{number} {reached}")
            reached += len(self._plain[number]) + 1
            places[number] = (2, home, index)
        head = " ".join(offsets) + "\n"
        bodies = "\n".join(self._plain[number] for number in numbers)
        entries = f"/Type/ObjStm/N {len(numbers)}/First {len(head)}"
        self.stream((head + bodies).encode("ascii"), entries, number=home)

    def _table(self, places: dict[int, tuple[int, int, int]], root: int, info: int, body: bytes) -> bytes:
        """Return the cross-reference stream and what ends the file."""
        number = self.number()
        places[number] = (1, len(body), 0)
        rows = b"".join(
            b"%c%s%s" % (kind, where.to_bytes(4, "big"), last.to_bytes(2, "big"))
            for _number, (kind, where, last) in sorted(places.items())
        )
        named = hashlib.sha256(body).hexdigest()[:32].upper()
        entries = (
            f"/Type/XRef/Size {number + 1}/W[1 4 2]/Root {root} 0 R/Info {info} 0 R/ID[<{named}><{named}>]"
        )
        self.stream(rows, entries, number=number)
        return b"%sstartxref\n%d\n%%%%EOF\n" % (self._streams[number], len(body))


def string(text: str) -> str:
    """Return ``text`` as a string of PDF: readable where it is ASCII, else its UTF-16."""
    if text.isascii() and text.isprintable():
        return f"({text.translate(_ESCAPED)})"
    return f"<FEFF{text.encode('utf-16-be', 'surrogatepass').hex().upper()}>"
