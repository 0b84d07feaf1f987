"""Scenes for the proof that every operation can be undone: sheets taken in."""

from collections.abc import Callable
from typing import Any

from app.domain.importing import SheetRow, Subject
from app.domain.importing.duplicates import Choice
from app.services import case_imports, importing, person_imports
from app.services.importing import Preview
from app.services.sheet_reader import ReadSheet
from db.casebook import Casebook
from tests.builders import TODAY, add_person

Run = Callable[[], Any]


def ready(book: Casebook, subject: Subject, *rows: tuple[str, ...]) -> Preview:
    """Return a preview of rows, the heads first, without a file."""
    numbered = tuple(SheetRow(number, row) for number, row in enumerate(rows, 1))
    sheet = ReadSheet("a.csv", "csv", "", (), "utf-8-sig", numbered, (), ())
    table, meaning = book.read(importing.opened, subject, sheet)
    return book.read(importing.preview, subject, table, meaning, TODAY)


def _persons_imported(book: Casebook) -> Run:
    """One is new, and of one who is there the empty fields are filled."""
    add_person(book, occupation="")
    heads = ("Surname", "Given names", "DOB", "Passport", "Occupation")
    rows = [("NEW", "Person", "1990", "A1", ""), ("SAMPLE", "Ananya", "1998-04-02", "Z0000001", "Engineer")]
    seen = ready(book, Subject.PERSONS, heads, *rows)
    choices = {like.row: Choice.FILL for like in seen.likes}
    return lambda: book.write(person_imports.accept, seen, choices, TODAY)


def _cases_imported(book: Casebook) -> Run:
    add_person(book)
    heads = ("Passport", "Category", "Post", "Stage", "Note")
    seen = ready(book, Subject.CASES, heads, ("Z0000001", "K", "new-delhi", "Engaged", "旧表"))
    return lambda: book.write(case_imports.accept, seen, {}, TODAY)


IMPORT_SCENES: dict[str, Callable[[Casebook], Run]] = {
    "person:import": _persons_imported,
    "case:import": _cases_imported,
}
