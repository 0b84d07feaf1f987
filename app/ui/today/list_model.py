"""The columns of the first page's lists: what, its day, what is next and who does it."""

from datetime import date

from app.domain.today import Group
from app.i18n import N_, _, language
from app.services.today_case_lines import TodayLine
from app.settings import today
from app.ui import words
from app.ui.widgets.section_model import RichColumn
from app.ui.widgets.table_model import Column

SOON_DAYS = 7
_DUE = (Group.OVERDUE, Group.SOON, Group.SUPPLEMENT)


def whose(line: TodayLine) -> str:
    """Return whose case it is: the client, the number; "" for a rule."""
    names = "  ".join(name for name in (line.client, line.native_name) if name)
    return " · ".join(part for part in (names, line.number, line.category) if part)


def what(line: TodayLine) -> str:
    """Return what it is about."""
    return line.what.text(language())


def owner(line: TodayLine) -> str:
    """Return who does it."""
    return line.owner or _("Nobody in particular")


def _day(line: TodayLine) -> str:
    return words.day(line.day) or _("No day")


def _left(line: TodayLine) -> str:
    return words.days_left(line.day, today()) if line.day else ""


def _tone(on: date | None) -> str:
    if on is None:
        return "warn"
    left = (on - today()).days
    return "bad" if left < 0 else "warn" if left <= SOON_DAYS else "muted"


def _of_day(group: Group) -> Column[TodayLine]:
    """Return the column of the day; only what is due is coloured by it."""
    is_due = group in _DUE
    return RichColumn(
        "day",
        N_("Day") if is_due or group is Group.RULES else N_("Since"),
        _day,
        width=132,
        second=_left,
        second_tone=lambda line: _tone(line.day) if is_due else "muted",
        accessible=lambda line: f"{_day(line)}, {_left(line)}",
    )


_WHAT: Column[TodayLine] = RichColumn(
    "what",
    N_("What"),
    what,
    second=whose,
    second_tone=lambda line: "muted",
    accessible=lambda line: f"{what(line)}, {whose(line)}",
)
_NEXT: Column[TodayLine] = RichColumn(
    "next",
    N_("Next"),
    lambda line: _(line.next.label),
    width=268,
    second=owner,
    second_tone=lambda line: "muted",
    accessible=lambda line: f"{_(line.next.label)}, {owner(line)}",
)


def columns(group: Group) -> tuple[Column[TodayLine], ...]:
    """Return the columns of a group's list."""
    return (_WHAT, _of_day(group), _NEXT)
