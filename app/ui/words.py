"""Words that several pages say in the same way: dates with their days left, progress, stages and states."""

from datetime import date, datetime

from app.domain import dates
from app.domain.basis import OFFICE_WORDS, Basis
from app.domain.cases import Stage
from app.domain.item_records import ItemState
from app.i18n import N_, _, language, plural

WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
# The tone of each stage's pill; stages that are not named here are plain.
STAGE_TONES = {
    Stage.COLLECTING: "accent",
    Stage.FORM_READY: "accent",
    Stage.CLIENT_SIGNED: "accent",
    Stage.PRE_REVIEW: "accent",
    Stage.SUPPLEMENT_ASKED: "warn",
    Stage.HANDED_IN: "accent",
    Stage.ARRIVED: "good",
}
STATE_TONES = {
    ItemState.RECEIVED: "accent",
    ItemState.RETURNED: "bad",
    ItemState.ACCEPTED: "good",
}
_MOVES = {
    Stage.HANDED_IN: N_("Mark as handed in"),
    Stage.DECIDED: N_("Mark as decided"),
    Stage.ARRIVED: N_("Mark as arrived"),
    Stage.ON_HOLD: N_("Put on hold"),
    Stage.WITHDRAWN: N_("Mark as withdrawn"),
    Stage.CLOSED: N_("Close the case…"),
    Stage.SUPPLEMENT_ASKED: N_("Mark that a supplement was asked for"),
}


def day(on: date | None) -> str:
    """Return a date as it is read, "" for none."""
    return dates.shown(on, language()) if on else ""


def moment(at: datetime) -> str:
    """Return a moment (UTC) as the user's clock shows it."""
    local = at.astimezone()
    return _("{day}, {time}").format(day=day(local.date()), time=f"{local:%H:%M}")


def weekday(on: date) -> str:
    """Return the name of a day of the week."""
    return _(WEEKDAYS[on.weekday()])


def days_left(on: date, today: date) -> str:
    """Return how far off a day is: "in 3 days", "tomorrow", "5 days ago"."""
    left = (on - today).days
    near = {0: _("today"), 1: _("tomorrow"), -1: _("yesterday")}
    if left in near:
        return near[left]
    if left > 0:
        return plural("in {count} day", "in {count} days", left)
    return plural("{count} day ago", "{count} days ago", -left)


def dated(on: date | None, today: date) -> str:
    """Return a date with how far off it is, "" for none."""
    return _("{day}, {distance}").format(day=day(on), distance=days_left(on, today)) if on else ""


def progress(checked: int, counted: int) -> str:
    """Return "9 of 14 papers checked"."""
    return _("{checked} of {counted} papers checked").format(checked=checked, counted=counted)


def basis(of: Basis) -> str:
    """Return the mark of what a rule rests on, such as "OFFICIAL"."""
    return _(OFFICE_WORDS[of]).upper()


def move(to: Stage, previous: Stage) -> str:
    """Return what a menu calls going from ``previous`` to ``to``."""
    if previous is Stage.CLOSED:
        return _("Reopen at “{stage}”…").format(stage=_(to.label))
    if previous in (Stage.ON_HOLD, Stage.WITHDRAWN) and to not in (Stage.WITHDRAWN, Stage.CLOSED):
        return _("Back to “{stage}”").format(stage=_(to.label))
    return _(_MOVES[to]) if to in _MOVES else _("Move to “{stage}”").format(stage=_(to.label))
