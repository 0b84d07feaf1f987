"""A case's way through the office, the authority's answer beside it, and case numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.fields import Labelled
from app.errors import UserError
from app.i18n import N_, Bilingual, _

NOT_STATED = Bilingual("not stated by the authority", "签证机关未说明")  # EEAL Art. 21: no reason is owed
_NUMBER = re.compile(r"([A-Z][A-Z0-9]{0,7})-(\d{4})-(\d{1,9})", re.IGNORECASE | re.ASCII)
_STATUS_LIMIT = 500


class Stage(Labelled):
    """Where the office is with a case, in the order a case usually goes."""

    ENQUIRY = "enquiry", N_("Enquiry")
    SCREENED = "screened", N_("Screened")
    QUOTED = "quoted", N_("Quoted")
    ENGAGED = "engaged", N_("Engaged")
    COLLECTING = "collecting", N_("Collecting papers")
    FORM_READY = "form_ready", N_("Form ready")
    CLIENT_SIGNED = "client_signed", N_("Signed by client")
    PRE_REVIEW = "pre_review", N_("In pre-review")
    SUPPLEMENT_ASKED = "supplement_asked", N_("Supplement asked")
    HANDED_IN = "handed_in", N_("Handed in")
    DECIDED = "decided", N_("Decided")
    ARRIVED = "arrived", N_("Arrived")
    CLOSED = "closed", N_("Closed")
    ON_HOLD = "on_hold", N_("On hold")
    WITHDRAWN = "withdrawn", N_("Withdrawn")


class Decision(Labelled):
    """What the authority decided, or how else an application ended."""

    GRANTED = "granted", N_("Visa granted")
    REFUSED = "refused", N_("Refused")
    RETURNED = "returned", N_("Returned without decision")
    WITHDRAWN = "withdrawn", N_("Application withdrawn")
    NOT_FILED = "not_filed", N_("Ended without filing")


# From each open stage, the stages it may go on to or back to; pausing and withdrawing come on top.
MOVES: Mapping[Stage, tuple[Stage, ...]] = {
    Stage.ENQUIRY: (Stage.SCREENED,),
    Stage.SCREENED: (Stage.QUOTED, Stage.ENGAGED),
    Stage.QUOTED: (Stage.ENGAGED, Stage.SCREENED),
    Stage.ENGAGED: (Stage.COLLECTING,),
    Stage.COLLECTING: (Stage.FORM_READY,),
    Stage.FORM_READY: (Stage.CLIENT_SIGNED, Stage.COLLECTING),
    # A post without an online system takes the papers at once: no pre-review.
    Stage.CLIENT_SIGNED: (Stage.PRE_REVIEW, Stage.HANDED_IN, Stage.FORM_READY),
    Stage.PRE_REVIEW: (Stage.SUPPLEMENT_ASKED, Stage.HANDED_IN),
    Stage.SUPPLEMENT_ASKED: (Stage.PRE_REVIEW, Stage.HANDED_IN),
    Stage.HANDED_IN: (Stage.SUPPLEMENT_ASKED, Stage.DECIDED),
    Stage.DECIDED: (Stage.ARRIVED, Stage.CLOSED),
    Stage.ARRIVED: (Stage.CLOSED,),
}
OVER = (Stage.CLOSED, Stage.WITHDRAWN)  # of a case at these stages nothing is due
_PAUSES = (Stage.ON_HOLD, Stage.WITHDRAWN)


def is_open(stage: Stage) -> bool:
    """Whether work goes on: neither paused, withdrawn nor closed."""
    return stage in MOVES


def allowed(stage: Stage, previous: Stage | None = None) -> tuple[Stage, ...]:
    """Return where a case may go; ``previous`` is the open stage that a pause, withdrawal or closing left."""
    if stage in MOVES:
        return MOVES[stage] + _PAUSES
    if stage is Stage.CLOSED:
        return (previous or Stage.DECIDED,)
    back = (previous,) if previous else ()
    return (*back, Stage.WITHDRAWN if stage is Stage.ON_HOLD else Stage.CLOSED)


def check(stage: Stage, to: Stage, previous: Stage | None = None) -> None:
    """Raise ``UserError``, saying what is possible, unless a case may go from ``stage`` to ``to``."""
    possible = allowed(stage, previous)
    if to in possible:
        return
    message = _("A case at “{stage}” can't go to “{to}”.").format(stage=_(stage.label), to=_(to.label))
    names = ", ".join(_(each.label) for each in possible)
    raise UserError(message, _("Possible now: {stages}.").format(stages=names), field="stage")


def remembered(stage: Stage, to: Stage, previous: Stage | None = None) -> Stage | None:
    """Return the open stage to remember after going from ``stage`` to ``to``: where the way back leads."""
    if to in MOVES:
        return None
    return stage if stage in MOVES else previous


@dataclass(frozen=True, slots=True)
class AuthorityStatus:
    """What the authority's system said, in the post's own words, and the day it was seen."""

    words: str
    on: date

    @classmethod
    def seen(cls, words: str, on: date, today: date) -> AuthorityStatus:
        """Check and return a status. Raises ``UserError`` for no words, several lines or a day to come."""
        words = words.strip()
        if not words or len(words) > _STATUS_LIMIT or not words.isprintable():
            raise UserError(
                _("Write the status in the post's own words, on one line."), field="authority_status"
            )
        if on > today:
            raise UserError(_("A status can't have been seen after today."), field="authority_status_on")
        return cls(words, on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The decision with its day; ``reason_stated`` is False where the authority gave none."""

    decision: Decision
    decided_on: date
    refusal_reason: str = ""
    reason_stated: bool = True

    def checked(self, today: date) -> Outcome:
        """Return it unchanged, or raise ``UserError`` where it can't be so."""
        if self.decided_on > today:
            raise UserError(_("A decision can't be dated after today."), field="decided_on")
        refused = self.decision is Decision.REFUSED
        if self.refusal_reason.strip() and not (refused and self.reason_stated):
            raise UserError(
                _("A reason goes only with a refusal whose reason was stated."), field="refusal_reason"
            )
        if refused and self.reason_stated and not self.refusal_reason.strip():
            hint = _("Or tick that the authority stated none.")
            raise UserError(_("Write the reason of the refusal."), hint, field="refusal_reason")
        return self

    @property
    def reason(self) -> Bilingual | None:
        """The reason of a refusal as printed; None for every other decision."""
        if self.decision is not Decision.REFUSED:
            return None
        return Bilingual(self.refusal_reason, self.refusal_reason) if self.reason_stated else NOT_STATED


@dataclass(frozen=True, slots=True, order=True)
class CaseNumber:
    """A firm's prefix, the year, and the number within that year, from 1 without gaps."""

    prefix: str
    year: int
    running: int

    @classmethod
    def parse(cls, text: str) -> CaseNumber:
        """Read "KB-2026-0007" as people type it. Raises ``UserError``."""
        found = _NUMBER.fullmatch(text.strip())
        if found is None or int(found[3]) < 1:
            message = _("“{text}” is not a case number.").format(text=text.strip()[:40])
            raise UserError(message, _("A case number looks like KB-2026-0007."), field="number")
        return cls(found[1].upper(), int(found[2]), int(found[3]))

    def __str__(self) -> str:
        """Return "KB-2026-0007"; a year with more than 9,999 cases gets a fifth digit."""
        return f"{self.prefix}-{self.year:04d}-{self.running:04d}"


def check_prefix(prefix: str) -> str:
    """Return a firm's prefix for its case numbers, in capitals. Raises ``UserError``."""
    prefix = prefix.strip().upper()
    if re.fullmatch(r"[A-Z][A-Z0-9]{0,7}", prefix) is None:
        hint = _("Use up to eight Latin letters and digits, beginning with a letter.")
        raise UserError(_("This can't begin case numbers."), hint, field="case_prefix")
    return prefix
