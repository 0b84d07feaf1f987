"""What would be if a date or a fact were another one: every change, and nothing written.

Accepting it is ``case_edits.set_values`` with the same edits: one operation.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.domain import checking, dates, deadline_anchors, deadlines, facts
from app.domain.checklist import Line
from app.domain.conditions import Answer
from app.domain.deadline_anchors import Known
from app.domain.deadlines import Deadline
from app.domain.fields import Labelled
from app.i18n import N_, Bilingual, both
from app.services import calendars, case_values, checklists, firm_tables, screening, stays
from app.services.case_edits import Edit
from app.services.checklists import Evaluated, Supposed
from db.models.case import CaseRow


class Kind(StrEnum):
    """What changes."""

    FACT = "fact"
    LINE = "line"
    NEED = "need"
    VALIDITY = "validity"
    DEADLINE = "deadline"
    QUESTION = "question"
    RESULT = "result"


class Applying(Labelled):
    """Whether a checklist line applies, in words."""

    YES = "yes", N_("applies")
    ASK = "ask", N_("to be asked")
    NO = "no", N_("does not apply")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that would be another; ``code`` names the item, question or fact, ``why`` the new state."""

    kind: Kind
    code: str
    title: Bilingual
    before: Bilingual
    after: Bilingual
    why: Bilingual | None = None


def compare(session: Session, case_id: UUID, edits: Sequence[Edit], today: date) -> tuple[Difference, ...]:
    """Return all that ``edits`` would change in a case; reads only.

    Raises ``UserError`` for a value that can't be so.
    """
    row = case_values.row(session, case_id)
    before = checklists.evaluated(session, row, today)
    supposed = _supposed(session, row, edits, today)
    after = checklists.evaluated(session, row, today, post=before.post, supposed=supposed)
    return (
        *_screening(row.category, before.facts, after.facts),
        *_lines(before.lines, after.lines),
        *_deadlines(
            _due(session, row, Supposed(), before, today), _due(session, row, supposed, after, today)
        ),
        *_facts(before.facts, after.facts),
    )


def _supposed(session: Session, row: CaseRow, edits: Sequence[Edit], today: date) -> Supposed:
    file = case_values.file_of(session, row)
    fields: dict[str, Any] = {}
    for each in edits:
        if not each.is_fact:
            file = checking.fields_of(replace(file, **{each.name: each.value}), today, only=each.name)
            fields[each.name] = getattr(file, each.name)
    told = {e.name: facts.parse_value(facts.enterable(e.name), e.value) for e in edits if e.is_fact}
    return Supposed(fields, told)


def _facts(before: Mapping[str, object], after: Mapping[str, object]) -> Iterator[Difference]:
    for name, fact in facts.REGISTRY.items():
        if before.get(name) != after.get(name):
            yield Difference(
                kind=Kind.FACT,
                code=name,
                title=fact.label,
                before=_shown(name, before),
                after=_shown(name, after),
            )


def _shown(name: str, known: Mapping[str, object]) -> Bilingual:
    return facts.show(facts.REGISTRY[name], known[name]) if name in known else both("Not known")


def _screening(
    category: str, before: Mapping[str, object], after: Mapping[str, object]
) -> Iterator[Difference]:
    if category not in screening.questionnaires():
        return
    old, new = (screening.of_facts(category, known).outcome for known in (before, after))
    if old.result is not new.result:
        yield Difference(
            kind=Kind.RESULT,
            code="",
            title=both("Result of the screening"),
            before=both(old.result.label),
            after=both(new.result.label),
        )
    for was, now in zip(old.reasons, new.reasons, strict=True):
        if was.result is not now.result:
            yield Difference(
                kind=Kind.QUESTION,
                code=now.question.id,
                title=now.question.ask,
                before=both(was.result.label),
                after=both(now.result.label),
                why=now.why,
            )


def _lines(before: Sequence[Line], after: Sequence[Line]) -> Iterator[Difference]:
    old = {(line.item.id, line.repeat_key): line for line in before}
    for now in after:
        was = old.get((now.item.id, now.repeat_key))
        if was is not None:
            yield from _line(was, now)


def _line(was: Line, now: Line) -> Iterator[Difference]:
    if was.applies is not now.applies:
        before, after = (both(Applying(line.applies.value).label) for line in (was, now))
        yield _difference(Kind.LINE, now, before, after, why=now.why)
    elif was.need is not now.need and now.applies is not Answer.NO:
        yield _difference(Kind.NEED, now, both(was.need.label), both(now.need.label), why=now.why)
    if was.validity is not now.validity and now.applies is not Answer.NO:
        yield _difference(Kind.VALIDITY, now, both(was.validity.label), both(now.validity.label))


def _due(
    session: Session, row: CaseRow, supposed: Supposed, found: Evaluated, today: date
) -> dict[str, Deadline]:
    """Return what is due in a case as it is or might be, by rule and what it hangs on."""
    file = replace(case_values.file_of(session, row), **supposed.fields)
    anchors = deadline_anchors.anchors(Known(row.stage, file, stays.ledger(session, row.id)))
    rules = firm_tables.deadlines(session, today).rules
    computed = deadlines.computed(rules, anchors, found.facts, calendars.calendar(session))
    return {f"{each.rule.id} {each.key}": each for each in computed}


def _deadlines(before: Mapping[str, Deadline], after: Mapping[str, Deadline]) -> Iterator[Difference]:
    for key in dict.fromkeys((*before, *after)):
        was, now = before.get(key), after.get(key)
        days = [each.last_day if each else None for each in (was, now)]
        either = now or was
        if days[0] != days[1] and either is not None:
            yield Difference(
                kind=Kind.DEADLINE,
                code=either.rule.id,
                title=either.rule.title,
                before=_day(days[0]),
                after=_day(days[1]),
                why=either.reason,
            )


def _day(day: date | None) -> Bilingual:
    return Bilingual(dates.shown(day, "en"), dates.shown(day, "zh")) if day else both("Not known")


def _difference(
    kind: Kind, line: Line, before: Bilingual, after: Bilingual, why: Bilingual | None = None
) -> Difference:
    title, which = line.item.title, line.repeat_label
    if which:
        title = Bilingual(f"{title.en} ({which.en})", f"{title.zh}（{which.zh}）")
    return Difference(kind=kind, code=line.item.id, title=title, before=before, after=after, why=why)
