"""The labels of persons and cases, read for lists and changed by operations."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import labels
from app.errors import Conflict
from app.i18n import N_, _
from db import trail
from db.models.label import LabelRow

BATCH = 500  # keys in one query


def of(session: Session, keys: Sequence[UUID]) -> Mapping[UUID, tuple[str, ...]]:
    """Return the labels of persons or cases by key; one without labels is left out."""
    found: dict[UUID, tuple[str, ...]] = {}
    for at in range(0, len(keys), BATCH):
        query = select(LabelRow.of_id, LabelRow.text).where(LabelRow.of_id.in_(keys[at : at + BATCH]))
        for key, text in session.execute(query.order_by(LabelRow.text)):
            found[key] = (*found.get(key, ()), text)
    return found


def every(session: Session) -> tuple[str, ...]:
    """Return all labels in use, by name."""
    return tuple(session.scalars(select(LabelRow.text).distinct().order_by(LabelRow.text)))


@trail.operation("label:set", N_("Set labels"))
def set_labels(session: Session, key: UUID, typed: str) -> None:
    """Let a person or case have the labels typed, and no others. Raises ``UserError``."""
    held = of(session, [key]).get(key, ())
    put(session, key, labels.changed(held, labels.How.REPLACE, labels.read(typed)))


def refuse_changed(previewed: str, held: Sequence[str]) -> None:
    """Raise ``Conflict`` where labels are no longer as they were shown."""
    if labels.shown(held) != previewed:
        raise Conflict(
            _("Somebody changed these labels meanwhile."), _("Look at the preview again, then apply it.")
        )


def put(session: Session, key: UUID, wanted: Sequence[str]) -> None:
    """Add and delete what is needed for ``wanted``; for use inside an operation."""
    rows = {row.text: row for row in session.scalars(select(LabelRow).where(LabelRow.of_id == key))}
    for text, row in rows.items():
        if text not in wanted:
            session.delete(row)
    session.flush()
    for text in wanted:
        if text not in rows:
            session.add(LabelRow(of_id=key, text=text))
    session.flush()
