"""Pathways side by side for the same facts: met, not met, unknown, papers missing. Never a probability."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from app.domain.basis import Basis, Citation
from app.domain.conditions import Answer, evaluate, missing
from app.domain.pathway_rules import Aspect, Certainty, Count, Note, Pathway, PathwayRules, Row
from app.domain.screening import Group, Outcome, Reason, Result
from app.domain.workdays import FIRST_YEAR, WorkCalendar
from app.i18n import Bilingual

__all__ = ["Aspect", "Certainty", "Column", "Comparison", "Finding", "compare"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One requirement as the facts have it; ``missing`` are the unknown facts that keep it open."""

    id: str
    answer: Answer
    text: Bilingual
    basis: Basis
    sources: tuple[Citation, ...]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One pathway for these facts. ``papers`` are those still missing, None where no checklist is known.

    ``earliest`` is None where nobody can compute it; the pathway says why, and ``date_facts`` are the unknown
    facts that would tell. It is provisional where it was counted across a year that is not announced.
    """

    pathway: Pathway
    findings: tuple[Finding, ...]
    is_stale: bool
    papers: tuple[Bilingual, ...] | None = None
    earliest: date | None = None
    is_provisional: bool = False
    date_facts: tuple[str, ...] = ()

    def of(self, answer: Answer) -> tuple[Finding, ...]:
        """Return the requirements met (YES), not met (NO) or unknown (ASK)."""
        return tuple(finding for finding in self.findings if finding.answer is answer)

    def row(self, aspect: Aspect) -> Row:
        """Return how it stands in one aspect."""
        return self.pathway.rows[aspect]

    @property
    def missing(self) -> tuple[str, ...]:
        """The unknown facts that keep requirements open, without repeats."""
        return tuple(dict.fromkeys(name for finding in self.findings for name in finding.missing))


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All pathways side by side, and the notes that have not ended."""

    rules: PathwayRules
    columns: tuple[Column, ...]
    notes: tuple[Note, ...]
    on: date


def compare(
    rules: PathwayRules,
    facts: Mapping[str, object],
    today: date,
    *,
    screened: Mapping[str, Outcome],
    papers: Mapping[str, Sequence[Bilingual]],
    calendar: WorkCalendar,
) -> Comparison:
    """Compare the pathways for known ``facts`` on ``today``.

    A pathway with an outcome in ``screened`` (by category) is judged by that; ``papers`` are those missing.
    """
    columns = tuple(
        Column(
            pathway=pathway,
            findings=_findings(pathway, facts, screened.get(pathway.id)),
            is_stale=pathway.is_stale(today),
            papers=tuple(papers[pathway.id]) if pathway.id in papers else None,
            **_dates(pathway.count, facts, calendar),
        )
        for pathway in rules.pathways
    )
    notes = tuple(note for note in rules.notes if not note.has_ended(today))
    return Comparison(rules=rules, columns=columns, notes=notes, on=today)


def _dates(count: Count | None, facts: Mapping[str, object], calendar: WorkCalendar) -> dict[str, Any]:
    if count is None:
        return {}
    start, filing = facts.get(count.fact), facts.get("planned_filing")
    if not isinstance(start, date) or start.year < FIRST_YEAR:
        return {"date_facts": (count.fact,)}
    ready = calendar.after(start, count.working_days)
    filed = max(ready.date, filing) if isinstance(filing, date) else ready.date
    return {"earliest": filed + timedelta(days=count.days), "is_provisional": ready.provisional}


def _findings(pathway: Pathway, facts: Mapping[str, object], outcome: Outcome | None) -> tuple[Finding, ...]:
    if outcome is not None:
        return tuple(_of_reason(reason) for reason in _counting(outcome))
    return tuple(
        Finding(
            id=each.id,
            answer=evaluate(each.when, facts),
            text=each.text,
            basis=each.basis,
            sources=each.sources,
            missing=missing(each.when, facts),
        )
        for each in pathway.requirements
    )


def _counting(outcome: Outcome) -> list[Reason]:
    """Return the reasons of the better limb and those common to both: what the result rests on."""
    limb = Group.GRADUATE if outcome.graduate is outcome.core else Group.STAFF
    return [each for each in outcome.reasons if {limb, Group.COMMON} & set(each.question.groups)]


_ANSWERS = {
    Result.MEETS: Answer.YES,
    Result.DOES_NOT_MEET: Answer.NO,
    Result.NEEDS_CONFIRMATION: Answer.ASK,
    Result.INFORMATION_MISSING: Answer.ASK,
}


def _of_reason(reason: Reason) -> Finding:
    return Finding(
        id=reason.question.id,
        answer=_ANSWERS[reason.result],
        text=reason.why,
        basis=reason.basis,
        sources=reason.sources,
        missing=reason.missing,
    )
