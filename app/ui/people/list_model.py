"""The columns of the list of persons, and how a person is called."""

from collections.abc import Callable, Sequence
from uuid import UUID

from app.domain import dates, labels, places
from app.domain.dates import PartialDate
from app.i18n import N_, language
from app.services import people_list
from app.services.people_list import PersonLine, PersonMore
from app.ui import words
from app.ui.office import Office
from app.ui.widgets.table_model import Column, TableModel

MOST_OFFERED = 12


def _born(line: PersonLine) -> str:
    return dates.shown(PartialDate.parse(line.birth_date), language()) if line.birth_date else ""


def _nationality(line: PersonLine) -> str:
    return places.country_name(line.nationality).text(language()) if line.nationality else ""


def _residence(more: PersonMore) -> str:
    code = more.residence_country
    return places.country_name(code).text(language()) if code else ""


COLUMNS: tuple[Column[PersonLine], ...] = (
    Column("name", N_("Name"), lambda line: line.name, sort="name", width=152),
    Column("native_name", N_("In own script"), lambda line: line.native_name, sort="native_name", width=116),
    Column("birth_date", N_("Born"), _born, sort="birth_date", width=114),
    Column(
        "passport",
        N_("Passport"),
        lambda line: line.passport,
        sort="passport",
        width=96,
        is_identity=True,
    ),
    Column("nationality", N_("Nationality"), _nationality, sort="nationality", width=110),
)


class More:
    """What further columns tell of the persons in view, read with their lines while one of them is shown."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._held: dict[UUID, PersonMore] = {}
        self.is_wanted: Callable[[], bool] = lambda: False

    def lines(self, seqs: Sequence[int]) -> list[PersonLine]:
        """Return the lines of persons by their ``seq``."""
        found = self._office.read(people_list.lines, seqs)
        if self.is_wanted():
            self._held.update(self._office.read(people_list.more, [line.id for line in found]))
        return found

    def columns(self) -> tuple[Column[PersonLine], ...]:
        """Return the further columns."""
        return (
            self._column("labels", N_("Labels"), lambda more: labels.shown(more.labels)),
            self._column("passport_ends", N_("Passport expires"), lambda more: words.day(more.passport_ends)),
            self._column("residence_country", N_("Country of residence"), _residence),
            self._column("occupation", N_("Current occupation"), lambda more: more.occupation),
            self._column("open_cases", N_("Open cases"), lambda more: str(more.open_cases or "")),
        )

    def _column(self, name: str, title: str, text: Callable[[PersonMore], str]) -> Column[PersonLine]:
        return Column(
            name,
            title,
            lambda line: text(self._held.get(line.id, PersonMore())),
            width=120,
            is_extra=True,
        )


def model(more: More) -> TableModel[PersonLine]:
    """Return the table of persons, by their ``seq``."""
    return TableModel((*COLUMNS, *more.columns()), more.lines, lambda line: line.seq)


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
