"""Re-basing: open cases on the rules of today, previewed for all at once and done as one step."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import rebasing
from app.domain.firm_rules import Composed
from app.domain.rebasing import Difference
from app.domain.ruleset import RuleSet, diff
from app.errors import Conflict
from app.i18n import N_, _
from app.services import case_values, checklists, firm_rules, frozen_rules, post_answers
from app.services.post_questions import LIVE
from db import rule_sets, trail
from db.models.case import CaseRow
from db.models.person_row import PersonListing

Told = Callable[[int, int], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseDifference:
    """What today's rules would change for one case; ``froze`` is the hash of the rules it has.

    ``problems`` are rules of the firm that could not be read and are left out.
    """

    id: UUID
    number: str
    client: str
    category: str
    post: str
    froze: str
    old_version: str
    new_version: str
    difference: Difference
    problems: tuple[str, ...] = ()


def affected(session: Session, today: date, *, told: Told = lambda done, total: None) -> list[CaseDifference]:
    """Return every open case that would change under today's rules, by number.

    ``told`` hears how many cases are looked at. Call it in a job: only cases that differ cost time.
    """
    composed = _today(session, today)
    query = select(CaseRow).where(CaseRow.archived.is_(False), CaseRow.stage.in_(LIVE))
    rows = list(session.scalars(query.order_by(CaseRow.number)))
    found = []
    for at, row in enumerate(rows):
        told(at, len(rows))
        change = _change(session, row, composed(row.category, row.post), today)
        if change is not None:
            found.append(change)
    return found


def of_case(session: Session, case_id: UUID, today: date) -> CaseDifference | None:
    """Return what today's rules would change for one case; None where nothing, and for one that is over."""
    row = case_values.row(session, case_id)
    if row.archived or row.stage not in LIVE:
        return None
    return _change(session, row, firm_rules.composed(session, row.category, row.post, today), today)


def _today(session: Session, today: date) -> Callable[[str, str], Composed]:
    """Return a function that composes today's rules for a category and a post, each once."""
    return cache(lambda category, post: firm_rules.composed(session, category, post, today))


def _change(session: Session, row: CaseRow, composed: Composed, today: date) -> CaseDifference | None:
    new = composed.rules
    if row.rule_set == new.sha256:
        return None
    old = frozen_rules.rules_of(session, row.rule_set)
    if not diff(old, new):
        return None
    post = post_answers.post(session, row.post, today)
    before = checklists.evaluated(session, row, today, post=post)
    new = new.keeping(old, rebasing.touched(before.lines))
    after = checklists.evaluated(session, row, today, post=post, rules=new)
    client = session.scalar(select(PersonListing.name).where(PersonListing.person_id == row.person_id))
    return CaseDifference(
        id=row.id,
        number=row.number,
        client=client or "",
        category=row.category,
        post=row.post,
        froze=row.rule_set,
        old_version=old.version,
        new_version=new.version,
        difference=rebasing.difference(old, new, before.lines, after.lines),
        problems=composed.problems,
    )


@trail.operation("rules:rebase", N_("Re-base cases on today's rules"))
def rebase(session: Session, cases: Sequence[tuple[UUID, str]], today: date) -> int:
    """Give cases the rules of today, as one step; return how many changed.

    ``cases`` are keys with the hash of the rules the caller saw; what was collected stays, also for items
    that the rules no longer have. Raises ``Conflict`` where a case got other rules meanwhile.
    """
    composed = _today(session, today)
    changed = 0
    for case_id, froze in cases:
        row = case_values.row(session, case_id)
        if row.rule_set != froze:
            message = _("Case {number} has other rules by now.").format(number=row.number)
            raise Conflict(message, _("Look at the difference again."))
        changed += _rebase_one(session, row, composed(row.category, row.post).rules)
    session.flush()
    return changed


def _rebase_one(session: Session, row: CaseRow, new: RuleSet) -> int:
    old = frozen_rules.rules_of(session, row.rule_set)
    if not diff(old, new):
        return 0
    new = new.keeping(old, checklists.touched(session, row.id))
    rule_sets.keep(session, new.sha256, new.text)
    row.rule_set = new.sha256
    return 1
