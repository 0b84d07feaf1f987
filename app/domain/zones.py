"""Time zones: China's, a client's own, and moments as they are read in either."""

from datetime import UTC, date, datetime, time, timedelta
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo, available_timezones

from app.domain import dates
from app.errors import UserError
from app.i18n import _

CHINA = "Asia/Shanghai"
BEIJING = ZoneInfo(CHINA)


@cache
def names() -> frozenset[str]:
    """Return the names of all time zones that are places, such as "Asia/Kolkata"."""
    return frozenset(name for name in available_timezones() if "/" in name and not name.startswith("Etc/"))


def named(typed: str) -> str:
    """Return a zone's exact name from what was typed: "asia/kolkata", "New York". Raises ``UserError``."""
    wanted = typed.strip().replace(" ", "_").casefold()
    found = [name for name in names() if name.casefold() == wanted]
    found = found or [name for name in names() if name.casefold().rpartition("/")[2] == wanted]
    if len(found) == 1:
        return found[0]
    near = found or get_close_matches(typed, names(), n=3, cutoff=0.5)
    hint = _("Did you mean “{name}”?").format(name=", ".join(sorted(near))) if near else "Asia/Kolkata"
    raise UserError(_("“{zone}” is not a time zone.").format(zone=typed[:40]), hint)


@cache
def _by_country() -> dict[str, list[str]]:
    table = (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    for line in table.splitlines():
        if line and not line.startswith("#"):
            country, _place, zone = line.split("\t")[:3]
            found.setdefault(country, []).append(zone)
    return found


def of_country(country: str) -> str:
    """Return the zone of a country (alpha-2) that has just one; "" where it has several or none."""
    zones = _by_country().get(country, [])
    return zones[0] if len(zones) == 1 else ""


def at(day: date, clock: str = "") -> datetime:
    """Return the moment ``clock`` ("14:30", "" for 00:00) of a day in Beijing."""
    return datetime.combine(day, time.fromisoformat(clock) if clock else time(), BEIJING)


def end_of(day: date) -> datetime:
    """Return 24:00 of a day in Beijing, which is 00:00 of the next."""
    return at(day + timedelta(days=1))


def beijing_day(moment: datetime) -> date:
    """Return the day it is in Beijing at a moment."""
    return moment.astimezone(BEIJING).date()


def plus_hours(moment: datetime, hours: int) -> datetime:
    """Return the moment so many hours later by the clock on no wall: summer time changes nothing."""
    return (moment.astimezone(UTC) + timedelta(hours=hours)).astimezone(BEIJING)


def local(moment: datetime, zone: str) -> datetime:
    """Return the moment in the time of ``zone``."""
    return moment.astimezone(ZoneInfo(zone))


def shown(moment: datetime, zone: str, language: str) -> str:
    """Return a moment as it is read in ``zone``: "2 Apr 2026 12:00"; the end of a day is its 24:00."""
    there = local(moment, zone)
    if zone == CHINA and there.time() == time():
        return f"{dates.shown(there.date() - timedelta(days=1), language)} 24:00"
    return f"{dates.shown(there.date(), language)} {there:%H:%M}"


def clock(typed: str, field: str) -> str:
    """Return a time of day as "09:05" from "9:05", "0905" or "9.05"; "" for none. Raises ``UserError``."""
    text = typed.strip().replace(".", ":").replace("：", ":")
    if not text:
        return ""
    hour, colon, minute = text.partition(":")
    if not colon and len(text) in (3, 4):
        hour, minute = text[:-2], text[-2:]
    if not (hour.isdecimal() and minute.isdecimal() and len(minute) == 2 and len(hour) <= 2):
        raise UserError(_("This is not a time of day."), _("Type it like 14:30."), field=field)
    if int(hour) > 23 or int(minute) > 59:
        raise UserError(_("There is no such time of day."), _("Type it like 14:30."), field=field)
    return f"{int(hour):02d}:{minute}"
