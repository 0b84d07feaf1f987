"""A casebook can be read without us: another library opens its file with the key."""

from typing import Any

import apsw
import pytest

from db.casebook import Casebook
from tests.db.operations import add


def opened(book: Casebook, key: bytes) -> Any:
    """Open a casebook's file read-only with another library."""
    assert book.folder
    raw = apsw.Connection(str(book.folder.database), flags=apsw.SQLITE_OPEN_READONLY)
    raw.pragma("cipher", "sqlcipher")
    raw.pragma("legacy", 4)
    raw.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    return raw


def test_another_library_reads_the_rows(file: Casebook) -> None:
    file.write(add, "Sample", "नमूना")
    file.close()
    raw = opened(file, file.key)
    assert sorted(raw.execute("SELECT family FROM person_name").fetchall()) == [("Sample",), ("नमूना",)]
    assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    raw.close()


def test_it_reads_nothing_with_another_key(file: Casebook) -> None:
    file.close()
    with pytest.raises(apsw.NotADBError):
        opened(file, bytes(32)).execute("SELECT * FROM person_name").fetchall()
