"""Workbooks of other makers: values as their cells show them, and what a reader by rows would miss."""

import io
import zipfile
from datetime import date, datetime
from typing import Any

import pytest

from app.services import sheet_xlsx
from app.services.sheet_limits import Trouble
from tests.services.sheet_files import saved, with_parts, workbook


def read(made: Any, wanted: str = "") -> dict[str, Any]:
    data = made if isinstance(made, bytes) else saved(made)
    return sheet_xlsx.read(io.BytesIO(data), wanted)


def test_values_are_read_as_their_cells_show_them() -> None:
    made = workbook(
        (date(1998, 4, 2), datetime.fromisoformat("2026-01-02 09:30"), 7, 12345678901234, 1.5, True, " x ")
    )
    made.active["C1"].number_format = "00000"
    assert read(made)["rows"] == [
        (1, ["1998-04-02", "2026-01-02 09:30", "00007", "12345678901234", "1.5", "yes", " x "])
    ]


def test_of_a_formula_the_stored_value_counts_and_one_without_is_told() -> None:
    cached = b'<c r="A2" t="str"><f>1+1</f><v>two</v></c><c r="B2"><f>HYPERLINK("http://x")</f></c>'
    sheet = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    sheet += b'<row r="1"><c r="A1" t="str"><v>Name</v></c></row><row r="2">' + cached
    sheet += b"</row></sheetData></worksheet>"
    found = read(with_parts(saved(workbook(("x",))), **{"xl__worksheets__sheet1.xml": sheet}))
    assert found["rows"] == [(1, ["Name"]), (2, ["two"])]
    assert found["odd"] == [(2, 1, "formula", "")]
    assert found["notes"] == ["formulas"]


def test_merged_cells_and_errors_are_told_for_their_rows() -> None:
    made = workbook(("Name", "x"), ("A", "#N/A"), ("", "1"), ("B", "2"))
    made.active["B2"].data_type = "e"
    made.active.merge_cells("A2:A3")
    assert sorted(read(made)["odd"]) == [
        (2, 0, "merged", "A2:A3"),
        (2, 1, "error", "#N/A"),
        (3, 0, "merged", "A2:A3"),
    ]


def test_what_a_sheet_says_of_its_own_size_is_not_believed() -> None:
    data = saved(workbook(("Name",), ("A",)))
    content = zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")
    huge = content.replace(b'ref="A1:A2"', b'ref="A1:XFD1048576"')
    assert huge != content
    assert len(read(with_parts(data, **{"xl__worksheets__sheet1.xml": huge}))["rows"]) == 2


def test_links_to_other_files_are_noted_and_not_followed() -> None:
    found = read(with_parts(saved(workbook(("Name",))), **{"xl__externalLinks__externalLink1.xml": b"<x/>"}))
    assert found["notes"] == ["links"]


def test_a_package_with_a_part_twice_is_refused() -> None:
    made = io.BytesIO(saved(workbook(("x",))))
    with zipfile.ZipFile(made, "a") as package, pytest.warns(UserWarning, match="Duplicate name"):
        package.writestr("xl/workbook.xml", "<x/>")
    with pytest.raises(Trouble, match="damaged"):
        read(made.getvalue())


def test_merged_ranges_over_each_other_are_refused() -> None:
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(1, 301))
    merged = b"".join(
        b'<mergeCell ref="A1:%c9999"/>' % (66 + n % 20) + b'<mergeCell ref="A%d:B9999"/>' % n
        for n in range(1, 900)
    )
    sheet = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    sheet += rows + b"</sheetData><mergeCells>" + merged + b"</mergeCells></worksheet>"
    found = with_parts(saved(workbook(("x",))), **{"xl__worksheets__sheet1.xml": sheet})
    assert len(read(found)["rows"]) == 300
    with pytest.MonkeyPatch.context() as patch, pytest.raises(Trouble, match="damaged"):
        patch.setattr(sheet_xlsx, "_MOST_ODD", 1_000)
        read(found)
