"""The process apart: what is no spreadsheet, or too much of one, is said plainly, and nobody is hurt."""

import io
import struct
import sys
import time
import zipfile
from pathlib import Path

import pytest

from app.domain.importing import Odd
from app.errors import UserError
from app.services import child_process, sheet_limits, sheet_reader
from app.services.sheet_reader import read
from tests.services.sheet_files import saved, with_parts, workbook, written

HEADS = ("Surname", "DOB")
_ROW = b'<row r="%d"><c r="A%d"><v>1</v></c></row>'
_MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SHEET = b'<worksheet xmlns="' + _MAIN + b'"><sheetData>%s</sheetData></worksheet>'


def trouble(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    start = time.monotonic()
    with pytest.raises(UserError) as caught:
        read(path)
    assert time.monotonic() - start < sheet_limits.SECONDS
    return caught.value.message


def _million_rows() -> bytes:
    return _sheet(b"".join(_ROW % (n, n) for n in range(1, 1_000_001)))


def _sheet(rows: bytes) -> bytes:
    return with_parts(saved(workbook(HEADS)), **{"xl__worksheets__sheet1.xml": _SHEET % rows})


def _bomb() -> bytes:
    data = with_parts(saved(workbook(HEADS)), **{"xl__media__zeros.bin": bytes(1_234_567)})
    return data.replace(struct.pack("<I", 1_234_567), struct.pack("<I", 700_000_000))


def _entities() -> bytes:
    names = b"".join(b'<!ENTITY a%d "%s">' % (n + 1, b"&a%d;" % n * 10) for n in range(12))
    head = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "aaaaaaaaaa">' + names + b"]>"
    cell = b'<row r="1"><c r="A1" t="inlineStr"><is><t>&a12;</t></is></c></row>'
    return with_parts(saved(workbook(HEADS)), **{"xl__worksheets__sheet1.xml": head + _SHEET % cell})


def _locked() -> bytes:
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(99)
    )


def _package(name: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr(name, "x")
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.xlsx", b"", "is empty"),
        ("game.xlsx", b"MZ\x90\0" + bytes(4000), "is a program"),
        ("game.csv", b"\x7fELF" + bytes(4000), "is a program"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "of an old kind"),
        ("locked.xlsx", _locked(), "protected by a password"),
        ("paper.xlsx", b"%PDF-1.7\n", "is no spreadsheet"),
        ("noise.csv", bytes(range(256)) * 20, "is no spreadsheet"),
        ("letter.xlsx", _package("word/document.xml"), "is no spreadsheet"),
        ("list.xlsb", _package("xl/workbook.bin"), "binary workbook"),
        ("list.ods", _package("content.xml"), "OpenDocument"),
        ("cut.xlsx", saved(workbook(HEADS))[:2000], "is damaged"),
        ("cut inside.xlsx", with_parts(saved(workbook(HEADS)), **{"xl__workbook.xml": b"<x"}), "is damaged"),
        ("quotes.csv", b'Surname,DOB\n"A,1\n', "quotation marks"),
        ("rows.csv", b"Surname,DOB\n" + b"A,1998\n" * 20_001, "more than 20,000 rows"),
        ("columns.csv", b"a," * 201 + b"a\n", "more than 200 columns"),
        ("entities.xlsx", _entities(), "is damaged"),
    ],
)  # fmt: skip
def test_what_can_not_be_read_is_said_plainly(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    assert said in trouble(tmp_path / name, data)


def test_a_million_rows_and_a_bomb_end_in_a_message(tmp_path: Path) -> None:
    assert "more than 20,000 rows" in trouble(tmp_path / "million.xlsx", _million_rows())
    assert "unpacks to far more" in trouble(tmp_path / "bomb.xlsx", _bomb())


def test_a_file_that_is_gone_or_too_large_is_not_even_begun(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="can't be read"):
        read(tmp_path / "nowhere.xlsx")
    with (tmp_path / "large.csv").open("wb") as file:
        file.truncate(sheet_limits.FILE_BYTES + 1)
    with pytest.raises(UserError, match="larger than 50 MB"):
        read(tmp_path / "large.csv")


def test_the_same_rows_come_from_both_forms(tmp_path: Path) -> None:
    rows = [HEADS, ("=1+1", "00123"), ("王伟", "-5"), ("नमूना", ""), ("'=x", "@a"), ("a\nb", "é")]
    found = [read(written(tmp_path / name, *rows)) for name in ("a.csv", "a.xlsx")]
    assert [(one.form, one.encoding) for one in found] == [("csv", "utf-8-sig"), ("xlsx", "")]
    for sheet in found:
        assert [row.number for row in sheet.rows] == [1, 2, 3, 4, 5, 6]
        assert [(row.cell(0), row.cell(1)) for row in sheet.rows] == [tuple(row) for row in rows]


def test_a_sheet_is_chosen_by_its_name_or_is_the_first_with_anything(tmp_path: Path) -> None:
    path = tmp_path / "two.xlsx"
    path.write_bytes(saved(workbook(Clients=[HEADS, ("A", "1998")], Fees=[("x",)])))
    assert (read(path).sheet, read(path).sheets) == ("Clients", ("Sheet", "Clients", "Fees"))
    assert read(path, sheet="Fees").rows[0].cells == ("x",)
    with pytest.raises(UserError, match="no such sheet"):
        read(path, sheet="Nowhere")


def test_an_encoding_can_be_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("Müller;Josélito\n".encode("cp1252"))
    assert read(path).encoding == "cp1252"
    assert read(path, encoding="gb18030").encoding == "gb18030"
    with pytest.raises(UserError, match="not in this encoding"):
        read(path, encoding="utf-8-sig")


def test_reading_stops_when_it_is_cancelled(tmp_path: Path) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    path = written(tmp_path / "a.csv", *[HEADS, *[("A", "1998")] * 19_000])
    with pytest.raises(KeyboardInterrupt):
        read(path, check=stop)


def test_the_other_process_learns_no_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KASEBOOK_PASSPHRASE", "correct horse battery")
    assert not any(name.startswith("KASEBOOK") for name in child_process.environment())


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child_process.command(sheet_reader.ARGUMENT, sheet_reader.CHILD) == [
        sys.executable,
        sheet_reader.ARGUMENT,
    ]


def test_what_is_odd_comes_along(tmp_path: Path) -> None:
    made = workbook(HEADS, ("=A1", "x"))
    path = tmp_path / "odd.xlsx"
    path.write_bytes(saved(made))
    assert read(path).odd == (Odd(2, 0, "formula", ""),)
    assert read(path).notes == ("formulas",)
