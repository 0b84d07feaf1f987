"""What may be set on a case by its name alone: a fact that people enter, or a field of the case."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from app.domain import facts, fields, reading
from app.domain.casefile import CaseFile
from app.errors import UserError
from app.i18n import _

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
    name = name.strip()
    if not equals:
        raise UserError(_("“{typed}” is not FACT=VALUE.").format(typed=typed[:40]))
    field = fields.named(CaseFile).get(name.removeprefix(PREFIX))
    fact = facts.REGISTRY.get(name)
    if field and not (fact and fact.can_be_entered):
        return Edit(field.name, reading.read(field, value, today=today), is_fact=False)
    facts.parse_value(facts.enterable(name), value)
    return Edit(name, value, is_fact=True)
