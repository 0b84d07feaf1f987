"""A sheet before it is taken in: what would come, who is there already, what was remembered."""

from pathlib import Path

import pytest

from app.domain.importing import Subject
from app.domain.importing.cell_values import Meaning
from app.domain.importing.duplicates import Choice
from app.domain.likeness import Likeness
from app.errors import UserError
from app.services import importing, person_imports, sheet_reader
from db.casebook import Casebook
from tests.builders import TODAY, add_person, open_case
from tests.db.content import content_hash
from tests.services.sheet_files import a_preview, written

HEADS = ("Surname", "Given name", "DOB", "Passport no")


def test_a_preview_tells_good_rows_errors_and_who_is_there(book: Casebook, tmp_path: Path) -> None:
    add_person(book)
    before = content_hash(book)
    path = written(
        tmp_path / "a.xlsx",
        HEADS,
        ("SAMPLE", "Ananya", "1998-04-02", ""),
        ("OTHER", "Person", "1990-01-01", "z 0000001"),
        ("NEW", "Person", "1991-02-03", "A1"),
        ("NEW", "Person", "1991-02-03", ""),
        ("WRONG", "Date", "31 Feb 1998", ""),
    )
    ready = book.read(a_preview, Subject.PERSONS, path)
    assert [one.row for one in ready.candidates] == [2, 3, 4, 5]
    assert [(error.row, error.head) for error in ready.errors] == [(6, "DOB")]
    assert [(like.row, like.why, like.other_row) for like in ready.likes] == [
        (2, Likeness.NAME_AND_BIRTH, 0),
        (3, Likeness.PASSPORT, 0),
        (5, Likeness.NAME_AND_BIRTH, 4),
    ]
    assert (ready.likes[0].name, ready.likes[0].passport) == ("SAMPLE, Ananya", "Z0000001")
    assert ready.usual() == {2: Choice.SKIP, 3: Choice.SKIP, 5: Choice.SKIP}
    assert content_hash(book) == before


def test_dates_that_could_be_two_days_are_asked_for_once(book: Casebook, tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", HEADS, ("A", "B", "03/04/1998", ""), ("C", "D", "05/06/1999", ""))
    ready = book.read(a_preview, Subject.PERSONS, path)
    assert (list(ready.asked), len(ready.candidates)) == ([2], 0)
    answered = book.read(a_preview, Subject.PERSONS, path, C="mdy")
    assert (list(answered.asked), answered.errors) == ([], ())
    assert [str(one.value.birth_date) for one in answered.candidates] == ["1998-03-04", "1999-05-06"]


def test_what_columns_mean_is_remembered_with_the_import(book: Casebook, tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", ("Who", "Born"), ("SAMPLE", "03/04/1998"))
    sheet = sheet_reader.read(path)
    table, meaning = book.read(importing.opened, Subject.PERSONS, sheet)
    assert meaning.columns == {1: "birth_date"}
    meaning = importing.with_order(importing.with_column(meaning, 0, "family"), 1, "dmy")
    ready = book.read(importing.preview, Subject.PERSONS, table, meaning, TODAY)
    book.write(person_imports.accept, ready, {}, TODAY)
    assert book.read(importing.opened, Subject.PERSONS, sheet)[1] == meaning
    assert book.read(importing.opened, Subject.CASES, sheet)[1].columns == {}


def test_a_column_has_one_meaning_and_a_meaning_one_column() -> None:
    meaning = importing.with_column(Meaning({0: "family", 1: "sex"}, {0: "dmy"}), 0, "sex")
    assert (meaning.columns, meaning.orders) == ({0: "sex"}, {})
    assert importing.with_column(meaning, 0, "").columns == {}


def test_a_sheet_of_heads_alone_is_refused(book: Casebook, tmp_path: Path) -> None:
    sheet = sheet_reader.read(written(tmp_path / "a.csv", HEADS))
    with pytest.raises(UserError, match="no rows under its heads"):
        book.read(importing.opened, Subject.PERSONS, sheet)


def test_a_sheet_that_is_not_understood_is_not_taken_in(book: Casebook, tmp_path: Path) -> None:
    nothing = book.read(a_preview, Subject.PERSONS, written(tmp_path / "a.csv", ("x", "y"), ("1", "2")))
    with pytest.raises(UserError, match="No column is said to hold"):
        importing.refuse_unready(nothing)
    wrong = book.read(a_preview, Subject.PERSONS, written(tmp_path / "b.csv", HEADS, ("", "", "1998", "")))
    with pytest.raises(UserError, match="No row"):
        importing.refuse_unready(wrong)


def test_a_case_that_is_there_is_known_by_client_category_and_post(book: Casebook, tmp_path: Path) -> None:
    number = open_case(book).number
    row = ("Z0000001", "K", "new-delhi")
    path = written(
        tmp_path / "a.csv", ("Passport", "Category", "Post"), row, ("Z0000001", "Z", "new-delhi"), row
    )
    ready = book.read(a_preview, Subject.CASES, path)
    assert [(like.row, like.case_number) for like in ready.likes] == [(2, number), (4, number)]
