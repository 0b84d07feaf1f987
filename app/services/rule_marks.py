"""What today's tables add to a line of a checklist: how it is authenticated, a mark on stale rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from sqlalchemy.orm import Session

from app.domain import authentication
from app.domain.authentication import CountryRoute
from app.domain.checklist import Line
from app.domain.measures import Measure
from app.domain.rulepack import Authentication
from app.domain.table_kinds import TableKind
from app.i18n import Bilingual, both
from app.services import firm_tables, packs


@dataclass(frozen=True, slots=True)
class Marks:
    """What the tables of one day add to a line."""

    today: date
    routes: tuple[CountryRoute, ...]
    measures: tuple[Measure, ...]

    def authenticated(self, line: Line) -> Bilingual | None:
        """Return how the paper of a line is authenticated; None where none is asked for.

        Where the country that issues it is not known, the rule's own words stand.
        """
        asked = line.item.auth
        if asked is Authentication.NONE:
            return None
        if asked is not Authentication.BY_COUNTRY or not line.country:
            return both(asked.label)
        return authentication.way(self.routes, line.country, self.today, line.record.issued_on).label

    def stale(self, line: Line) -> Bilingual | None:
        """Return the mark of a line whose rule must be looked up again; None for a fresh one.

        Its measure has ended, or its check is older than its review interval; what was read again since the
        case froze its rules counts.
        """
        item = line.item
        for measure in self.measures:
            if item.id in measure.items and measure.effective_to and measure.effective_to < self.today:
                return _dated(both("measure ended {date}: look up again"), measure.effective_to)
        checked = max(item.checked_on, _checked_on().get(item.id, item.checked_on))
        if checked + timedelta(days=item.review_every_days) < self.today:
            return _dated(both("checked {date}: look up again"), checked)
        return None


def of(session: Session, today: date) -> Marks:
    """Return the marks of a day: by the tables shipped, and the firm's own rows over them."""
    routes = firm_tables.standing(session, TableKind.AUTHENTICATION, today)
    return Marks(today, routes, firm_tables.standing(session, TableKind.MEASURES, today))


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
