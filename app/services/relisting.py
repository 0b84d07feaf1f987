"""The list of open deadlines made anew for all open cases, once other limits hold than when it was made.

That is after an upgrade, and on the day on which a limit of the firm begins or ends. Otherwise a case would
follow a new limit only when somebody next changes something about it.
"""

import hashlib
from collections.abc import Callable
from datetime import date
from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session

import resources
from app.domain.cases import OVER
from app.domain.table_kinds import TableKind
from app.services import deadlines, firm_tables
from db import deadline_rows
from db.casebook import Casebook
from db.models.case import CaseRow

_AT_ONCE = 8  # cases in one transaction: the lock is held for some 40 ms
_FILES = ("rules/deadlines.toml", "calendars/china.toml")


def limits_sha256(session: Session, today: date) -> str:
    """Return what the list is made from: the SHA-256 of limits and calendar as shipped, and of own limits."""
    own = firm_tables.standing_rules(session, TableKind.DEADLINES, today)
    return hashlib.sha256("\0".join([_shipped(), *(rule.id.hex for rule in own)]).encode()).hexdigest()


@cache
def _shipped() -> str:
    return "\0".join(map(resources.text, _FILES))


def is_current(session: Session, today: date) -> bool:
    """Whether the list was made by the limits that hold today."""
    return deadline_rows.made_from(session) == limits_sha256(session, today)


def note_current(session: Session, today: date) -> None:
    """Note that the whole list is made by the limits that hold today."""
    deadline_rows.note_made_from(session, limits_sha256(session, today))


def bring_up_to_date(book: Casebook, today: date, told: Callable[[int, int], object]) -> int:
    """Make the list anew where it is older than the limits; return how many cases were looked at.

    ``told`` hears how far it is; what it raises ends it between two cases, and the next call begins anew.
    Nothing of it is recorded: the list is derived.
    """
    if book.read(is_current, today):
        return 0
    open_ones = select(CaseRow.id).where(CaseRow.archived.is_(False), CaseRow.stage.not_in(OVER))
    cases = book.read(lambda session: list(session.scalars(open_ones)))
    for at in range(0, len(cases), _AT_ONCE):
        told(at, len(cases))
        book.keep(deadlines.relist, cases[at : at + _AT_ONCE], today)
    book.keep(note_current, today)
    return len(cases)
