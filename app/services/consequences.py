"""What an operation did to checklists: which lines came to apply, to be asked or not, and why."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.checklist import ALWAYS_ASKED
from app.domain.conditions import Answer
from app.domain.item_records import ItemState
from app.domain.rulepack import Item
from app.i18n import N_, Bilingual
from app.services import frozen_rules
from app.services.history import Entry
from db.models.case import CaseRow, ItemRow

# From and to, as the history says it (msgids).
MOVES = {
    Answer.YES: N_("came to apply"),
    Answer.ASK: N_("is to be asked"),
    Answer.NO: N_("no longer applies"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """One line that an operation moved; ``keeps`` says that something had been collected, and is kept."""

    case: str
    item: str
    title: Bilingual
    now: Answer
    why: Bilingual
    keeps: bool


def of(session: Session, entry: Entry) -> list[Consequence]:
    """Return what ``entry`` did to checklists; a line whose item is in no rule set any more is left out."""
    told: list[list[str]] = entry.detail.get("lines", [])
    cases = _cases(session, {each[0] for each in told})
    found = []
    for number, code, repeat_key, _was, now in told:
        row = cases.get(number)
        item = frozen_rules.rules_of(session, row.rule_set).by_id.get(code) if row else None
        if row is not None and item is not None:
            keeps = now == Answer.NO.value and _has_something(session, row, code, repeat_key)
            found.append(_consequence(number, item, Answer(now), keeps=keeps))
    return found


def _cases(session: Session, numbers: set[str]) -> dict[str, CaseRow]:
    query = select(CaseRow).where(CaseRow.number.in_(numbers))
    return {row.number: row for row in session.scalars(query)} if numbers else {}


def _has_something(session: Session, row: CaseRow, code: str, repeat_key: str) -> bool:
    line: Any = session.scalars(
        select(ItemRow).where(
            ItemRow.case_id == row.id, ItemRow.item == code, ItemRow.repeat_key == repeat_key
        )
    ).first()
    return line is not None and line.state is not ItemState.NEEDED


def _consequence(number: str, item: Item, now: Answer, *, keeps: bool) -> Consequence:
    why = item.when_text or ALWAYS_ASKED
    return Consequence(case=number, item=item.id, title=item.title, now=now, why=why, keeps=keeps)
