"""Visa photos against the profiles: what a program can tell of a file. The file is looked at, never kept."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from app import pdf
from app.domain import photo_checks
from app.domain.photo_checks import Point, Verdict
from app.domain.photo_profiles import PhotoProfile
from app.domain.table_kinds import TableKind
from app.errors import UserError
from app.i18n import _
from app.services import firm_tables, tables


@dataclass(frozen=True, slots=True)
class Checked:
    """A photo against one profile."""

    profile: PhotoProfile
    points: tuple[Point, ...]

    def of(self, verdict: Verdict) -> tuple[Point, ...]:
        """Return the points with a verdict."""
        return tuple(each for each in self.points if each.verdict is verdict)


def profiles(session: Session, today: date, names: Collection[str] = ()) -> tuple[PhotoProfile, ...]:
    """Return the profiles of a casebook in force on a day; of those named where some are."""
    return _in_force(firm_tables.standing(session, TableKind.PHOTOS, today), today, names)


def shipped(today: date, names: Collection[str] = ()) -> tuple[PhotoProfile, ...]:
    """Return the profiles that are shipped, as ``profiles`` does."""
    return _in_force(tables.photos(), today, names)


def _in_force(found: Iterable[PhotoProfile], today: date, names: Collection[str]) -> tuple[PhotoProfile, ...]:
    return tuple(each for each in found if each.in_effect(today) and (not names or each.id in names))


def profile(name: str, found: Collection[PhotoProfile]) -> PhotoProfile:
    """Return one of the profiles. Raises ``UserError``."""
    for each in found:
        if each.id == name:
            return each
    known = ", ".join(each.id for each in found)
    raise UserError(_("There is no photo profile “{name}”.").format(name=name[:60]), known, field="profile")


def checked(data: bytes, asked: Collection[PhotoProfile], today: date) -> tuple[Checked, ...]:
    """Return a photo's file against each of the profiles. Raises ``UserError``; slow, and safe in a job."""
    picture = pdf.photo(data)
    return tuple(Checked(each, photo_checks.check(each, picture, today)) for each in asked)


def read(path: Path, asked: Collection[PhotoProfile], today: date) -> tuple[Checked, ...]:
    """Return the photo at ``path`` against each of the profiles. Raises ``UserError``."""
    try:
        with path.open("rb") as file:
            return checked(file.read(pdf.LARGEST_PICTURE + 1), asked, today)
    except OSError as error:
        raise UserError(_("“{file}” can't be read.").format(file=path.name), field="photo") from error
