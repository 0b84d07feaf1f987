"""The list of open deadlines after an upgrade: made anew once, for all open cases, by the limits shipped now.

Otherwise a case would follow a new limit only when somebody next changes something about it.
"""

import hashlib
from collections.abc import Callable
from datetime import date
from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session

import resources
from app.domain.cases import OVER
from app.services import deadlines
from db import deadline_rows
from db.casebook import Casebook
from db.models.case import CaseRow

_AT_ONCE = 8  # cases in one transaction: the lock is held for some 40 ms
_FILES = ("rules/deadlines.toml", "calendars/china.toml")


@cache
def limits_sha256() -> str:
    """Return what the list is made from: the SHA-256 of the limits and of the calendar as shipped."""
    return hashlib.sha256("\0".join(map(resources.text, _FILES)).encode()).hexdigest()


def is_current(session: Session) -> bool:
    """Whether the list was made by the limits shipped now."""
    return deadline_rows.made_from(session) == limits_sha256()


def bring_up_to_date(book: Casebook, today: date, told: Callable[[int, int], object]) -> int:
    """Make the list anew where it is older than the limits; return how many cases were looked at.

    ``told`` hears how far it is; what it raises ends it between two cases, and the next call begins anew.
    Nothing of it is recorded: the list is derived.
    """
    if book.read(is_current):
        return 0
    open_ones = select(CaseRow.id).where(CaseRow.archived.is_(False), CaseRow.stage.not_in(OVER))
    cases = book.read(lambda session: list(session.scalars(open_ones)))
    for at in range(0, len(cases), _AT_ONCE):
        told(at, len(cases))
        book.keep(deadlines.relist, cases[at : at + _AT_ONCE], today)
    book.keep(deadline_rows.note_made_from, limits_sha256())
    return len(cases)
