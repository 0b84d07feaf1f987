"""Small sheets for tests."""

from collections.abc import Sequence

from app.domain.importing import SheetRow, Subject, Table, heads
from app.domain.importing.cell_values import Meaning


def rows_of(*rows: Sequence[str]) -> tuple[SheetRow, ...]:
    """Return rows numbered from 1, as a reader gives them."""
    return tuple(SheetRow(number, tuple(row)) for number, row in enumerate(rows, 1))


def a_table(*rows: Sequence[str], subject: Subject = Subject.PERSONS) -> tuple[Table, Meaning]:
    """Return a sheet whose first row are the heads, and what they are guessed to mean."""
    table = heads.table(subject, rows_of(*rows))
    return table, Meaning(heads.guessed(subject, table.heads))
