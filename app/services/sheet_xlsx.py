"""XLSX of any maker, row by row: values as they stand there, formulas by their stored value alone."""

import re
import warnings
import zipfile
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any, BinaryIO

import openpyxl
from openpyxl.utils import range_boundaries

from app.domain import cells
from app.services.sheet_limits import PARTS, ROWS, SHARED, UNPACKED, Room, Trouble

_WORKBOOK = "xl/workbook.xml"
_SHARED_TEXTS = "xl/sharedStrings.xml"
_BLOCK = 1_000_000
_OVERLAP = 200  # bytes that a tag may be cut by the end of a block
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s+ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
_DIMENSION = re.compile(rb"<(?:\w+:)?dimension\s")
_ROW = re.compile(rb"<(?:\w+:)?row[\s/>]")
_MOST_ROW_TAGS = 5 * ROWS  # where a sheet does not say its size: rows may be there and empty
_ZEROS = re.compile(r"0{2,20}")
_MOST_MERGED, _MOST_ODD = 5_000, 100_000
_KINDS = {
    "word/document.xml": "other", "ppt/presentation.xml": "other", "xl/workbook.bin": "binary",
    "content.xml": "opendocument", "Index/Document.iwa": "numbers",
}  # fmt: skip


def read(file: BinaryIO, wanted: str) -> dict[str, Any]:
    """Return the rows of one sheet, the first with anything in it unless one is ``wanted``."""
    warnings.simplefilter("ignore")
    names = _look_inside(file)
    _refuse_endless(file, names)
    book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
    sheets = [sheet.title for sheet in book.worksheets]
    if not sheets or (wanted and wanted not in sheets):
        raise Trouble("sheet")
    chosen, room = _chosen(book, wanted)
    has_formulas, merged = _scanned(file, book[chosen])
    if has_formulas:
        _tell_empty_formulas(file, chosen, room)
    _tell_merged(merged, room)
    notes = [note for note, there in (("formulas", has_formulas), ("links", _has_links(names))) if there]
    return {
        "form": "xlsx", "sheets": sheets, "sheet": chosen, "encoding": "", "separator": "",
        "rows": room.rows, "odd": room.odd, "notes": notes,
    }  # fmt: skip


def _look_inside(file: BinaryIO) -> list[str]:
    """Return the names of a package's parts; refuse one that is no workbook, or unpacks to too much."""
    try:
        with zipfile.ZipFile(file) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise Trouble("damaged") from None
    names = [part.filename for part in parts]
    if _WORKBOOK not in names:
        raise Trouble(next((kind for name, kind in _KINDS.items() if name in names), "other"))
    shared = sum(part.file_size for part in parts if part.filename == _SHARED_TEXTS)
    if len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED or shared > SHARED:
        raise Trouble("unpacked")
    if len(set(names)) < len(names) or any(part.flag_bits & 1 for part in parts):
        raise Trouble("damaged")
    return names


def _refuse_endless(file: BinaryIO, names: list[str]) -> None:
    """Refuse a long sheet that does not say its size: the reader would look for it to the very end."""
    for name in names:
        if not name.startswith("xl/worksheets/") or not name.endswith(".xml"):
            continue
        tags = 0
        for number, block in enumerate(_blocks(file, name)):
            if number == 0 and _DIMENSION.search(block[:10_000]):
                break
            tags += len(_ROW.findall(block))
            if tags > _MOST_ROW_TAGS:
                raise Trouble("rows")


def _has_links(names: list[str]) -> bool:
    return any(name.startswith("xl/externalLinks/") for name in names)


def _chosen(book: Any, wanted: str) -> tuple[str, Room]:
    for sheet in book.worksheets:
        if wanted in ("", sheet.title):
            room = _rows(sheet)
            if room.rows or wanted:
                return sheet.title, room
    return book.worksheets[0].title, Room()


def _rows(sheet: Any) -> Room:
    room = Room()
    sheet.reset_dimensions()  # what a file says of its own size is not believed
    for number, row in enumerate(sheet.iter_rows(), 1):
        texts = [_text(cell) for cell in row]
        room.take(number, texts)
        room.odd += [(number, at, "error", texts[at]) for at, cell in enumerate(row) if cell.data_type == "e"]
    return room


def _text(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        return cells.read(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float):
        return _number(value, str(cell.number_format))
    return str(value)


def _number(value: float, form: str) -> str:
    """Return a number as its cell shows it: whole where it is whole, with the zeros its format asks for."""
    text = str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)
    return text.zfill(len(form)) if _ZEROS.fullmatch(form) else text


def _scanned(file: BinaryIO, sheet: Any) -> tuple[bool, list[str]]:
    """Say whether a sheet has formulas, and return its merged ranges, which a reader by rows leaves out."""
    has_formulas, merged = False, list[str]()
    for block in _blocks(file, sheet._worksheet_path):
        has_formulas = has_formulas or bool(_FORMULA.search(block))
        merged += [found.decode() for found in _MERGED.findall(block)]
    return has_formulas, list(dict.fromkeys(merged))[:_MOST_MERGED]


def _blocks(file: BinaryIO, part: str) -> Iterator[bytes]:
    with zipfile.ZipFile(file) as package, package.open(part) as source:
        kept = b""
        while block := source.read(_BLOCK):
            yield kept + block
            kept = block[-_OVERLAP:]


def _tell_empty_formulas(file: BinaryIO, chosen: str, room: Room) -> None:
    """Tell the formulas that were never calculated: their cells look empty and are not."""
    held = dict(room.rows)
    book = openpyxl.load_workbook(file, read_only=True, data_only=False, keep_links=False)
    sheet: Any = book[chosen]
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(), 1):
        for at, cell in enumerate(row):
            if cell.data_type == "f" and not any(held.get(number, [])[at : at + 1]):
                room.odd.append((number, at, "formula", ""))


def _tell_merged(merged: list[str], room: Room) -> None:
    numbers = [number for number, _cells in room.rows]
    for ref in merged:
        left, top, _right, bottom = range_boundaries(ref)
        assert left  # the pattern has them all
        assert top
        assert bottom
        inside = numbers[bisect_left(numbers, top) : bisect_right(numbers, bottom)]
        room.odd += [(number, left - 1, "merged", ref) for number in inside]
        if len(room.odd) > _MOST_ODD:  # ranges over each other, made to harm
            raise Trouble("damaged")
