"""Rows of somebody's spreadsheet as persons and cases: what columns mean, what cells say, what is wrong."""

from dataclasses import dataclass
from typing import Any

from app.domain.fields import Labelled
from app.i18n import N_


class Subject(Labelled):
    """What the rows of a sheet are."""

    PERSONS = "persons", N_("Persons")
    CASES = "cases", N_("Cases")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: its number in the file, from 1, and its cells as text."""

    number: int
    cells: tuple[str, ...]

    def cell(self, at: int) -> str:
        """Return a cell; a row may be shorter than its heads."""
        return self.cells[at] if at < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Odd:
    """A cell that does not hold what it seems to; ``code`` is "merged", "formula", "error" or "long"."""

    row: int
    at: int
    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet: the heads of its columns, and the rows under them that hold anything."""

    heads: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    odd: tuple[Odd, ...] = ()


@dataclass(frozen=True, slots=True)
class RowError:
    """What is wrong with one row: ``at`` is the column in the sheet, -1 where it is about the whole row."""

    row: int
    at: int
    head: str
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that can be taken in: a ``Person``, or a ``NewCase``."""

    row: int
    value: Any
