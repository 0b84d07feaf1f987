"""The board of cases by stage: its columns, and the first thing that holds a case where it is."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.cases import MOVES, Stage
from app.domain.fields import Labelled
from app.domain.today import WITH_AUTHORITY, Next, of_stage
from app.i18n import N_

COLUMNS = (*MOVES, Stage.ON_HOLD)
AGED = timedelta(days=30)  # a case that stands so long at a stage is marked
COLLECTING = (Stage.ENGAGED, Stage.COLLECTING, Stage.FORM_READY, Stage.CLIENT_SIGNED)


class Hold(Labelled):
    """What holds a case, in the order in which it is looked for; labels are filled in (msgids)."""

    OVERDUE = "overdue", N_("{what}: overdue since {day}")
    SUPPLEMENT = "supplement", N_("Supplement due {day}")
    PAUSED = "paused", N_("On hold since {day}")
    AUTHORITY = "authority", N_("At authority since {day}")
    CLIENT = "client", N_("Waits for client since {day}")
    MISSING = "missing", N_("Papers missing: {count}")
    CHECKING = "checking", N_("Papers to check: {count}")
    STEP = "step", N_("Next: {what}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What is looked at. Days are None, and counts 0, where there is nothing of the kind.

    ``overdue`` is the last day of the first deadline that is over; ``asked`` the day on which the client was
    last asked for papers that are not here; ``missing`` and ``received`` count papers that come before
    handing in.
    """

    stage: Stage
    since: date
    overdue: date | None = None
    supplement: date | None = None
    asked: date | None = None
    missing: int = 0
    received: int = 0


@dataclass(frozen=True, slots=True)
class Held:
    """What holds a case: since or until when, how many, or what is next."""

    by: Hold
    day: date | None = None
    count: int = 0
    next: Next | None = None


def first(case: Situation) -> Held:
    """Return the first thing that holds a case."""
    if case.overdue:
        return Held(Hold.OVERDUE, case.overdue)
    if case.supplement and case.stage is Stage.SUPPLEMENT_ASKED:
        return Held(Hold.SUPPLEMENT, case.supplement)
    if case.stage is Stage.ON_HOLD:
        return Held(Hold.PAUSED, case.since)
    if case.stage in WITH_AUTHORITY:
        return Held(Hold.AUTHORITY, case.since)
    return _in_the_office(case)


def _in_the_office(case: Situation) -> Held:
    if case.stage in COLLECTING:
        if case.asked:
            return Held(Hold.CLIENT, case.asked)
        if case.missing:
            return Held(Hold.MISSING, count=case.missing)
        if case.received:
            return Held(Hold.CHECKING, count=case.received)
    return Held(Hold.STEP, next=of_stage(case.stage))


def is_aged(since: date, today: date) -> bool:
    """Whether a case stands at its stage for long."""
    return since <= today - AGED
