"""Searches kept under a name: everybody's and each user's own, in the order their page shows them."""

from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from app.domain import text as texts
from app.domain.saved_searches import CASES as CASES  # pages know them from here too
from app.domain.saved_searches import LONGEST_NAME as LONGEST_NAME
from app.domain.saved_searches import PEOPLE as PEOPLE
from app.domain.saved_searches import SavedSearch as SavedSearch
from app.errors import UserError
from app.i18n import N_, _
from app.services import records
from db import trail
from db.models.saved_search import SavedSearchRow


@trail.operation("search:save", N_("Save search"))
def save(
    session: Session, page: str, name: str, typed: str, *, is_shared: bool = False, layout: str = ""
) -> UUID:
    """Keep a search under a name, at the end of its page's; one of mine called so is replaced.

    Raises ``UserError`` for an empty name or an empty search.
    """
    name = _checked(name)
    if not typed.strip():
        raise UserError(_("There is nothing to keep: the search is empty."), field="typed")
    owner = None if is_shared else trail.of(session).actor.id
    is_theirs = SavedSearchRow.owner_id.is_(None) if is_shared else SavedSearchRow.owner_id == owner
    same = select(SavedSearchRow).where(SavedSearchRow.page == page, SavedSearchRow.name == name, is_theirs)
    row = session.scalars(same).first()
    if row is None:
        row = SavedSearchRow(page=page, name=name, owner_id=owner, place=_last_place(session, page) + 1)
        session.add(row)
    row.typed, row.layout = typed.strip(), layout
    session.flush()
    return row.id


def _checked(name: str) -> str:
    name = texts.clean(name, limit=LONGEST_NAME, field="name")
    if not name:
        raise UserError(_("A saved search needs a name."), field="name")
    return name


def _last_place(session: Session, page: str) -> int:
    return session.scalar(select(func.max(SavedSearchRow.place)).where(SavedSearchRow.page == page)) or 0


@trail.operation("search:rename", N_("Rename search"))
def rename(session: Session, search_id: UUID, version: int, name: str) -> int:
    """Call a search otherwise; return its new version. Raises ``UserError`` or ``Conflict``."""
    row = records.current(session, SavedSearchRow, search_id, version)
    row.name = _checked(name)
    session.flush()
    return row.version


@trail.operation("search:layout", N_("Change the columns of a search"))
def set_layout(session: Session, search_id: UUID, version: int, layout: str) -> int:
    """Keep another layout with a search; return its new version. Raises ``Conflict``."""
    row = records.current(session, SavedSearchRow, search_id, version)
    row.layout = layout
    session.flush()
    return row.version


@trail.operation("search:remove", N_("Remove search"))
def remove(session: Session, search_id: UUID, version: int) -> None:
    """Remove a search; undo brings it back. Raises ``Conflict``."""
    session.delete(records.current(session, SavedSearchRow, search_id, version))


@trail.operation("search:move", N_("Move search"))
def move(session: Session, search_id: UUID, *, steps: int) -> None:
    """Let a search change places with the one above (-1) or below (1) it; at the end nothing changes.

    Raises ``UserError`` where it is gone.
    """
    row = records.find(session, SavedSearchRow, search_id)
    rows = _rows(session, row.page, trail.of(session).actor.id)
    at = rows.index(row) if row in rows else -1
    to = at + steps
    if at < 0 or not 0 <= to < len(rows):
        return
    row.place, rows[to].place = rows[to].place, row.place
    session.flush()


def _rows(session: Session, page: str, user_id: UUID) -> list[SavedSearchRow]:
    query = select(SavedSearchRow).where(
        SavedSearchRow.page == page,
        or_(SavedSearchRow.owner_id.is_(None), SavedSearchRow.owner_id == user_id),
    )
    return list(session.scalars(query.order_by(SavedSearchRow.place, SavedSearchRow.id)))


def of_page(session: Session, page: str, user_id: UUID) -> tuple[SavedSearch, ...]:
    """Return a page's searches that ``user_id`` sees, in order."""
    return tuple(
        SavedSearch(row.id, row.version, row.page, row.name, row.typed, row.layout, row.owner_id is None)
        for row in _rows(session, page, user_id)
    )
