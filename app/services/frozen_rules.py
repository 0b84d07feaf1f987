"""The rule sets that cases froze, read from their text once."""

from sqlalchemy.orm import Session

from app.domain.ruleset import RuleSet
from db import rule_sets

_KEPT = 64  # rule sets read already; a hash names one text for ever
_parsed: dict[str, RuleSet] = {}


def rules_of(session: Session, sha256: str) -> RuleSet:
    """Return the rule set a case froze."""
    found = _parsed.get(sha256)
    if found is None:
        found = RuleSet.from_text(rule_sets.find(session, sha256) or "")
        while len(_parsed) >= _KEPT:
            _parsed.pop(next(iter(_parsed)), None)
        _parsed[sha256] = found
    return found
