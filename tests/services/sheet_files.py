"""Spreadsheets of other people, good and hostile, made where a test needs them."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
from sqlalchemy.orm import Session

from app.domain.importing import Subject
from app.services import importing, sheet_reader
from app.services.importing import Preview
from app.services.sheets import Sheet, as_csv, as_xlsx
from tests.builders import TODAY


def workbook(*rows: Sequence[Any], **sheets: Sequence[Sequence[Any]]) -> Any:
    """Return a workbook of somebody else's program, with rows on its first sheet and more sheets by name."""
    made: Any = openpyxl.Workbook()
    for row in rows:
        made.active.append(list(row))
    for name, content in sheets.items():
        sheet = made.create_sheet(name)
        for row in content:
            sheet.append(list(row))
    return made


def saved(made: Any) -> bytes:
    """Return a workbook's bytes."""
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def written(path: Path, *rows: Sequence[str]) -> Path:
    """Write rows, the heads first, as the form that the path's ending asks for; return the path."""
    sheet = Sheet("Sheet", rows[0], rows[1:])
    path.write_bytes(as_csv(sheet) if path.suffix == ".csv" else as_xlsx([sheet]))
    return path


def with_parts(data: bytes, **parts: bytes) -> bytes:
    """Return a package with some parts put in, or in place of others; ``__`` in a name stands for a slash."""
    source = zipfile.ZipFile(io.BytesIO(data))
    new = {name.replace("__", "/"): content for name, content in parts.items()}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name in source.namelist():
            if name not in new:
                package.writestr(name, source.read(name))
        for name, content in new.items():
            package.writestr(name, content)
    return made.getvalue()


def a_preview(session: Session, /, subject: Subject, path: Path, **orders: str) -> Preview:
    """Read a file and return what taking it in would do; ``orders`` are those of its columns, by letter."""
    table, meaning = importing.opened(session, subject, sheet_reader.read(path))
    for letter, order in orders.items():
        meaning = importing.with_order(meaning, ord(letter) - ord("A"), order)
    return importing.preview(session, subject, table, meaning, TODAY)
