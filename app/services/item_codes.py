"""Which items of running cases are of a kind, as their rule sets say, for queries over many cases."""

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.cases import Stage
from app.domain.item_kinds import Audience
from app.domain.outlines import Outline
from app.services.frozen_outlines import outlines_of
from db.models.case import CaseRow


def of(session: Session, told: Callable[[Outline], bool], *stages: Stage) -> list[str]:
    """Return the items that are so, of the rule sets of cases at these stages."""
    query = select(CaseRow.rule_set).where(CaseRow.archived.is_(False), CaseRow.stage.in_(stages))
    hashes = session.scalars(query.distinct())
    return sorted(
        {item.id for sha256 in hashes for item in outlines_of(session, sha256).values() if told(item)}
    )


def of_office(session: Session, *stages: Stage) -> list[str]:
    """Return the items that are the office's own work, and asked of nobody outside."""
    return of(session, lambda item: item.audience is Audience.OFFICE, *stages)
