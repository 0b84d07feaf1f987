"""Deadlines as a calendar file (iCalendar), for the calendars of phones and offices.

Each event ends at the moment of the deadline, in China's time, and rings at its reminders. Its key stays the
same, so that a file brought in again changes events and doubles none. By default an event names the case by
its number alone: calendars are copied to places that no client agreed to.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from icalendar import Alarm, Calendar, Event
from sqlalchemy.orm import Session

from app.domain import deadlines, zones
from app.domain.deadline_marks import DeadlineState, Kept
from app.i18n import N_, _, language
from app.services import agenda, cases, people_list
from app.services import deadlines as of_cases
from db import trail

LENGTH = timedelta(minutes=30)  # how long an event looks in a calendar
_SINCE = date(1992, 1, 1)  # from here on China has had one time and no summer time


@dataclass(frozen=True, slots=True)
class Due:
    """One deadline to be written, with the number of its case; ``client`` is "" unless asked for."""

    number: str
    client: str
    kept: Kept


@trail.operation("deadline:export", N_("Export deadlines"), trail.FINAL)
def export(
    session: Session, today: date, *, case_id: UUID | None = None, with_names: bool = False
) -> tuple[bytes, int]:
    """Return the open deadlines of one case, or of all, as a calendar file, and how many there are."""
    chosen = [case_id] if case_id else agenda.cases_of(agenda.lines(session))
    found = [due for key in chosen for due in _of_case(session, key, today, with_names=with_names)]
    trail.note(session, about=case_id, count=len(found), with_names=with_names)
    return written(found, trail.of(session).at), len(found)


def _of_case(session: Session, case_id: UUID, today: date, *, with_names: bool) -> Iterator[Due]:
    view = cases.case(session, case_id)
    line = people_list.line_of(session, view.person_id) if with_names else None
    for kept in of_cases.of_case(session, case_id, today):
        if kept.state is DeadlineState.OPEN:
            yield Due(view.number, line.name if line else "", kept)


def written(found: Iterable[Due], now: datetime) -> bytes:
    """Return deadlines as a calendar file made at ``now``."""
    calendar = Calendar()
    calendar.add("prodid", "-//Kasebook//Deadlines//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _("Deadlines"))
    for due in found:
        calendar.add_component(_event(due, now))
    calendar.add_missing_timezones(first_date=_SINCE)
    return bytes(calendar.to_ical())


def _event(due: Due, now: datetime) -> Event:
    kept, rule = due.kept, due.kept.deadline.rule
    assert kept.due is not None
    end = kept.due.astimezone(zones.BEIJING)
    summary = " ".join(part for part in (due.number, due.client, rule.title.text(language())) if part)
    made = Event()
    made.add("uid", f"{kept.id.hex}@kasebook")
    made.add("dtstamp", now)
    made.add("dtstart", end - LENGTH)
    made.add("dtend", end)
    made.add("summary", summary)
    made.add("description", _description(kept))
    made.add("transp", "TRANSPARENT")
    for alert in kept.alerts:
        made.add_component(_alarm(summary, alert - end))
    return made


def _description(kept: Kept) -> str:
    rule, chosen = kept.deadline.rule, language()
    reason = kept.mark.due_reason if kept.mark.due else kept.deadline.reason.text(chosen)
    parts = [reason, f"{rule.basis.value} {rule.cited}", _(deadlines.PREVAILS)]
    return "\n".join(parts)


def _alarm(text: str, before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", text)
    alarm.add("trigger", before, parameters={"related": "END"})
    return alarm
