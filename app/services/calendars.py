"""China's working days as this firm knows them: the years it loaded, and loading one."""

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import checking, workday_files
from app.domain.workdays import FIRST_YEAR, LAST_YEAR, AnnouncedYear, WorkCalendar
from app.errors import UserError
from app.i18n import N_, _
from app.services import limits, records
from db import trail
from db.models.holiday_year import HolidayYearRow

_YEARS = select(HolidayYearRow)  # made once: every case with dates asks for it


@dataclass(frozen=True, slots=True)
class LoadedYear:
    """One year that the firm loaded: how many days off and weekend days worked, and where it comes from."""

    year: int
    holidays: int
    workdays: int
    source: str
    announced_on: date
    id: UUID
    version: int


def calendar(session: Session) -> WorkCalendar:
    """Return China's working days with the years that the firm loaded."""
    loaded = {row.year: _year_of(row) for row in session.scalars(_YEARS)}
    return limits.calendar(MappingProxyType(loaded))


def _year_of(row: HolidayYearRow) -> AnnouncedYear:
    return AnnouncedYear(row.year, _days(row.holidays), _days(row.workdays), row.source, row.announced_on)


def _days(text: str) -> frozenset[date]:
    return frozenset(date.fromisoformat(day) for day in text.split())


def _text(days: frozenset[date]) -> str:
    return " ".join(day.isoformat() for day in sorted(days))


def years(session: Session) -> list[LoadedYear]:
    """Return the years that the firm loaded, newest first."""
    query = select(HolidayYearRow).order_by(HolidayYearRow.year.desc())
    return [
        LoadedYear(
            row.year,
            len(row.holidays.split()),
            len(row.workdays.split()),
            row.source,
            row.announced_on,
            row.id,
            row.version,
        )
        for row in session.scalars(query)
    ]


def known_years() -> tuple[int, int]:
    """Return the first and the last year that are known without the firm's help."""
    return FIRST_YEAR, LAST_YEAR


def read(text: str, file: str, *, source: str = "", announced_on: date | None = None) -> AnnouncedYear:
    """Read a year from the text of a TOML file, or of a CSV with ``source`` and ``announced_on``.

    Raises ``UserError`` that names the file and what is wrong in it.
    """
    if not file.casefold().endswith(".csv"):
        return workday_files.parse_toml(text, file)
    if not source.strip() or announced_on is None:
        raise UserError(_("A list of days needs its source and the day it was announced."), field="source")
    return workday_files.parse_csv(text, file, checking.text(source, field="source"), announced_on)


@trail.operation("calendar:load", N_("Load a year of working days"))
def load(session: Session, year: AnnouncedYear) -> UUID:
    """Load one year, in place of what was loaded of it before; return its key."""
    row = session.scalars(select(HolidayYearRow).where(HolidayYearRow.year == year.year)).first()
    if row is None:
        row = HolidayYearRow(year=year.year)
        session.add(row)
    row.holidays, row.workdays = _text(year.holidays), _text(year.workdays)
    row.source, row.announced_on = year.source, year.announced_on
    session.flush()
    return row.id


@trail.operation("calendar:remove", N_("Remove a year of working days"))
def remove(session: Session, row_id: UUID, version: int) -> None:
    """Remove a year that was loaded; what the program ships holds again. Raises ``Conflict``."""
    session.delete(records.current(session, HolidayYearRow, row_id, version))
