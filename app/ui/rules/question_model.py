"""The questions to posts as a table: a section for each post, what waits first."""

from collections.abc import Callable, Sequence
from itertools import groupby

from app.domain.post_questions import Standing
from app.domain.posts import PostAnswer
from app.i18n import N_, _, language, plural
from app.services import citations, post_answers
from app.services.post_questions import QuestionLine
from app.ui import words
from app.ui.widgets.section_model import RichColumn, Section
from app.ui.widgets.table_model import Column

_TONES = {Standing.UNKNOWN: "plain", Standing.STALE: "warn", Standing.KNOWN: "good"}

# The views of the list: name, label (msgid), which lines are in it.
VIEWS: tuple[tuple[str, str, Callable[[QuestionLine], bool]], ...] = (
    ("open", N_("To ask ({count})"), lambda line: line.is_open),
    ("stale", N_("To check again ({count})"), lambda line: line.standing is Standing.STALE),
    ("all", N_("All questions ({count})"), lambda line: True),
)


def sections(lines: Sequence[QuestionLine], view: str) -> list[tuple[Section, list[QuestionLine]]]:
    """Return the lines of a view under the names of their posts."""
    fits = next(fits for name, _label, fits in VIEWS if name == view)
    found = []
    for _code, of_post in groupby(lines, key=lambda line: line.post.code):
        there = list(of_post)
        found.append((Section(there[0].post.name.text(language()), _checked(there)), [*filter(fits, there)]))
    return found


def _checked(lines: Sequence[QuestionLine]) -> str:
    on = lines[0].post.checked_on
    return _("Rules checked {day}").format(day=words.day(on)) if on else _("Rules never checked as a whole")


def waits(line: QuestionLine) -> str:
    """Return how much waits for an answer or stands on it, and since when."""
    if not line.cases:
        return _("No open case needs it")
    cases = plural("{count} case", "{count} cases", len(line.cases))
    lines = plural("{count} checklist line", "{count} checklist lines", line.items)
    if line.standing is Standing.UNKNOWN:
        text = _("{lines} in {cases} wait, since {day}")
        return text.format(lines=lines, cases=cases, day=words.day(line.since))
    return _("{lines} in {cases} stand on it").format(lines=lines, cases=cases)


def value(answer: PostAnswer | None) -> str:
    """Return what is known, and of which visas where not of all."""
    if answer is None:
        return _("Not known")
    known = post_answers.shown(answer).text(language())
    return f"{known} ({only(answer.categories)})" if answer.categories else known


def learned(answer: PostAnswer) -> str:
    """Return from where an answer is, in a few words."""
    if answer.told:
        return f"{answer.told.source} · {answer.told.by}"
    return "; ".join(f"[{cited.source}] {citations.place(cited.locator)}" for cited in answer.sources)


def only(categories: Sequence[str]) -> str:
    """Return "only K" for the codes of visas; "" for none, which means every visa."""
    return _("only {visas}").format(visas=", ".join(categories)) if categories else ""


def _second_value(line: QuestionLine) -> str:
    if line.answer is None or line.checked_on is None:
        return ""
    return f"{words.day(line.checked_on)} · {learned(line.answer)}"


COLUMNS: tuple[Column[QuestionLine], ...] = (
    RichColumn(
        "question",
        N_("Question"),
        lambda line: line.fact.question.text(language()),
        second=waits,
        second_tone=lambda line: "warn" if line.is_open else "muted",
        accessible=lambda line: f"{line.fact.question.text(language())} {waits(line)}",
    ),
    RichColumn(
        "answer",
        N_("Answer"),
        lambda line: value(line.answer),
        width=200,
        first_tone=lambda line: "" if line.answer else "muted",
        second=_second_value,
        second_tone=lambda line: "muted",
    ),
    Column(
        "standing",
        N_("State"),
        lambda line: _(line.standing.label),
        width=112,
        tone=lambda line: _TONES[line.standing],
    ),
)
