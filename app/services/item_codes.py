"""Which items of running cases are of a kind, as their rule sets say, for queries over many cases."""

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.cases import Stage
from app.domain.rulepack import Audience
from app.domain.ruleset import Outline, outlines
from db import rule_sets
from db.models.case import CaseRow

_KEPT = 500  # outlines read already; a hash names one text for ever
_outlines: dict[str, tuple[Outline, ...]] = {}


def of(session: Session, told: Callable[[Outline], bool], *stages: Stage) -> list[str]:
    """Return the items that are so, of the rule sets of cases at these stages."""
    query = select(CaseRow.rule_set).where(CaseRow.archived.is_(False), CaseRow.stage.in_(stages))
    hashes = session.scalars(query.distinct())
    return sorted({item.id for sha256 in hashes for item in _outline(session, sha256) if told(item)})


def of_office(session: Session, *stages: Stage) -> list[str]:
    """Return the items that are the office's own work, and asked of nobody outside."""
    return of(session, lambda item: item.audience is Audience.OFFICE, *stages)


def _outline(session: Session, sha256: str) -> tuple[Outline, ...]:
    if sha256 not in _outlines:
        while len(_outlines) >= _KEPT:
            _outlines.pop(next(iter(_outlines)), None)
        _outlines[sha256] = outlines(rule_sets.find(session, sha256) or "")
    return _outlines[sha256]
