"""The limits as shipped, China's calendar with the years to come, and one limit counted by itself."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache

import resources
from app.domain import dates, deadline_rules, deadlines, stays, zones
from app.domain.deadline_rules import AnchorKind, DeadlinePack, DeadlineRule
from app.domain.deadlines import Anchor, Deadline, Stated
from app.domain.pack_reader import Table, load_toml
from app.domain.workdays import AnnouncedYear, WorkCalendar
from app.errors import UserError
from app.i18n import Bilingual, _, both
from app.services import deadline_titles, packs

_OF_STAYS = (AnchorKind.STAY_END, AnchorKind.STAY_TO_EXTEND)


@cache
def shipped() -> DeadlinePack:
    """Return the limits as shipped. Raises ``RulePackError`` naming file, item and key."""
    return deadline_rules.parse(resources.text(deadline_titles.SHIPPED), "deadlines.toml", packs.cited())


@cache
def statutory() -> frozenset[date]:
    """Return the holidays that the law fixes in years whose arrangement is not announced."""
    table = Table(load_toml(resources.text("calendars/china.toml"), "china.toml"), "china.toml")
    return frozenset(day for year in table.tables("year") for day in year.take("days"))


def calendar(loaded: Mapping[int, AnnouncedYear]) -> WorkCalendar:
    """Return China's working days with the years a firm ``loaded``."""
    return WorkCalendar(loaded, statutory())


def moment(typed: str, today: date) -> tuple[date, str]:
    """Read a moment as China's day and time of day ("" where only a day was typed). Raises ``UserError``.

    Without a zone it is meant in China; "2026-03-10T07:00-05:00" is converted.
    """
    text = typed.strip()
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        return dates.full_day(text, today=today)[0], ""
    if len(text) <= 10:
        return read.date(), ""
    local = read if read.tzinfo is None else read.astimezone(zones.BEIJING)
    return local.date(), f"{local:%H:%M}"


def single(
    rule: DeadlineRule,
    day: date,
    clock: str,
    calendar: WorkCalendar,
    *,
    stay_days: int | None = None,
    facts: Mapping[str, object] | None = None,
) -> Deadline:
    """Return one limit counted from a date, and from an entry where ``stay_days`` is given.

    Raises ``UserError`` where the rule counts nothing, or is not about a stay.
    """
    if not rule.anchors:
        raise UserError(_("{rule} is a duty at all times: there is nothing to count.").format(rule=rule.id))
    kind = rule.anchors[0]
    if stay_days is None:
        return deadlines.of_anchor(rule, Anchor(kind=kind, day=day, clock=clock), facts or {}, calendar)
    if kind not in _OF_STAYS:
        message = _("{rule} is not counted from a stay: leave out its length.")
        raise UserError(message.format(rule=rule.id), field="days")
    anchor = Anchor(kind=kind, day=stays.last_day(day, stay_days), stands_on=_entered(day, stay_days))
    return deadlines.of_anchor(rule, anchor, {}, calendar)


def _entered(day: date, stay_days: int) -> tuple[Stated, ...]:
    entered = Bilingual(dates.shown(day, "en"), dates.shown(day, "zh"))
    length = Bilingual(str(stay_days), str(stay_days))
    return Stated(both("Entry"), entered), Stated(both("Days of the stay"), length)
