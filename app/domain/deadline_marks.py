"""A deadline with what people did about it: done, waived, another day, another reminder, somebody's task."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from app.domain import deadlines, zones
from app.domain.deadline_rules import LimitUnit
from app.domain.deadlines import Deadline
from app.domain.fields import Labelled
from app.errors import UserError
from app.i18n import N_, _

NO_ALERTS = "-"
_MOST_ALERTS = 12


class DeadlineState(Labelled):
    """Where a deadline stands, in the order in which lists show them."""

    OPEN = "open", N_("Open")
    ASK = "ask", N_("To ask")
    STANDING = "standing", N_("No fixed day")
    SETTLED = "settled", N_("Settled")
    DONE = "done", N_("Done")
    WAIVED = "waived", N_("Waived")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What people did about one deadline; ``version`` is 0 while nobody did anything."""

    version: int = 0
    owner_id: UUID | None = None
    done_on: date | None = None
    waived_reason: str = ""
    due: datetime | None = None
    due_reason: str = ""
    due_set_by: str = ""
    due_set_at: datetime | None = None
    alerts: str = ""


UNMARKED = Mark()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A computed deadline and its mark, of one case; ``id`` stays the same however often it is computed."""

    case_id: UUID
    deadline: Deadline
    mark: Mark

    @property
    def id(self) -> UUID:
        """The key by which lists and calendars know it."""
        return uuid5(self.case_id, f"{self.deadline.rule.id}:{self.deadline.key}")

    @property
    def due(self) -> datetime | None:
        """The moment that counts: the one people set, else the computed one."""
        return self.mark.due or self.deadline.due

    @property
    def last_day(self) -> date | None:
        """The day in China on which it falls due; 24:00 is still the day that ends."""
        if self.mark.due is not None:
            return zones.beijing_day(self.mark.due - timedelta(seconds=1))
        return self.deadline.last_day

    @property
    def state(self) -> DeadlineState:
        """Where it stands; what people said goes before what was computed."""
        if self.mark.done_on is not None:
            return DeadlineState.DONE
        if self.mark.waived_reason:
            return DeadlineState.WAIVED
        if self.deadline.settled is not None:
            return DeadlineState.SETTLED
        if self.due is not None:
            return DeadlineState.OPEN
        return DeadlineState.ASK if self.deadline.asks else DeadlineState.STANDING

    @property
    def alerts(self) -> tuple[datetime, ...]:
        """The moments to be reminded at."""
        if self.due is None or self.mark.alerts == NO_ALERTS:
            return ()
        if not self.mark.alerts and self.mark.due is None:
            return self.deadline.alerts
        counts = self.alert_counts
        return deadlines.alerts(self.deadline.rule, self.due, None, counts)

    @property
    def alert_counts(self) -> tuple[int, ...]:
        """The days (hours, for a limit in hours) before it at which to be reminded."""
        if self.mark.alerts == NO_ALERTS:
            return ()
        own = tuple(int(count) for count in self.mark.alerts.split())
        return own or self.deadline.rule.alerts


def ordered(found: Sequence[Kept]) -> list[Kept]:
    """Return deadlines as lists show them: what is open by its moment, then the rest by its state."""
    states = list(DeadlineState)
    last = datetime.max.replace(tzinfo=zones.BEIJING) - timedelta(days=1)
    return sorted(found, key=lambda kept: (states.index(kept.state), kept.due or last, kept.deadline.rule.id))


def alerts_text(counts: Sequence[int]) -> str:
    """Return reminders as they are stored. Raises ``UserError`` for too many or impossible ones."""
    if len(counts) > _MOST_ALERTS or any(not 0 <= count <= 1000 for count in counts):
        raise UserError(_("Type up to twelve numbers from 0 to 1000."), "21 14 10", field="alerts")
    return " ".join(str(count) for count in sorted(set(counts), reverse=True)) or NO_ALERTS


def read_alerts(typed: str) -> list[int]:
    """Read "21, 14 10" as numbers. Raises ``UserError``."""
    words = typed.replace(",", " ").replace("，", " ").replace("-", " ").split()
    if not all(word.isdecimal() and len(word) < 5 for word in words):
        raise UserError(_("Type up to twelve numbers from 0 to 1000."), "21 14 10", field="alerts")
    return [int(word) for word in words]


def read_due(day: date, clock: str, unit: LimitUnit) -> datetime:
    """Return the moment people mean: a time of day in China, or the end of the day."""
    return zones.at(day, clock) if clock or unit is LimitUnit.HOURS else zones.end_of(day)
