"""The rows of somebody's sheet: what becomes of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from app.domain import dates
from app.domain.dates import PartialDate
from app.domain.importing import Candidate, RowError, SheetRow, Subject
from app.domain.importing.columns import by_key
from app.domain.importing.duplicates import Choice
from app.i18n import N_, _, language
from app.services.importing import Like, Preview
from app.ui.widgets.section_model import RichColumn
from app.ui.widgets.table_model import Column

CHOICES = {
    Choice.SKIP: N_("Leave out"),
    Choice.ADD: N_("Add as new"),
    Choice.FILL: N_("Fill in what is empty there"),
}


class Fate(Enum):
    """What becomes of a row, with its word, its tone and the filter's word."""

    ADDED = (N_("New"), "good", N_("New"))
    FILLED = (N_("Fills in"), "good", N_("There already"))
    SKIPPED = (N_("Left out"), "plain", N_("There already"))
    TWIN = (N_("New, though alike"), "warn", N_("There already"))
    WRONG = (N_("Error"), "bad", N_("Errors"))


_FATES = {Choice.SKIP: Fate.SKIPPED, Choice.ADD: Fate.TWIN, Choice.FILL: Fate.FILLED}
_SHOWN = {
    Subject.PERSONS: ("birth_date", "passport_number"),
    Subject.CASES: ("category", "post"),
}


@dataclass(frozen=True, slots=True)
class RowLine:
    """One row of the sheet in the list."""

    number: int
    name: str
    second: str
    third: str
    fate: Fate
    what: str
    more: str = ""


def lines(ready: Preview, choices: Mapping[int, Choice]) -> list[RowLine]:
    """Return every row with what becomes of it."""
    good = {one.row: one for one in ready.candidates}
    wrong: dict[int, list[RowError]] = {}
    for error in ready.errors:
        wrong.setdefault(error.row, []).append(error)
    alike: dict[int, Like] = {}
    for like in ready.likes:
        alike.setdefault(like.row, like)
    places = _places(ready)
    return [
        _line(row, places, good.get(row.number), wrong.get(row.number, []), alike.get(row.number), choices)
        for row in ready.table.rows
    ]


def _places(ready: Preview) -> tuple[list[int], list[int], list[int]]:
    """Return the places of the columns that name a row, and of the two shown beside it."""
    names, others = [], {key: list[int]() for key in _SHOWN[ready.subject]}
    for at, key in sorted(ready.meaning.columns.items()):
        column = by_key(ready.subject)[key]
        if (column.part == "names" and column.field.name != "order") or key in ("client", "client_passport"):
            names.append(at)
        elif key in others:
            others[key].append(at)
    second, third = others.values()
    return names or list(range(min(2, len(ready.table.heads)))), second, third


def _line(
    row: SheetRow,
    places: tuple[list[int], list[int], list[int]],
    good: Candidate | None,
    wrong: Sequence[RowError],
    like: Like | None,
    choices: Mapping[int, Choice],
) -> RowLine:
    names, second, third = ("  ".join(filter(None, (row.cell(at) for at in each))) for each in places)
    fate, what, more = Fate.ADDED, "", ""
    if good is None:
        fate = Fate.WRONG
        what = said(wrong[0]) if wrong else ""
        more = _("and {count} more").format(count=len(wrong) - 1) if len(wrong) > 1 else ""
    elif like is not None:
        fate, what = _FATES[choices.get(row.number, Choice.ADD)], why(like)
    return RowLine(row.number, names, second, third, fate, what, more)


def said(error: RowError) -> str:
    """Return an error with the column it is about."""
    return f"{error.head}: {error.message}" if error.head else error.message


def why(like: Like) -> str:
    """Return whom a row is like, and in what."""
    return f"{reason(like)}: {other(like)}"


def other(like: Like) -> str:
    """Return whom, or which case or row, a row is like."""
    return like.case_number or like.name or _("row {row}").format(row=like.other_row)


def reason(like: Like) -> str:
    """Return in what a row is like another."""
    return _(like.why.value) if like.why else _("Same client, category and post")


def columns(subject: Subject) -> tuple[Column[RowLine], ...]:
    """Return the columns of the list of rows."""
    is_persons = subject is Subject.PERSONS
    return (
        RichColumn(
            "what",
            N_("Name") if is_persons else N_("Client"),
            lambda line: line.name or "—",
            second=lambda line: "  ".join(filter(None, (line.what, line.more))),
            second_tone=lambda line: line.fate.value[1] if line.fate is Fate.WRONG else "muted",
            accessible=lambda line: f"{line.name}, {_(line.fate.value[0])}, {line.what}",
        ),
        Column("second", N_("Born") if is_persons else N_("Category"), lambda line: line.second, width=110),
        Column("third", N_("Passport") if is_persons else N_("Post"), lambda line: line.third, width=120),
        Column("row", N_("Row"), lambda line: str(line.number), width=64, is_right=True),
        Column(
            "fate",
            N_("What happens"),
            lambda line: _(line.fate.value[0]),
            width=150,
            tone=lambda line: line.fate.value[1],
        ),
    )


def counts(found: Sequence[RowLine]) -> dict[str, int]:
    """Return how many rows there are of each word of the filter."""
    result = {N_("New"): 0, N_("There already"): 0, N_("Errors"): 0}
    for line in found:
        result[line.fate.value[2]] += 1
    return result


def born(like: Like) -> str:
    """Return the birth date of somebody there, as lists show it."""
    return dates.shown(PartialDate.parse(like.birth_date), language()) if like.birth_date else ""
