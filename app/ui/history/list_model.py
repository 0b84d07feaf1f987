"""The columns of the history, and of what one operation changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.i18n import N_, _
from app.services import history
from app.services.field_changes import FieldChange
from app.services.history import Entry
from app.ui import words
from app.ui.history.sentences import sentence
from app.ui.office import Office
from app.ui.widgets.section_model import RichColumn
from app.ui.widgets.table_model import Column

MOST_TOLD = 3
_TELLING = ("State", "Stage", "Decision", "Answer")  # msgids of the fields that say what a step was about


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One operation with its sentence."""

    entry: Entry
    sentence: str
    gist: str


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One field change, numbered within its operation."""

    number: int
    change: FieldChange


def rows(office: Office, seqs: Sequence[int]) -> list[HistoryRow]:
    """Return the operations numbered ``seqs`` with their sentences."""
    entries = office.read(history.lines, seqs)
    names = office.read(history.called, {entry.about for entry in entries if entry.about})
    told = office.read(history.gists, seqs)
    return [
        HistoryRow(
            entry,
            sentence(entry, names.get(entry.about, "") if entry.about else ""),
            _gist(told.get(entry.seq, [])),
        )
        for entry in entries
    ]


def _gist(changes: Sequence[FieldChange]) -> str:
    """Return in a few words what an operation changed first: the most telling field, else the first ones."""
    chosen = [change for change in changes if change.label in _TELLING] or list(changes[:MOST_TOLD])
    return " · ".join(_told(change) for change in chosen if change.label)


def _told(change: FieldChange) -> str:
    which = f"{change.which} " if change.which else ""
    after = change.after or _("nothing")
    before = f"{change.before} → " if change.before else ""
    return f"{which}{_(change.label)}: {before}{after}"


def _state(row: HistoryRow) -> str:
    return "" if row.entry.stands else _("Undone")


def _field(row: ChangeRow) -> str:
    change = row.change
    label = _(change.label) if change.label else ""
    parts = (change.which or _(change.entity), label)
    return " · ".join(dict.fromkeys(part for part in parts if part))


COLUMNS: tuple[Column[HistoryRow], ...] = (
    RichColumn(
        "sentence",
        N_("What was done"),
        lambda row: row.sentence,
        width=430,
        second=lambda row: row.gist,
        accessible=lambda row: f"{row.sentence} {row.gist}".strip(),
    ),
    Column("state", N_("State"), _state, width=92, tone=lambda row: "plain"),
    Column("at", N_("When"), lambda row: words.moment(row.entry.at), width=156),
)
CHANGE_COLUMNS: tuple[Column[ChangeRow], ...] = (
    Column("field", N_("What"), _field, width=150),
    Column("before", N_("Before"), lambda row: row.change.before, width=110),
    Column("after", N_("After"), lambda row: row.change.after, width=110),
)
