"""How many rows each saved search has: what searches is loaded for it, when there is one to count."""

from collections.abc import Callable, Mapping
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.domain.saved_searches import CASES, PEOPLE
from app.services import case_search, people_search, saved_searches


def counts(session: Session, page: str, user_id: UUID, today: date) -> Mapping[UUID, int]:
    """Return how many rows each search of a page has now: as many as its page shows when it is opened."""
    count = _COUNT[page]
    kept = saved_searches.of_page(session, page, user_id)
    return {each.id: count(session, each.typed, user_id, today) for each in kept}


def _cases(session: Session, typed: str, user_id: UUID, today: date) -> int:
    return len(case_search.find(session, typed, today=today, user_id=user_id).keys)


def _people(session: Session, typed: str, _user_id: UUID, today: date) -> int:
    return len(people_search.find(session, typed, today=today).keys)


_COUNT: Mapping[str, Callable[[Session, str, UUID, date], int]] = {CASES: _cases, PEOPLE: _people}
