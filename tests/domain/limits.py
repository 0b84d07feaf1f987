"""The shipped limits and small ledgers, for the tests of deadlines."""

from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

import resources
from app.domain import deadline_anchors, deadline_rules, deadlines
from app.domain.casefile import CaseFile
from app.domain.cases import Stage
from app.domain.deadline_rules import DeadlinePack
from app.domain.deadlines import Deadline
from app.domain.stays import Ledger
from app.domain.workdays import WorkCalendar
from tests.domain.rules import shipped_sources

CALENDAR = WorkCalendar()


@cache
def shipped_limits() -> DeadlinePack:
    """Return the limits as shipped."""
    return deadline_rules.parse(resources.text("rules/deadlines.toml"), "deadlines.toml", shipped_sources())


def key(number: int) -> UUID:
    """Return a key that tells parts apart in a test."""
    return UUID(int=number)


def computed(
    ledger: Ledger, facts: dict[str, object] | None = None, *, stage: Stage = Stage.ARRIVED, **file: Any
) -> list[Deadline]:
    """Return the deadlines of a case with this ledger and these fields."""
    known = deadline_anchors.Known(stage, CaseFile(**file), ledger)
    held = {"visa.residence_permit_due": False, "age_on_filing": 30, **(facts or {})}
    rules = shipped_limits().rules
    return list(deadlines.computed(rules, deadline_anchors.anchors(known), held, CALENDAR))


def of_rule(found: list[Deadline], rule: str) -> list[Deadline]:
    """Return the deadlines of one rule."""
    return [deadline for deadline in found if deadline.rule.id == rule]


def last_days(found: list[Deadline], rule: str) -> list[date | None]:
    """Return the last days of one rule's deadlines that are open."""
    return [deadline.last_day for deadline in of_rule(found, rule) if deadline.is_open]
