"""A case's checklist as a table: which lines are in view, in which sections, and what their cells say."""

from collections.abc import Callable, Sequence
from itertools import groupby

from app.domain.checklist import Validity
from app.domain.conditions import Answer
from app.domain.item_records import ItemState
from app.domain.rulepack import Need
from app.i18n import N_, _, language
from app.services.checklists import ItemLine
from app.settings import today
from app.ui import words
from app.ui.widgets.section_model import RichColumn, Section
from app.ui.widgets.table_model import Column

DONE = (ItemState.ACCEPTED, ItemState.WAIVED)


def _applies(line: ItemLine) -> bool:
    return line.line.applies is not Answer.NO


def _open(line: ItemLine) -> bool:
    return _applies(line) and line.line.state not in DONE


def _asks(line: ItemLine) -> bool:
    return line.line.applies is Answer.ASK


def _any(_line: ItemLine) -> bool:
    return True


# What may be in view: a name, its label (a msgid) and which lines it shows.
VIEWS: tuple[tuple[str, str, Callable[[ItemLine], bool]], ...] = (
    ("applies", N_("What applies ({count})"), _applies),
    ("open", N_("Still open ({count})"), _open),
    ("asks", N_("To ask ({count})"), _asks),
    ("all", N_("Everything ({count})"), _any),
)


def sections(lines: Sequence[ItemLine], view: str) -> list[tuple[Section, list[ItemLine]]]:
    """Return the lines of one view under the parts of the work they belong to."""
    fits = next(check for name, _label, check in VIEWS if name == view)
    found = []
    for stage, group in groupby(lines, key=lambda line: line.line.item.stage):
        whole = list(group)
        counted = [line for line in whole if line.line.counts]
        checked = sum(line.line.state is ItemState.ACCEPTED for line in counted)
        aside = _("{checked} of {counted}").format(checked=checked, counted=len(counted))
        found.append((Section(_(stage.label), aside), [line for line in whole if fits(line)]))
    return found


def title(line: ItemLine) -> str:
    """Return what a line is called, with which degree, country or name it is for."""
    name = line.line.item.title.text(language())
    which = line.line.repeat_label
    return f"{name} ({which.text(language())})" if which else name


def remark(line: ItemLine) -> str:
    """Return what matters most about a line beside its state."""
    if line.line.state is ItemState.RETURNED:
        return _("Returned: {reason}").format(reason=line.line.record.state_reason)
    if line.line.applies is Answer.ASK:
        return _("To ask: {question}").format(question=line.line.why.text(language()))
    if line.line.applies is Answer.NO:
        return _("Does not apply: {why}").format(why=line.line.why.text(language()))
    if line.line.state is ItemState.WAIVED:
        return _("Waived: {reason}").format(reason=line.line.record.state_reason)
    more = [_(Need.RECOMMENDED.label)] if line.line.need is Need.RECOMMENDED else []
    evidence = line.line.item.evidence
    told = [evidence.text(language())] if evidence else []
    return " · ".join([line.line.item.id, *more, *told])


def _remark_tone(line: ItemLine) -> str:
    if line.line.state is ItemState.RETURNED:
        return "bad"
    return "warn" if line.line.applies is Answer.ASK else "muted"


def _ticked(line: ItemLine) -> bool | None:
    return line.line.state is ItemState.ACCEPTED if _applies(line) else None


def holds(line: ItemLine) -> str:
    """Return how long the paper in hand is good, "" where nothing is known of it."""
    end = line.line.valid_until
    if end is None:
        return ""
    if line.line.validity is Validity.EXPIRED:
        return _("Expired {day}").format(day=words.day(end))
    if line.line.validity is Validity.ENDS_TOO_SOON:
        return _("Too soon: {day}").format(day=words.day(end))
    return _("Until {day}").format(day=words.day(end))


def due(line: ItemLine) -> str:
    """Return when the paper is due, "" where that no longer matters or nobody said."""
    on = line.line.record.due_on
    return _("Due {day}").format(day=words.day(on)) if on and _open(line) else ""


def is_overdue(line: ItemLine) -> bool:
    """Whether the paper should be here and is not."""
    on = line.line.record.due_on
    return bool(on and on < today() and _open(line))


def _dates_tone(line: ItemLine) -> str:
    if line.line.validity is Validity.EXPIRED:
        return "bad"
    return "warn" if line.line.validity is Validity.ENDS_TOO_SOON else ""


def _dates_below(line: ItemLine) -> str:
    if line.line.valid_until is None:
        return ""
    told = {Validity.EXPIRED: _("Expired"), Validity.ENDS_TOO_SOON: _("Too soon")}
    return told.get(line.line.validity, "")


def _due(line: ItemLine) -> str:
    return words.day(line.line.record.due_on) if due(line) else ""


def _due_below(line: ItemLine) -> str:
    on = line.line.record.due_on
    return words.days_left(on, today()) if on and due(line) else ""


def columns(name_of: Callable[[object], str]) -> tuple[Column[ItemLine], ...]:
    """Return the columns; ``name_of`` says what the user of a key is called."""
    responsible: Column[ItemLine] = Column(
        "responsible", N_("Responsible"), lambda line: name_of(line.line.record.responsible), width=118
    )
    return (*_COLUMNS, responsible)


_COLUMNS: tuple[RichColumn[ItemLine], ...] = (
    RichColumn(
        "paper",
        N_("Paper or step"),
        title,
        second=remark,
        second_tone=_remark_tone,
        ticked=_ticked,
        accessible=lambda line: f"{title(line)}. {remark(line)}",
    ),
    RichColumn(
        "state",
        N_("State"),
        lambda line: _(line.line.state.label),
        width=138,
        tone=lambda line: words.STATE_TONES.get(line.line.state, "plain"),
    ),
    RichColumn(
        "due",
        N_("Due"),
        _due,
        width=118,
        first_tone=lambda line: "bad" if is_overdue(line) else "",
        second=_due_below,
        second_tone=lambda line: "bad" if is_overdue(line) else "muted",
    ),
    RichColumn(
        "dates",
        N_("Valid until"),
        lambda line: words.day(line.line.valid_until),
        width=118,
        first_tone=_dates_tone,
        second=_dates_below,
        second_tone=_dates_tone,
        accessible=holds,
    ),
)
