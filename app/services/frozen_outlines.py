"""The outlines of the rule sets that cases froze, read from their text once."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from app.domain.outlines import Outline, outlines
from db import rule_sets

_KEPT = 500  # outlines read already; a hash names one text for ever
_read: dict[str, Mapping[str, Outline]] = {}


def outlines_of(session: Session, sha256: str) -> Mapping[str, Outline]:
    """Return the outlines of the items of a rule set, by their ids."""
    if sha256 not in _read:
        while len(_read) >= _KEPT:
            _read.pop(next(iter(_read)), None)
        _read[sha256] = outlines(rule_sets.find(session, sha256) or "")
    return _read[sha256]
