"""What people record about one line of a checklist, field by field, and how each is read."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from app.domain import reading
from app.domain.fields import Field, Kind
from app.domain.item_records import OriginalAt
from app.errors import UserError
from app.i18n import N_, _

_DECLARED = (
    Field("issuer", N_("Issued by"), Kind.TEXT, limit=300),
    Field("number", N_("Number"), Kind.TEXT, limit=300),
    Field("issued_on", N_("Issued on"), Kind.DAY),
    Field("valid_until", N_("Valid until"), Kind.DAY),
    Field("originals", N_("Originals"), Kind.NUMBER),
    Field("copies", N_("Copies"), Kind.NUMBER),
    Field("original_at", N_("Where the original is"), Kind.CHOICE, OriginalAt),
    Field("returned_on", N_("Given back on"), Kind.DAY),
    Field("returned_to", N_("Given back to"), Kind.TEXT),
    Field("asked_on", N_("Asked on"), Kind.DAY),
    Field("last_chased_on", N_("Last chased on"), Kind.DAY),
    Field("due_on", N_("Due on"), Kind.DAY),
)
# The fields of a line, in the order they are shown; state and reason move by an operation of their own.
FIELDS: Mapping[str, Field] = MappingProxyType({field.name: field for field in _DECLARED})


def read(name: str, typed: Any, today: date) -> Any:
    """Return the value that was typed for the field ``name``. Raises ``UserError`` on the field."""
    field = FIELDS.get(name)
    if field is None:
        raise UserError(
            _("A checklist line has no field “{name}”.").format(name=name[:40]), ", ".join(FIELDS), field=name
        )
    return reading.read(field, typed, today=today)
