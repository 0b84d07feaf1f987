"""The agenda as a table: what is overdue, due today, in the next seven days, and later."""

from collections.abc import Sequence
from datetime import date, timedelta

from app.i18n import N_, _, language, plural
from app.services.agenda import MOST, AgendaLine
from app.settings import today
from app.ui.deadlines import words
from app.ui.widgets.section_model import RichColumn, Section
from app.ui.widgets.table_model import Column

OVERDUE, TODAY, SOON, LATER = (
    N_("Overdue"), N_("Due today"), N_("Next seven days"), N_("Later"),
)  # fmt: skip


def sections(
    lines: Sequence[AgendaLine], all_of_them: int, day: date
) -> list[tuple[Section, list[AgendaLine]]]:
    """Return the lines in their sections; the last says how many more there are than can be shown."""
    soon = day + timedelta(days=words.SOON_DAYS)
    parted: dict[str, list[AgendaLine]] = {OVERDUE: [], TODAY: [], SOON: [], LATER: []}
    for line in lines:
        name = OVERDUE if line.last_day < day else TODAY if line.last_day == day else LATER
        parted[SOON if day < line.last_day <= soon else name].append(line)
    return [(Section(_(name), _aside(name, found, all_of_them)), found) for name, found in parted.items()]


def _aside(name: str, found: Sequence[AgendaLine], all_of_them: int) -> str:
    if name == LATER and all_of_them > MOST:
        return _("The first {count} of {all}; choose owner or category to see the others.").format(
            count=MOST, all=all_of_them
        )
    return str(len(found))


def title(line: AgendaLine) -> str:
    """Return what is due, marked where it is open whether it applies."""
    text = line.rule.title.text(language())
    return text if line.certain else _("{title} (if it applies)").format(title=text)


def client(line: AgendaLine) -> str:
    """Return whose it is."""
    return "  ".join(name for name in (line.client, line.native_name) if name)


def _due(line: AgendaLine) -> str:
    return words.due_day(line.due, line.last_day, line.rule.unit)


def _left(line: AgendaLine) -> str:
    text = words.left(line.last_day, today())
    return _("{left}, provisional").format(left=text) if line.provisional else text


COLUMNS: tuple[Column[AgendaLine], ...] = (
    RichColumn(
        "what",
        N_("Deadline"),
        title,
        second=lambda line: f"{line.rule.id} · {line.rule.who.text(language())}",
        second_tone=lambda line: "muted",
        accessible=lambda line: f"{title(line)}, {_due(line)}, {_left(line)}, {client(line)}",
    ),
    RichColumn(
        "case",
        N_("Case"),
        client,
        width=220,
        second=lambda line: f"{line.number} · {line.category}",
        second_tone=lambda line: "muted",
    ),
    RichColumn(
        "due",
        N_("Due (Beijing)"),
        _due,
        width=172,
        second=_left,
        second_tone=lambda line: words.tone(line.last_day, today()),
    ),
    Column("owner", N_("Owner"), lambda line: line.owner, width=120),
)
FIRST_TO_GO = ("owner",)

# What the list of one day says: there the day itself stands over it.
DAY_COLUMNS: tuple[Column[AgendaLine], ...] = (
    RichColumn(
        "what",
        N_("Deadline"),
        title,
        second=lambda line: f"{line.number} · {client(line)}",
        second_tone=lambda line: "muted",
        accessible=lambda line: f"{title(line)}, {line.number}, {client(line)}",
    ),
)


def count(number: int) -> str:
    """Return how many are open, in words."""
    return plural("{count} open deadline", "{count} open deadlines", number)
