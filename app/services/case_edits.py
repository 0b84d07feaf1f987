"""Several values of a case, or several lines of its checklist, set in one step and by their names alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.domain import dates, facts, fields, reading
from app.domain.casefile import CaseFile
from app.domain.facts import Fact, Kind
from app.domain.item_records import ItemState
from app.errors import UserError
from app.i18n import N_, _
from app.services import case_facts, case_values, cases, checklists
from db import trail

# Goes before a field of the case where a fact has the same name, as “purpose” has.
PREFIX = "case."


@dataclass(frozen=True, slots=True)
class Edit:
    """One value to set: for a fact ``value`` is its text, for a field of the case a typed value."""

    name: str
    value: Any
    is_fact: bool


def read(typed: str, today: date) -> Edit:
    """Read "limb=graduate" or "planned_filing=+3w". Raises ``UserError`` that names the fact or field."""
    name, equals, value = typed.partition("=")
    if not equals:
        raise UserError(_("“{typed}” is not FACT=VALUE.").format(typed=typed[:40]))
    return edit(name.strip(), value, today)


def edit(name: str, value: str, today: date) -> Edit:
    """Return the edit that sets the fact or field ``name`` to what was typed; dates as people type them."""
    field = fields.named(CaseFile).get(name.removeprefix(PREFIX))
    fact = facts.REGISTRY.get(name)
    if field and not (fact and fact.can_be_entered):
        return Edit(field.name, reading.read(field, value, today=today), is_fact=False)
    return Edit(name, _fact_text(facts.enterable(name), value, today), is_fact=True)


def _fact_text(fact: Fact, value: str, today: date) -> str:
    """Return a fact's value as it is stored, "" for unknown. Raises ``UserError`` naming the fact."""
    try:
        known = facts.parse_value(fact, value)
    except UserError:
        if fact.kind is not Kind.DATE:
            raise
        known = dates.full_day(value, today=today)[0]
    return "" if known is None else facts.write_value(fact, known)


@trail.operation("case:set", N_("Edit case"))
def set_values(session: Session, case_id: UUID, edits: Sequence[Edit], today: date) -> None:
    """Set facts and fields of a case as one step. Raises ``UserError`` on the first that can't be so."""
    for each in edits:
        if each.is_fact:
            case_facts.set_fact(session, case_id, each.name, each.value)
        else:
            version = case_values.row(session, case_id).version
            cases.set_field(session, case_id, version, each.name, each.value, today)


@trail.operation("case:item:work", N_("Work on checklist"))
def work_items(
    session: Session,
    lines: Sequence[tuple[UUID, int]],
    to: ItemState | None,
    today: date,
    *,
    values: Mapping[str, Any] | None = None,
    reason: str = "",
) -> None:
    """Record ``values`` on lines of a checklist and move them, as one step.

    ``lines`` are keys with the versions the caller saw; ``to`` is None where the state stays. Raises
    ``UserError`` that says what is possible, or ``Conflict``.
    """
    for row_id, version in lines:
        for name, value in (values or {}).items():
            version = checklists.set_item_field(session, row_id, version, name, value, today)
        if to is not None:
            checklists.move_item(session, row_id, version, to, today, reason=reason)
