"""The cases that may be handed over, as a table to tick."""

from dataclasses import dataclass

from app.i18n import N_, _, language
from app.services import packs
from app.services.workload import WorkLine
from app.settings import today
from app.ui import words
from app.ui.widgets.section_model import RichColumn
from app.ui.widgets.table_model import Column


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One case, and whether it is to go."""

    line: WorkLine
    is_ticked: bool


def client(line: WorkLine) -> str:
    """Return what the client is called."""
    return "  ".join(name for name in (line.client, line.native_name) if name)


def _about(row: CaseRow) -> str:
    line = row.line
    return " · ".join((client(line), line.category, packs.post(line.post).name.text(language())))


def _next(row: CaseRow) -> str:
    return words.dated(row.line.next_on, today()) or _("Nothing scheduled")


def _next_what(row: CaseRow) -> str:
    return row.line.next_what.text(language()) if row.line.next_what else ""


def _blocker(row: CaseRow) -> str:
    return row.line.blocker.text(language()) if row.line.blocker else ""


def _since(row: CaseRow) -> str:
    return _("since {day}").format(day=words.day(row.line.stage_since))


def _contact(row: CaseRow) -> str:
    on = row.line.last_contact
    return _("Last contact: {day}").format(day=words.day(on)) if on else _("No contact recorded")


def _originals(row: CaseRow) -> str:
    return str(len(row.line.originals) or "")


def _originals_read(row: CaseRow) -> str:
    return "; ".join(title.text(language()) for title in row.line.originals)


def _muted(_row: CaseRow) -> str:
    return "muted"


COLUMNS: tuple[Column[CaseRow], ...] = (
    RichColumn(
        "case",
        N_("Case"),
        lambda row: row.line.number,
        width=230,
        second=_about,
        second_tone=_muted,
        ticked=lambda row: row.is_ticked,
        accessible=lambda row: f"{row.line.number} {_about(row)}",
    ),
    RichColumn(
        "stage",
        N_("Stage"),
        lambda row: _(row.line.stage.label),
        width=152,
        second=_since,
        second_tone=_muted,
    ),
    RichColumn("next", N_("Next day"), _next, width=200, second=_next_what, second_tone=_muted),
    RichColumn("blocker", N_("Waits for"), _blocker, width=250, second=_contact, second_tone=_muted),
    Column("originals", N_("Originals"), _originals, width=80, is_right=True, accessible=_originals_read),
)
