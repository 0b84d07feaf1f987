"""What the first page asks of a day: what each of its groups means, and what is to be done next about a line.

A line may stand in several groups, which look at the same cases from several sides: a supplement that is
late is overdue too.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from app.domain.cases import MOVES, Stage
from app.domain.fields import Labelled
from app.domain.item_kinds import ItemStage
from app.domain.item_records import ItemState
from app.i18n import N_

SOON = timedelta(days=7)  # what falls due so far ahead is shown
SILENT = timedelta(days=7)  # since the last contact with a client who owes papers
UNSEEN = timedelta(days=7)  # since anybody looked at the authority's status

TO_COME = (ItemState.NEEDED, ItemState.REQUESTED, ItemState.RETURNED)  # papers that are not in hand
ASKED = (ItemState.REQUESTED, ItemState.RETURNED)  # papers the client was asked for
OPEN_LINES = (*TO_COME, ItemState.RECEIVED)  # papers that somebody has yet to get or to check
WITH_AUTHORITY = (Stage.PRE_REVIEW, Stage.HANDED_IN)
AT_HOME = tuple(stage for stage in MOVES if stage not in WITH_AUTHORITY)  # open, and the move is the office's
BEFORE_FILING = (
    ItemStage.INTAKE, ItemStage.ELIGIBILITY, ItemStage.DOCUMENT_COLLECTION, ItemStage.FORM_FILLING,
)  # fmt: skip
FILING, APPOINTMENT, SUPPLEMENT = "CASE-FILE", "CASE-APPT", "CASE-SUPPL"  # the office's own limits


class Group(Labelled):
    """One number of the page with its list, in the order in which they stand."""

    OVERDUE = "overdue", N_("Overdue")
    SOON = "soon", N_("Next seven days")
    SUPPLEMENT = "supplement", N_("Supplements")
    SILENT = "silent", N_("Client silent")
    CENTRE = "centre", N_("At the centre")
    READY = "ready", N_("Ready to hand in")
    RULES = "rules", N_("Expiring rules")
    UNSCHEDULED = "unscheduled", N_("Nothing scheduled")


# What each group holds, and what is said where it holds nothing (msgids).
MEANS: Mapping[Group, str] = {
    Group.OVERDUE: N_("Deadlines and papers whose day is over."),
    Group.SOON: N_("Deadlines and papers due today or within seven days."),
    Group.SUPPLEMENT: N_("Cases in which the authority asked for more."),
    Group.SILENT: N_("Cases whose client owes papers, with the last contact a week ago or earlier."),
    Group.CENTRE: N_("Cases in pre-review or handed in, by the day their status was last seen."),
    Group.READY: N_("Cases signed by the client in which every paper is checked or waived."),
    Group.RULES: N_("Rules that have ended, end within thirty days, or are due to be read again."),
    Group.UNSCHEDULED: N_("Open cases in the office's hands for which no day is set."),
}
QUIET: Mapping[Group, str] = {
    Group.OVERDUE: N_("Nothing is overdue"),
    Group.SOON: N_("Nothing is due within seven days"),
    Group.SUPPLEMENT: N_("No supplement is asked for"),
    Group.SILENT: N_("No client keeps us waiting"),
    Group.CENTRE: N_("Nothing is at the centre"),
    Group.READY: N_("No case waits to be handed in"),
    Group.RULES: N_("No rule runs out"),
    Group.UNSCHEDULED: N_("Every open case has its next day"),
}


class Next(Labelled):
    """What is to be done next; whoever owns the line does it."""

    FILE = "file", N_("Hand in, or plan another day")
    ATTEND = "attend", N_("Prepare the papers for the appointment")
    TELL_APPOINTMENT = "tell_appointment", N_("Record what came of the appointment")
    SUPPLY = "supply", N_("Hand in what was asked for")
    SUPPLY_DAY = "supply_day", N_("Record by which day it is due")
    SETTLE = "settle", N_("See to it, then mark it as done")
    GET = "get", N_("Get the paper from the client")
    GET_AGAIN = "get_again", N_("Get a corrected paper from the client")
    RENEW = "renew", N_("Get one that lasts longer")
    CHASE = "chase", N_("Remind the client")
    LOOK = "look", N_("Look up the status and record it")
    WAIT = "wait", N_("Wait for the authority")
    HAND_IN = "hand_in", N_("Hand in at the centre")
    READ_RULE = "read_rule", N_("Read the source again and record the check")
    SCREEN = "screen", N_("Screen the enquiry")
    QUOTE = "quote", N_("Quote, or plan the filing")
    FOLLOW_UP = "follow_up", N_("Ask the client about the quote")
    ASK = "ask", N_("Ask the client for the papers")
    PLAN = "plan", N_("Plan the filing, or say when papers are due")
    SIGN = "sign", N_("Have the form signed")
    RECORD_ENTRY = "record_entry", N_("Give the passport back and record the visa")
    CLOSE = "close", N_("Record what is still to come, or close the case")


_OF_STAGE: Mapping[Stage, Next] = {
    Stage.ENQUIRY: Next.SCREEN,
    Stage.SCREENED: Next.QUOTE,
    Stage.QUOTED: Next.FOLLOW_UP,
    Stage.ENGAGED: Next.ASK,
    Stage.COLLECTING: Next.PLAN,
    Stage.FORM_READY: Next.SIGN,
    Stage.CLIENT_SIGNED: Next.HAND_IN,
    Stage.PRE_REVIEW: Next.LOOK,
    Stage.SUPPLEMENT_ASKED: Next.SUPPLY_DAY,
    Stage.HANDED_IN: Next.LOOK,
    Stage.DECIDED: Next.RECORD_ENTRY,
    Stage.ARRIVED: Next.CLOSE,
}


def of_deadline(rule: str, last_day: date, today: date) -> Next:
    """Return what is to be done about a deadline that ends on ``last_day``."""
    if rule == APPOINTMENT:
        return Next.TELL_APPOINTMENT if last_day < today else Next.ATTEND
    return {FILING: Next.FILE, SUPPLEMENT: Next.SUPPLY}.get(rule, Next.SETTLE)


def of_paper(state: ItemState, *, is_ours: bool) -> Next:
    """Return what is to be done about a line that has its day; ``is_ours`` is the office's own work."""
    if is_ours:
        return Next.SETTLE
    return Next.GET_AGAIN if state is ItemState.RETURNED else Next.GET


def of_supplement(due: date | None) -> Next:
    """Return what is to be done where the authority asked for more."""
    return Next.SUPPLY if due else Next.SUPPLY_DAY


def of_waiting(seen: date, today: date) -> Next:
    """Return what is to be done about a case at the authority whose status was last seen on a day."""
    return Next.LOOK if seen <= today - UNSEEN else Next.WAIT


def of_stage(stage: Stage) -> Next:
    """Return what an open case at ``stage`` needs before it has a day to come."""
    return _OF_STAGE[stage]
