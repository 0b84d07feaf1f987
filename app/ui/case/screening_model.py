"""A case's screening as a table: the questions under what they count for, each with its result and why."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.screening import Group, Outcome, Reason, Result
from app.i18n import N_, _, language
from app.ui.widgets.section_model import RichColumn, Section

# A shape stands before each word, so that no result is told by colour alone.
SHAPES = {
    Result.MEETS: "●",
    Result.NEEDS_CONFIRMATION: "◐",
    Result.INFORMATION_MISSING: "○",
    Result.DOES_NOT_MEET: "×",
}
TONES = {
    Result.MEETS: "good",
    Result.NEEDS_CONFIRMATION: "accent",
    Result.INFORMATION_MISSING: "warn",
    Result.DOES_NOT_MEET: "bad",
}


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question under one of the groups it counts for."""

    group: Group
    reason: Reason

    @property
    def key(self) -> str:
        """What tells the row from all others."""
        return f"{self.group.value} {self.reason.question.id}"

    @property
    def is_noted(self) -> bool:
        """Whether it only routes, and has nothing to warn of."""
        return self.group is Group.ROUTING and self.reason.result is Result.MEETS


def worded(result: Result) -> str:
    """Return a result as shape and word."""
    return f"{SHAPES[result]} {_(result.label)}"


def sections(outcome: Outcome) -> list[tuple[Section, list[QuestionRow]]]:
    """Return the questions in their groups; a limb's title says what it comes to."""
    results: Mapping[Group, Result] = {
        Group.GRADUATE: outcome.graduate,
        Group.STAFF: outcome.staff,
        Group.COMMON: outcome.common,
    }
    return [
        (
            Section(_(group.label), worded(results[group]) if group in results else ""),
            [QuestionRow(group, reason) for reason in outcome.of(group)],
        )
        for group in Group
    ]


def result(row: QuestionRow) -> str:
    """Return what a question comes to, in shape and word."""
    return f"{SHAPES[Result.MEETS]} {_('Noted')}" if row.is_noted else worded(row.reason.result)


def _tone(row: QuestionRow) -> str:
    return "plain" if row.is_noted else TONES[row.reason.result]


def _asked(row: QuestionRow) -> str:
    return row.reason.question.ask.text(language())


def _why(row: QuestionRow) -> str:
    why = row.reason.why.text(language())
    return _("Not answered yet.") if why == _asked(row) else why


COLUMNS: tuple[RichColumn[QuestionRow], ...] = (
    RichColumn(
        "question",
        N_("Question"),
        _asked,
        second=_why,
        second_tone=lambda row: "muted",
        accessible=lambda row: f"{row.reason.question.id}. {_asked(row)} {_why(row)}",
    ),
    RichColumn("result", N_("Result"), result, width=236, tone=_tone),
)
