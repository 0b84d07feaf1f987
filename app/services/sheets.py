"""Spreadsheets as we write them: CSV that Excel opens as UTF-8, and XLSX whose cells are all text.

Every cell is text, whatever it begins with: leading zeros stay, and nothing is calculated when it is opened.
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from app.domain import cells

CSV, XLSX = "csv", "xlsx"
_LONGEST = 32_767  # characters that a cell of Excel holds
_WIDEST, _NARROWEST = 60, 8  # characters
_WHEN = (2026, 1, 1, 0, 0, 0)  # the same content gives the same bytes
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BOLD, _TEXT = 1, 2  # places in the list of styles

Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, the heads of its columns, its rows."""

    name: str
    heads: Row
    rows: Sequence[Row]


def written(form: str, sheets: Sequence[Sheet]) -> bytes:
    """Return sheets as a file of the form "csv" (the first alone) or "xlsx"."""
    return as_csv(sheets[0]) if form == CSV else as_xlsx(sheets)


def as_csv(sheet: Sheet) -> bytes:
    """Return a sheet as CSV after RFC 4180, in UTF-8 with its mark; formulas are made texts."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    for row in (sheet.heads, *sheet.rows):
        writer.writerow([cells.guarded(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig", "replace")


def as_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """Return sheets as a workbook: heads in bold that stay in view, and cells of the type text."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in _parts(sheets):
            info = zipfile.ZipInfo(name, _WHEN)
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, _HEAD + content)
    return made.getvalue()


def _parts(sheets: Sequence[Sheet]) -> Iterator[tuple[str, str]]:
    numbers = range(1, len(sheets) + 1)
    yield "[Content_Types].xml", _content_types(numbers)
    yield "_rels/.rels", _relations([("rId1", "officeDocument", "xl/workbook.xml")])
    yield "xl/workbook.xml", _workbook(sheets)
    targets = [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
    yield "xl/_rels/workbook.xml.rels", _relations([*targets, ("rIdStyles", "styles", "styles.xml")])
    yield "xl/styles.xml", _STYLES
    for number, sheet in zip(numbers, sheets, strict=True):
        yield f"xl/worksheets/sheet{number}.xml", "".join(_sheet(sheet))


def _content_types(numbers: Iterable[int]) -> str:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = [("xl/workbook.xml", "sheet.main"), ("xl/styles.xml", "styles")]
    parts += [(f"xl/worksheets/sheet{number}.xml", "worksheet") for number in numbers]
    named = "".join(f'<Override PartName="/{part}" ContentType="{kind}.{one}+xml"/>' for part, one in parts)
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{named}</Types>'
    )


def _relations(targets: Iterable[tuple[str, str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for key, kind, target in targets
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'


def _workbook(sheets: Sequence[Sheet]) -> str:
    each = "".join(
        f'<sheet name={_quoted(sheet.name)} sheetId="{number}" r:id="rId{number}"/>'
        for number, sheet in enumerate(sheets, 1)
    )
    return f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{each}</sheets></workbook>'


def _quoted(name: str) -> str:
    """Return a sheet's name as an attribute; Excel takes 31 characters, and some not at all."""
    plain = "".join(" " if character in "[]:*?/\\" else character for character in name)[:31]
    return '"' + escape(plain, {'"': "&quot;"}) + '"'


_STYLES = (
    f'<styleSheet xmlns="{_MAIN}">'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    "<borders><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    '<cellStyleXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)


def _sheet(sheet: Sheet) -> Iterator[str]:
    yield (
        f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    )
    yield f"<cols>{''.join(_widths(sheet))}</cols><sheetData>"
    for number, row in enumerate((sheet.heads, *sheet.rows), 1):
        style = _BOLD if number == 1 else _TEXT
        cells_of_row = "".join(_cell(at, number, text, style) for at, text in enumerate(row))
        yield f'<row r="{number}">{cells_of_row}</row>'
    yield "</sheetData></worksheet>"


def _widths(sheet: Sheet) -> Iterator[str]:
    """Yield the columns with a width that shows most of what is in them, and the type text for new cells."""
    for at, head in enumerate(sheet.heads):
        texts = (text for row in sheet.rows[:200] for text in row[at : at + 1])
        longest = max([len(head) + 2, *(_breadth(text) for text in texts)])
        width = min(max(longest + 1, _NARROWEST), _WIDEST)
        yield f'<col min="{at + 1}" max="{at + 1}" width="{width}" style="{_TEXT}" customWidth="1"/>'


def _breadth(text: str) -> int:
    """Return how many columns a text takes: characters of East Asia take two."""
    return sum(2 if character >= "\u2e80" else 1 for character in text)


def _cell(at: int, number: int, text: str, style: int) -> str:
    if not text:
        return ""
    held = escape(cells.written(text[:_LONGEST]))
    return (
        f'<c r="{column_letters(at)}{number}" s="{style}" t="inlineStr">'
        f'<is><t xml:space="preserve">{held}</t></is></c>'
    )


def column_letters(at: int) -> str:
    """Return how spreadsheets call a column: 0 is A, 26 is AA."""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
