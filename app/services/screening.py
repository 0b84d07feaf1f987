"""Screenings: what a case's facts come to today, and what a named human confirmed of it.

Nothing is ever rejected by itself: a result counts, and is printed, as somebody confirmed it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

import resources
from app.domain import checking, screening, screening_record, screening_rules
from app.domain.screening import Outcome
from app.domain.screening_record import RecordedScreening
from app.domain.screening_rules import Questionnaire
from app.errors import Conflict, UserError
from app.i18n import N_, _
from app.services import case_values, checklists, packs
from db import rule_sets, trail
from db.models.case import ScreeningRow

_NOTE_LIMIT = 2000


@dataclass(frozen=True, slots=True)
class Screened:
    """A screening as computed: ``digest`` tells it from any other when it is confirmed."""

    questionnaire: Questionnaire
    outcome: Outcome
    facts: Mapping[str, object]
    digest: str


@cache
def questionnaires() -> Mapping[str, Questionnaire]:
    """Return the questions shipped, by category. Raises ``RulePackError`` naming file, question and key."""
    files = sorted(resources.entry("rules").iterdir(), key=lambda entry: entry.name)
    found = [
        screening_rules.parse(file.read_text(encoding="utf-8"), file.name, packs.cited())
        for file in files
        if file.name.startswith("screening-")
    ]
    return {each.category: each for each in found}


def questionnaire(category: str) -> Questionnaire:
    """Return the questions of a category. Raises ``UserError`` where it has none."""
    found = questionnaires().get(category)
    if found is None:
        raise UserError(
            _("There is no screening for “{category}”.").format(category=category[:20]),
            ", ".join(questionnaires()),
            field="category",
        )
    return found


def of_facts(category: str, facts: Mapping[str, object]) -> Screened:
    """Screen known facts. Raises ``UserError`` for a category without questions."""
    questions = questionnaire(category)
    outcome = screening.screen(questions, facts)
    return Screened(questions, outcome, facts, screening_record.digest(outcome, questions.sha256))


def of_case(session: Session, case_id: UUID, today: date) -> Screened:
    """Screen a case by what is known today. Raises ``UserError`` for a category without questions."""
    row = case_values.row(session, case_id)
    questionnaire(row.category)
    return of_facts(row.category, checklists.evaluated(session, row, today).facts)


@trail.operation("case:screen", N_("Confirm screening"))
def confirm(session: Session, case_id: UUID, digest: str, today: date, *, note: str = "") -> UUID:
    """Record that whoever works here confirms the screening named by ``digest``; return its key.

    Raises ``Conflict`` where the case no longer comes to what was looked at.
    """
    found = of_case(session, case_id, today)
    if found.digest != digest:
        raise Conflict(
            _("What is known changed since this screening was shown."),
            _("Look at it again, then confirm it."),
        )
    questions, outcome, work = found.questionnaire, found.outcome, trail.of(session)
    rule_sets.keep(session, questions.sha256, questions.text)
    row = ScreeningRow(
        case_id=case_id,
        result=outcome.result,
        graduate=outcome.graduate,
        staff=outcome.staff,
        common=outcome.common,
        rules=questions.sha256,
        rules_version=_version(questions),
        reasons=screening_record.reasons_text(outcome),
        facts=screening_record.facts_text(found.facts),
        note=checking.text(note, limit=_NOTE_LIMIT, lines=True, field="note"),
        confirmed_by=work.actor.name,
        confirmed_at=work.at,
    )
    session.add(row)
    session.flush()
    return row.id


def confirmed(session: Session, case_id: UUID) -> tuple[RecordedScreening, ...]:
    """Return every confirmed screening of a case, newest first."""
    query = select(ScreeningRow).where(ScreeningRow.case_id == case_id).order_by(ScreeningRow.id.desc())
    return tuple(_recorded(row) for row in session.scalars(query))


def last_confirmed(session: Session, case_id: UUID) -> RecordedScreening | None:
    """Return the confirmed screening that stands: the newest one."""
    return next(iter(confirmed(session, case_id)), None)


def record_of(found: Screened) -> RecordedScreening:
    """Return a screening as it would be kept; nobody stands for it yet."""
    outcome, questions = found.outcome, found.questionnaire
    known, withheld = screening_record.facts_of(screening_record.facts_text(found.facts))
    return RecordedScreening(
        result=outcome.result,
        graduate=outcome.graduate,
        staff=outcome.staff,
        common=outcome.common,
        reasons=tuple(screening_record.reason(each) for each in outcome.reasons),
        rules=questions.sha256,
        version=_version(questions),
        facts=known,
        withheld=withheld,
    )


def questions_of(session: Session, record: RecordedScreening) -> Questionnaire | None:
    """Return the questions a record was made by; None for those of one that nobody confirmed."""
    text = rule_sets.find(session, record.rules)
    return screening_rules.from_text(text) if text else None


def _version(questions: Questionnaire) -> str:
    return f"{questions.id} {questions.version}"


def is_confirmed(found: Screened, record: RecordedScreening | None) -> bool:
    """Whether a confirmed screening still says what the case comes to."""
    if record is None or record.rules != found.questionnaire.sha256:
        return False
    return record.reasons == tuple(screening_record.reason(each) for each in found.outcome.reasons)


def _recorded(row: ScreeningRow) -> RecordedScreening:
    known, withheld = screening_record.facts_of(row.facts)
    return RecordedScreening(
        result=row.result,
        graduate=row.graduate,
        staff=row.staff,
        common=row.common,
        reasons=screening_record.reasons_of(row.reasons),
        rules=row.rules,
        version=row.rules_version,
        facts=known,
        withheld=withheld,
        by=row.confirmed_by,
        at=row.confirmed_at,
        note=row.note,
    )
