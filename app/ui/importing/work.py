"""What the page of imports does off the window's thread."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from app.domain.importing import Subject, Table
from app.domain.importing.cell_values import Meaning
from app.domain.importing.duplicates import Choice
from app.services import case_imports, importing, person_imports, sheet_reader
from app.services.importing import Preview
from app.services.person_imports import Taken
from app.services.sheet_reader import ReadSheet
from app.ui.jobs import Step
from app.ui.office import Office


def read(path: Path, sheet: str, encoding: str, step: Step) -> ReadSheet:
    """Read a file; cancelling ends the process that reads it."""
    return sheet_reader.read(path, sheet=sheet, encoding=encoding, check=step.check)


def first_look(office: Office, subject: Subject, sheet: ReadSheet, day: date, step: Step) -> Preview:
    """Return what taking in a sheet would do, its columns as remembered or guessed."""
    table, meaning = office.read(importing.opened, subject, sheet)
    return look(office, subject, table, meaning, day, step)


def look(office: Office, subject: Subject, table: Table, meaning: Meaning, day: date, step: Step) -> Preview:
    """Return what taking in a sheet would do, its columns as they are said to be."""
    return office.read(importing.preview, subject, table, meaning, day, step.report)


def take(office: Office, ready: Preview, choices: Mapping[int, Choice], day: date, step: Step) -> Taken:
    """Take in what was seen, as one step; cancelling takes all of it back."""
    accept = person_imports.accept if ready.subject is Subject.PERSONS else case_imports.accept
    return office.write_long(step.report, None, accept, ready, choices, day)


def take_back(office: Office, step: Step) -> str:
    """Undo the last step beside the window's work; return its label."""
    return office.with_casebook(lambda book: book.undo().result)
