"""Spreadsheets as we write them, read by somebody else's reader."""

import csv
import io
from typing import Any

import openpyxl

from app.domain import cells
from app.services import sheets
from app.services.sheets import Sheet

HOSTILE = [
    '=HYPERLINK("http://example.org")', "+1", "-2", "@SUM(A1)", "\t=1", "＝1+1", "00123", "_x0041_",
    "<b>bold</b> & \"so\"", "नमूना अनन्या", "王伟", "نموذج", "Nguyễn", "first\nsecond", "'=1", "  ",
]  # fmt: skip
SHEET = Sheet("A: list/1", ["Text", "更多"], [[text, "x"] for text in HOSTILE])


def cells_of(data: bytes) -> list[Any]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [row[0] for row in book.worksheets[0].iter_rows(min_row=2)]


def test_every_cell_of_a_workbook_is_typed_as_text() -> None:
    found = cells_of(sheets.as_xlsx([SHEET]))
    assert [cells.read(cell.value) for cell in found] == HOSTILE
    assert {cell.data_type for cell in found} == {"s"}
    assert {cell.number_format for cell in found} == {"@"}


def test_a_workbook_names_its_sheets_and_keeps_the_heads_in_view() -> None:
    book = openpyxl.load_workbook(io.BytesIO(sheets.as_xlsx([SHEET, Sheet("说明", ["x"], [])])))
    assert book.sheetnames == ["A  list 1", "说明"]
    assert book.worksheets[0].freeze_panes == "A2"
    assert book.worksheets[0]["B1"].value == "更多"
    assert book.worksheets[0]["A1"].font.b


def test_the_same_list_gives_the_same_bytes() -> None:
    assert sheets.as_xlsx([SHEET]) == sheets.as_xlsx([SHEET])


def test_csv_opens_as_utf_8_and_calculates_nothing() -> None:
    data = sheets.as_csv(SHEET)
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows[0] == ["Text", "更多"]
    assert not [row[0] for row in rows if row[0][:1] in set("=+-@\t＝")]
    assert [cells.unguarded(row[0]) for row in rows[1:]] == HOSTILE


def test_columns_are_called_as_spreadsheets_call_them() -> None:
    assert [sheets.column_letters(at) for at in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
