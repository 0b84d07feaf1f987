"""Lists as files: the form by the ending, and the record of what left the house."""

from pathlib import Path

import pytest

from app.errors import UserError
from app.services import history, list_exports
from db.casebook import Casebook


def test_the_ending_says_the_form() -> None:
    assert list_exports.form_of(Path("Persons.XLSX")) == "xlsx"
    assert list_exports.form_of(Path("a.csv")) == "csv"
    with pytest.raises(UserError, match=r"neither .xlsx nor .csv"):
        list_exports.form_of(Path("a.exe"))


def test_an_export_is_recorded_without_what_is_in_it(book: Casebook) -> None:
    file = list_exports.made("people.table", "csv", ["Name"], [["SAMPLE, Ananya"], ["=1"]])
    book.write(list_exports.record, file)
    entry = book.read(history.entries)[0]
    assert (entry.label, entry.undoable) == ("Export list", False)
    assert {key: entry.detail[key] for key in ("list", "form", "count")} == {
        "list": "people.table",
        "form": "csv",
        "count": 2,
    }
    assert "SAMPLE" not in str(entry.detail)
