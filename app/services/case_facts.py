"""The facts of a case: what is known, from where, and what people set."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.domain import facts
from app.domain.facts import Fact
from app.domain.posts import Post, PostAnswer
from app.i18n import N_, Bilingual
from app.services import case_values, checklists
from db import trail
from db.models.case import FactRow


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact of a case: its stored text is "" and ``shown`` None while it is unknown.

    ``answer`` is what the post answered, with its source and day, where the value comes from there.
    """

    fact: Fact
    text: str
    shown: Bilingual | None
    answer: PostAnswer | None = None


def lines(session: Session, case_id: UUID, today: date) -> list[FactLine]:
    """Return every fact of the registry with what is known of it in this case."""
    found = checklists.evaluated(session, case_values.row(session, case_id), today)
    return [_line(fact, found.facts, found.post) for fact in facts.REGISTRY.values()]


def _line(fact: Fact, known: dict[str, object], post: Post) -> FactLine:
    if fact.name not in known:
        return FactLine(fact, "", None)
    value = known[fact.name]
    return FactLine(fact, facts.write_value(fact, value), facts.show(fact, value), post.answer(fact.name))


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
