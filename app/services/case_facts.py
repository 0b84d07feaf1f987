"""The facts of a case: what is known, from where, and what people set."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import facts, provenance
from app.domain.facts import Fact
from app.domain.posts import PostAnswer
from app.domain.provenance import Provenance
from app.i18n import N_, Bilingual
from app.services import case_values, checklists
from app.services.checklists import Evaluated
from db import trail
from db.models.case import FactRow
from db.models.operation import Change, Operation


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact of a case: its stored text is "" and ``shown`` None while it is unknown.

    ``answer`` is what the post answered, with its source and day, where the value comes from there.
    ``origin`` says where any other value comes from. ``overruled`` is another value that was set on the case:
    what a record shows stands over it, and somebody has to look at both.
    """

    fact: Fact
    text: str
    shown: Bilingual | None
    answer: PostAnswer | None = None
    origin: Provenance | None = None
    overruled: Bilingual | None = None


def lines(session: Session, case_id: UUID, today: date) -> list[FactLine]:
    """Return every fact of the registry with what is known of it in this case."""
    row = case_values.row(session, case_id)
    found = checklists.evaluated(session, row, today)
    entered, typed = case_values.entered(session, case_id), _typed(session, case_id)
    return [
        _with_origin(_line(fact, found, row.category), found.facts, entered, typed)
        for fact in facts.REGISTRY.values()
    ]


def _typed(session: Session, case_id: UUID) -> dict[str, Provenance]:
    """Return who set each fact of a case last, and when."""
    query = (
        select(FactRow.name, Operation.actor_name, Operation.at)
        .join(Change, Change.row_id == FactRow.id)
        .join(Operation, Operation.seq == Change.operation_seq)
        .where(FactRow.case_id == case_id)
        .order_by(Operation.seq)
    )
    return {row.name: Provenance(by=row.actor_name, at=row.at) for row in session.execute(query)}


def _with_origin(
    line: FactLine,
    known: Mapping[str, object],
    entered: Mapping[str, object],
    typed: Mapping[str, Provenance],
) -> FactLine:
    name = line.fact.name
    if name not in known:
        return line
    if name in entered and entered[name] == known[name]:
        return replace(line, origin=typed.get(name))
    overruled = facts.show(line.fact, entered[name]) if name in entered else None
    return replace(line, origin=provenance.of_record(name), overruled=overruled)


def _line(fact: Fact, found: Evaluated, category: str) -> FactLine:
    if fact.name not in found.facts:
        return FactLine(fact, "", None)
    value, answer = found.facts[fact.name], found.post.answer(fact.name, category)
    return FactLine(fact, facts.write_value(fact, value), facts.show(fact, value), answer)


@trail.operation("case:fact", N_("Set fact"))
def set_fact(session: Session, case_id: UUID, name: str, text: str) -> None:
    """Set a fact from what was typed; "unknown" or "" takes it back.

    Raises ``UserError`` naming the fact and what is allowed.
    """
    fact = facts.enterable(name)
    value = facts.parse_value(fact, text)
    row = case_values.fact_rows(session, case_values.row(session, case_id).id).get(name)
    if value is None:
        if row is not None:
            session.delete(row)
        return
    if row is None:
        row = FactRow(case_id=case_id, name=name)
        session.add(row)
    row.value = facts.write_value(fact, value)
