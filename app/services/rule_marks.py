"""What today's tables add to a line of a checklist: how it is authenticated, a mark on stale rules."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

from app.domain import authentication
from app.domain.checklist import Line
from app.domain.rulepack import Authentication
from app.i18n import Bilingual, both
from app.services import packs, tables


def authenticated(line: Line, today: date) -> Bilingual | None:
    """Return how the paper of a line is authenticated; None where none is asked for.

    Where the country that issues it is not known, the rule's own words stand.
    """
    asked = line.item.auth
    if asked is Authentication.NONE:
        return None
    if asked is not Authentication.BY_COUNTRY or not line.country:
        return both(asked.label)
    return authentication.way(tables.routes(), line.country, today, line.record.issued_on).label


def stale(line: Line, today: date) -> Bilingual | None:
    """Return the mark of a line whose rule must be looked up again; None for a fresh one.

    Its measure has ended, or its check is older than its review interval; what was read again since the case
    froze its rules counts.
    """
    item = line.item
    for measure in tables.all_measures():
        if item.id in measure.items and measure.effective_to and measure.effective_to < today:
            return _dated(both("measure ended {date}: look up again"), measure.effective_to)
    checked = max(item.checked_on, _checked_on().get(item.id, item.checked_on))
    if checked + timedelta(days=item.review_every_days) < today:
        return _dated(both("checked {date}: look up again"), checked)
    return None


@cache
def _checked_on() -> Mapping[str, date]:
    """Return the day on which each shipped item was last checked, by every id it has."""
    found: dict[str, date] = {}
    for item in (each for pack in packs.shipped() for each in pack.items):
        for name in {item.id, *dict(item.ids).values()}:
            found[name] = max(found.get(name, item.checked_on), item.checked_on)
    return found


def _dated(words: Bilingual, day: date) -> Bilingual:
    return Bilingual(words.en.format(date=day.isoformat()), words.zh.format(date=day.isoformat()))
