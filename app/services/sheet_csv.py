"""CSV of any maker: the encoding told by its mark or by what is valid, the separator by what fits."""

import codecs
import csv
import io
import re
from typing import Any

from app.domain import cells
from app.services.sheet_limits import TEXT, Room, Trouble

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
ENCODINGS = ("utf-8-sig", "utf-16", "gb18030", "cp1252")
_SEPARATORS = ",;\t|"
_LOOKED_AT = 200_000  # characters that the separator is told from
_LINES = 50
_NO_TEXT = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f]")
_PAIR = re.compile(rb"[\x81-\xfe]([\x40-\xfe])")


def read(data: bytes, encoding: str) -> dict[str, Any]:
    """Return the rows of CSV; ``encoding`` is the one asked for, or "". Raises ``Trouble``."""
    try:
        text = data.decode(encoding or told(data)).removeprefix("\ufeff")
    except (UnicodeDecodeError, LookupError):
        raise Trouble("encoding" if encoding else "other") from None
    if _NO_TEXT.search(text):
        raise Trouble("other")
    separator, text = _separator(text)
    room = Room()
    csv.field_size_limit(TEXT)
    try:
        for number, row in enumerate(_rows(text, separator), 1):
            room.take(number, [cells.unguarded(cell) for cell in row])
    except csv.Error as error:
        raise Trouble("text" if "field limit" in str(error) else "csv") from None
    return {
        "form": "csv", "sheets": [], "sheet": "", "encoding": encoding or told(data), "separator": separator,
        "rows": room.rows, "odd": room.odd, "notes": [],
    }  # fmt: skip


def told(data: bytes) -> str:
    """Return the encoding of ``data``: by its mark, else the first in which it is valid text."""
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return encoding
    zeros = data[:4096].count(0)
    if zeros > len(data[:4096]) // 4:  # every other byte of Latin text
        return "utf-16-le" if data[1:2] == b"\0" else "utf-16-be"
    if _is_valid(data, "utf-8"):
        return "utf-8-sig"
    return "gb18030" if _is_valid(data, "gb18030") and _looks_chinese(data) else "cp1252"


def _is_valid(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _looks_chinese(data: bytes) -> bool:
    """Say whether most pairs are of the common characters: é before a letter is a rare one in GB 18030."""
    seconds = _PAIR.findall(data[:1_000_000])
    common = sum(second >= b"\xa1" for second in seconds)
    return bool(seconds) and common * 2 > len(seconds)


def _separator(text: str) -> tuple[str, str]:
    """Return what separates the cells, and the text without a first line that says so to Excel."""
    first, _end, rest = text.partition("\n")
    if re.fullmatch(r'"?sep=.\s*"?\s*', first):
        return first.strip().strip('"')[4], rest
    return max(_SEPARATORS, key=lambda one: _fits(text[:_LOOKED_AT], one)), text


def _fits(text: str, separator: str) -> tuple[int, int]:
    """Return how many lines have as many cells as the first, and how many cells; (0, 0) for one column."""
    try:
        lines = [row for row, _n in zip(_rows(text, separator), range(_LINES), strict=False) if row]
    except csv.Error:
        return 0, 0
    width = len(lines[0]) if lines else 0
    if width < 2:
        return 0, 0
    return sum(len(row) == width for row in lines), width


def _rows(text: str, separator: str) -> Any:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
