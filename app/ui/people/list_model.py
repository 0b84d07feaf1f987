"""The columns of the list of persons, and how a person is called."""

from collections.abc import Sequence
from uuid import UUID

from app.domain import dates, places
from app.domain.dates import PartialDate
from app.i18n import N_, language
from app.services import people_list
from app.services.people_list import PersonLine
from app.ui.office import Office
from app.ui.widgets.table_model import Column, TableModel

MOST_OFFERED = 12


def _born(line: PersonLine) -> str:
    return dates.shown(PartialDate.parse(line.birth_date), language()) if line.birth_date else ""


def _nationality(line: PersonLine) -> str:
    return places.country_name(line.nationality).text(language()) if line.nationality else ""


COLUMNS: tuple[Column[PersonLine], ...] = (
    Column("name", N_("Name"), lambda line: line.name, sort="name", width=152),
    Column("native_name", N_("In own script"), lambda line: line.native_name, sort="native_name", width=116),
    Column("birth_date", N_("Born"), _born, sort="birth_date", width=96),
    Column("passport", N_("Passport"), lambda line: line.passport, sort="passport", width=96),
    Column("nationality", N_("Nationality"), _nationality, sort="nationality", width=110),
)


def model(office: Office) -> TableModel[PersonLine]:
    """Return the table of persons, by their ``seq``."""
    return TableModel(COLUMNS, lambda seqs: office.read(people_list.lines, seqs), lambda line: line.seq)


def find(office: Office, typed: str) -> Sequence[tuple[UUID, str]]:
    """Return the persons that ``typed`` finds, with what tells them apart."""
    seqs = office.read(people_list.ids, typed=typed)[:MOST_OFFERED] if typed.strip() else []
    return [(line.id, told_apart(line)) for line in office.read(people_list.lines, seqs)]


def name_of(office: Office, person_id: UUID) -> str:
    """Return a person's name, "" where there is none of this key."""
    line = office.read(people_list.line_of, person_id)
    return line.name if line else ""


def told_apart(line: PersonLine) -> str:
    """Return a person's name with birth date and passport, as far as known."""
    return ", ".join(part for part in (line.name, line.native_name, _born(line), line.passport) if part)
