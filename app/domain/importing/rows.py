"""All rows of a sheet: those that can be taken in, and what is wrong with the others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.importing import Candidate, RowError, Subject, Table
from app.domain.importing.cases import case_of
from app.domain.importing.cell_values import Meaning, RowReader
from app.domain.importing.columns import by_key, needed
from app.domain.importing.persons import person_of
from app.i18n import _

EVERY = 100  # rows between two reports


@dataclass(frozen=True, slots=True)
class Parsed:
    """What the rows of a sheet are; a row with any error is no candidate."""

    candidates: tuple[Candidate, ...] = ()
    errors: tuple[RowError, ...] = ()


def read(
    subject: Subject,
    table: Table,
    meaning: Meaning,
    today: date,
    report: Callable[[int, int], None] = lambda done, total: None,
) -> Parsed:
    """Read every row. ``report`` is told how far it is, and may raise to stop."""
    reader = RowReader(subject, table, meaning, today)
    assembled = person_of if subject is Subject.PERSONS else case_of
    candidates: list[Candidate] = []
    errors: list[RowError] = []
    for done, row in enumerate(table.rows):
        if done % EVERY == 0:
            report(done, len(table.rows))
        values, wrong = reader.values(row)
        value, problems = (None, []) if wrong else assembled(values, today)
        wrong += [reader.error(row, reader.place_of(key), e.message, e.hint) for key, e in problems]
        errors += wrong
        if not wrong:
            candidates.append(Candidate(row.number, value))
    return Parsed(tuple(candidates), tuple(errors))


def unmet(subject: Subject, meaning: Meaning) -> list[str]:
    """Return which columns are still missing without which nothing can be taken in, as sentences."""
    given = set(meaning.columns.values())
    missing: Sequence[tuple[str, ...]] = [group for group in needed(subject) if not given & set(group)]
    return [
        _("No column is said to hold “{column}”.").format(column=_(by_key(subject)[group[0]].label))
        for group in missing
    ]
