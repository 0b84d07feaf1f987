"""The checklist of a case, as the client gets it."""

from datetime import date
from itertools import groupby

from sqlalchemy.orm import Session

from app.domain import facts
from app.domain.checklist import Line
from app.domain.conditions import Answer
from app.domain.facts import Origin
from app.domain.filing.checklists import ChecklistLine, ChecklistSection, ClientChecklist
from app.domain.item_records import ItemState
from app.domain.rulepack import Audience, ItemStage
from app.i18n import Bilingual, both
from app.services import filing, rule_marks
from app.services.checklists import Evaluated
from app.services.orders import Order


def client(session: Session, order: Order, today: date) -> ClientChecklist:
    """Return the client's checklist: what the client brings or does, in the order of the work."""
    gathered = filing.gather(session, order, today)
    mine = [line for line in gathered.found.lines if _for_client(line)]
    done = [line for line in mine if line.counts]
    due = [line.record.due_on for line in mine if line.record.due_on and line.state is not ItemState.ACCEPTED]
    return ClientChecklist(
        head=gathered.head,
        sections=_sections(mine, gathered.found, today),
        checked=sum(line.state is ItemState.ACCEPTED for line in done),
        counted=len(done),
        due_on=min(due, default=None),
    )


def _for_client(line: Line) -> bool:
    before = line.item.stage not in (ItemStage.AFTER_GRANT, ItemStage.AFTER_ARRIVAL)
    return line.item.audience is Audience.CLIENT and line.applies is not Answer.NO and before


def _sections(lines: list[Line], found: Evaluated, today: date) -> tuple[ChecklistSection, ...]:
    return tuple(
        ChecklistSection(title=both(stage.label), lines=tuple(_line(line, found, today) for line in group))
        for stage, group in groupby(lines, key=lambda line: line.item.stage)
    )


def _line(line: Line, found: Evaluated, today: date) -> ChecklistLine:
    item, record = line.item, line.record
    return ChecklistLine(
        code=item.id,
        title=item.title,
        repeat=line.repeat_label,
        what_to_do=item.client,
        need=line.need.value,
        applies=line.applies.value,
        asks=_client_questions(line),
        state=record.state.value,
        returned_reason=record.state_reason if record.state is ItemState.RETURNED else "",
        evidence=item.evidence,
        originals=item.originals,
        copies=item.copies,
        issued_on=record.issued_on,
        valid_until=line.valid_until,
        due_on=record.due_on,
        basis=item.basis,
        sources=found.rules.cite(item.sources),
        authentication=rule_marks.authenticated(line, today) if line.country else None,
        stale=rule_marks.stale(line, today),
    )


def _client_questions(line: Line) -> tuple[Bilingual, ...]:
    """Return what the client can settle; what only the post knows is ours to ask."""
    open_facts = [facts.named(name) for name in line.open_facts]
    return tuple(dict.fromkeys(fact.question for fact in open_facts if fact.origin is not Origin.POST))
