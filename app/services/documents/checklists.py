"""The checklist of a case: what the client gets, and the office's own with everything on it."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from uuid import UUID

from sqlalchemy.orm import Session

from app.domain import client_questions, facts
from app.domain.checklist import Line, progress
from app.domain.conditions import Answer
from app.domain.fields import Labelled
from app.domain.filing.checklists import (
    ChecklistLine,
    ChecklistSection,
    ClientChecklist,
    OfficeChecklist,
    OfficeLine,
    OfficeSection,
)
from app.domain.item_records import ItemState
from app.domain.rulepack import Audience, ItemStage, Translation
from app.i18n import Bilingual, both
from app.services import citations, filing, firms
from app.services.filing import Gathered
from app.services.orders import Order

_IN_HAND = (ItemState.RECEIVED, ItemState.ACCEPTED)


def client(session: Session, order: Order, today: date) -> ClientChecklist:
    """Return the client's checklist: what the client brings or does, in the order of the work."""
    gathered = filing.gather(session, order, today)
    mine = [line for line in gathered.lines if for_client(line)]
    checked, counted = progress(mine)
    return ClientChecklist(
        head=gathered.head,
        sections=_sections(mine, gathered),
        checked=checked,
        counted=counted,
        due_on=earliest_due(mine),
    )


def for_client(line: Line) -> bool:
    """Whether a line is for the client to do before the visa is issued."""
    before = line.item.stage not in (ItemStage.AFTER_GRANT, ItemStage.AFTER_ARRIVAL)
    return line.item.audience is Audience.CLIENT and line.applies is not Answer.NO and before


def earliest_due(lines: Sequence[Line]) -> date | None:
    """Return the first day by which something is asked that is not checked yet."""
    due = [
        line.record.due_on for line in lines if line.record.due_on and line.state is not ItemState.ACCEPTED
    ]
    return min(due, default=None)


def _sections(lines: list[Line], gathered: Gathered) -> tuple[ChecklistSection, ...]:
    return tuple(
        ChecklistSection(
            title=both(stage.label),
            lines=tuple(_line(line, gathered, questions_for_client(line)) for line in group),
        )
        for stage, group in groupby(lines, key=lambda line: line.item.stage)
    )


def _line(line: Line, gathered: Gathered, asks: tuple[Bilingual, ...]) -> ChecklistLine:
    item, record = line.item, line.record
    return ChecklistLine(
        code=item.id,
        title=item.title,
        repeat=line.repeat_label,
        what_to_do=item.client,
        need=line.need.value,
        applies=line.applies.value,
        asks=asks,
        state=record.state.value,
        returned_reason=record.state_reason if record.state is ItemState.RETURNED else "",
        evidence=item.evidence,
        originals=item.originals,
        copies=item.copies,
        issued_on=record.issued_on,
        valid_until=line.valid_until,
        has_ended=line.valid_until is not None and line.valid_until < gathered.today,
        due_on=record.due_on,
        basis=item.basis,
        sources=citations.cited(gathered.found.rules.cite(item.sources)),
        authentication=gathered.marks.authenticated(line) if line.country else None,
        stale=gathered.marks.stale(line),
    )


def questions_for_client(line: Line) -> tuple[Bilingual, ...]:
    """Return what the client can settle; what only the post or we can tell is ours to ask."""
    asked = (client_questions.asked_of_client(name) for name in line.open_facts)
    return tuple(dict.fromkeys(question for question in asked if question))


def office(session: Session, order: Order, today: date) -> OfficeChecklist:
    """Return the office's checklist: every line that applies or may, with who, when and where."""
    gathered = filing.gather(session, order, today)
    names = firms.names(session)
    checked, counted = progress(gathered.lines)
    return OfficeChecklist(
        head=gathered.head,
        sections=tuple(
            OfficeSection(
                title=both(stage.label), lines=tuple(_office_line(line, gathered, names) for line in group)
            )
            for stage, group in groupby(gathered.lines, key=lambda line: line.item.stage)
        ),
        stage=both(gathered.row.stage.label),
        checked=checked,
        counted=counted,
        planned_filing=gathered.row.planned_filing,
    )


def _office_line(line: Line, gathered: Gathered, names: Mapping[UUID, str]) -> OfficeLine:
    item, record = line.item, line.record
    asks = tuple(dict.fromkeys(facts.named(name).question for name in line.open_facts))
    responsible = record.responsible
    return OfficeLine(
        line=_line(line, gathered, asks),
        need=both(line.need.label),
        state=both(record.state.label),
        is_ours=item.audience is Audience.OFFICE,
        issuer=record.issuer,
        number=gathered.number(record.number),
        original_at=_label(record.original_at),
        validity=both(line.validity.label) if record.state in _IN_HAND else None,
        freshness_days=item.freshness_days,
        months_beyond=item.months_beyond,
        authentication=gathered.marks.authenticated(line),
        translation=_label(item.translation, but=Translation.NONE),
        responsible=names.get(responsible, "") if isinstance(responsible, UUID) else "",
        asked_on=record.asked_on,
        chased_on=record.last_chased_on,
    )


def _label(value: Labelled | None, but: Labelled | None = None) -> Bilingual | None:
    return both(value.label) if value is not None and value is not but else None
