"""The rules to look at and to compare: as shipped, as they stand today with ours, and as cases froze them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.ruleset import RuleSet
from app.errors import UserError
from app.i18n import _, plural
from app.services import firm_rules, frozen_rules, packs
from db.models.case import CaseRow

SHIPPED, TODAY, FROZEN = "shipped", "today", "frozen"


@dataclass(frozen=True, slots=True)
class Version:
    """One set of rules: ``key`` for ``rules``, ``label`` in words."""

    key: str
    label: str


def versions(session: Session, today: date) -> list[Version]:
    """Return what there is to look at: for each visa today's rules and the shipped ones, then the frozen."""
    found = []
    for category in packs.categories():
        text = _("{category}: today, with ours") if _has_own(session, category, today) else ""
        text = text or _("{category}: today")
        found.append(Version(f"{TODAY}:{category}", text.format(category=category)))
        if _has_own(session, category, today):
            shipped = _("{category}: as shipped").format(category=category)
            found.append(Version(f"{SHIPPED}:{category}", shipped))
    return found + _frozen(session, today)


def _has_own(session: Session, category: str, today: date) -> bool:
    return any(line.rule.category == category for line in firm_rules.lines(session, today))


def _frozen(session: Session, today: date) -> list[Version]:
    """Return the rules of cases that differ from today's at their post."""
    query = select(CaseRow.rule_set, CaseRow.category, func.count()).where(CaseRow.archived.is_(False))
    rows = session.execute(query.group_by(CaseRow.rule_set, CaseRow.category)).all()
    current = {rules(session, f"{TODAY}:{category}", today).sha256 for category in packs.categories()}
    found = []
    for sha256, category, count in rows:
        if sha256 not in current:
            cases = plural("{count} case", "{count} cases", count)
            version = frozen_rules.rules_of(session, sha256).version
            label = _("{category}: {version}, frozen by {cases}")
            text = label.format(category=category, version=version, cases=cases)
            found.append(Version(f"{FROZEN}:{sha256}", text))
    return sorted(found, key=lambda each: each.label)


def rules(session: Session, key: str, today: date) -> RuleSet:
    """Return the rules of a version, as they are without anything of one post alone. Raises ``UserError``."""
    kind, _colon, name = key.partition(":")
    if kind == FROZEN:
        return frozen_rules.rules_of(session, name)
    post = next(iter(packs.all_posts()))
    if kind == TODAY:
        return firm_rules.composed(session, name, post, today).rules
    if kind == SHIPPED:
        return packs.rule_set(name, post, today)
    raise UserError(_("There are no such rules."))
