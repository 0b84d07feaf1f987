"""How a case follows an earlier one, and which of its papers are good for the new filing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.domain import dates
from app.domain.checklist import good_until
from app.domain.fields import Labelled
from app.domain.following import Following
from app.domain.item_records import ItemRecord, ItemState, OriginalAt
from app.domain.periods import Period, add_months
from app.domain.rulepack import Item, ItemStage
from app.i18n import N_, _, language

# The limits of the law that each of them runs under, as far as they are known; the rest is asked about.
LIMITS: Mapping[Following, tuple[str, ...]] = {
    Following.RENEWAL: ("DL-04", "DL-11"),
    Following.EXTENSION: ("DL-03", "DL-10"),
    Following.CHANGE: ("DL-05",),
    Following.AGAIN: (),
}
# Said beside them: the lists shipped are those of posts abroad.
ASK = N_("Which papers the authority in China asks for was not found: ask it. The list is that of the post.")
# What holds of a person whatever the application, and is not asked twice.
LASTING_FACTS = (
    "former_nationalities",
    "former_chinese_national",
    "degree.field",
    "affiliation.institution",
    "affiliation.role",
    "affiliation.since",
    "institution.recognition",
    "institution.accredited",
    "postdoctoral",
    "regulated_profession",
    "host.relation",
)
IN_HAND = (ItemState.RECEIVED, ItemState.ACCEPTED)


class Carry(Labelled):
    """What becomes of a paper of the earlier case."""

    GOOD = "good", N_("Taken over")
    TO_CHECK = "to_check", N_("To check")
    LEFT = "left", N_("Not taken over")


class Why(Labelled):
    """Why that becomes of it; labels are filled in (msgids)."""

    UNTIL = "until", N_("Good until {day}.")
    NO_END = "no_end", N_("The rules set no end for it.")
    NOT_CHECKED = "not_checked", N_("It was never checked in the earlier case.")
    END_UNKNOWN = "end_unknown", N_("Until when it is good is not recorded.")
    PERIOD_UNKNOWN = "period_unknown", N_("For how long the post takes it is not known.")
    PLACE_UNKNOWN = "place_unknown", N_("Where its original is, is not recorded.")
    NOT_ASKED = "not_asked", N_("The new list has no such paper.")
    EXPIRED = "expired", N_("Expires on {day}, before the filing.")
    STALE = "stale", N_("Too old at the filing: fresh until {day}.")
    TOO_SOON = "too_soon", N_("Ends on {day}; it has to last until {needed}.")
    USED_UP = "used_up", N_("Used up: its original went in with the earlier application.")
    NOT_HELD = "not_held", N_("Its original is not with us.")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a paper and why; ``day`` is its end, ``needed`` the day it would have to reach."""

    carry: Carry
    why: Why
    day: date | None = None
    needed: date | None = None


_USED = (OriginalAt.CENTRE, OriginalAt.AUTHORITY)
_GONE = (OriginalAt.CLIENT, OriginalAt.RETURNED)


def is_paper(item: Item, record: ItemRecord) -> bool:
    """Whether a line of a checklist is a paper that is here; the office's own steps are done anew."""
    return item.stage is ItemStage.DOCUMENT_COLLECTION and record.state in IN_HAND


def judge(item: Item | None, record: ItemRecord, facts: Mapping[str, object], on: date) -> Verdict:
    """Say whether a paper serves again on the day ``on``.

    ``item`` is what the new rules ask, None for nothing; ``facts`` are what the new post takes. What is not
    known is never taken for good.
    """
    if item is None:
        return Verdict(Carry.LEFT, Why.NOT_ASKED)
    if item.originals and record.original_at in _USED:
        return Verdict(Carry.LEFT, Why.USED_UP)
    if item.originals and record.original_at in _GONE:
        return Verdict(Carry.LEFT, Why.NOT_HELD)
    end = good_until(item, record.issued_on, record.valid_until, facts)
    over = _over(item, record, end, on)
    if over is not None:
        return over
    unknown = _unknown(item, record, facts)
    if unknown is not None:
        return Verdict(Carry.TO_CHECK, unknown, end)
    return Verdict(Carry.GOOD, Why.UNTIL if end else Why.NO_END, end)


def _over(item: Item, record: ItemRecord, end: date | None, on: date) -> Verdict | None:
    if end is None:
        return None
    needed = add_months(on, item.months_beyond)
    if end >= needed:
        return None
    if end >= on:
        return Verdict(Carry.LEFT, Why.TOO_SOON, end, needed)
    return Verdict(Carry.LEFT, Why.EXPIRED if end == record.valid_until else Why.STALE, end)


def _unknown(item: Item, record: ItemRecord, facts: Mapping[str, object]) -> Why | None:
    """Return what is not known about a paper that is not over; None where all is."""
    is_dated = item.freshness_days is not None or bool(item.freshness_fact)
    if (item.has_expiry and record.valid_until is None) or (is_dated and record.issued_on is None):
        return Why.END_UNKNOWN
    if item.freshness_fact and not isinstance(facts.get(item.freshness_fact), Period):
        return Why.PERIOD_UNKNOWN
    if item.originals and record.original_at is None:
        return Why.PLACE_UNKNOWN
    return Why.NOT_CHECKED if record.state is not ItemState.ACCEPTED else None


def said(verdict: Verdict) -> str:
    """Return why that becomes of a paper, in the user's language."""
    days = {"day": verdict.day, "needed": verdict.needed}
    shown = {name: dates.shown(day, language()) if day else "" for name, day in days.items()}
    return _(verdict.why.label).format(**shown)
