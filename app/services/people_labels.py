"""One change of the labels of many persons: previewed row by row, applied as one operation."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import labels as domain_labels
from app.errors import UserError
from app.i18n import N_
from app.services import labels, records
from app.services.bulk_edits import PreviewLine, Wanted, refuse_too_many
from db import trail
from db.models.person import PersonRow
from db.models.person_row import PersonListing


def preview(session: Session, keys: Sequence[UUID], wanted: Wanted, today: date) -> tuple[PreviewLine, ...]:
    """Return what ``wanted`` would do to the labels of each person; nothing is changed."""
    held = labels.of(session, keys)
    found = []
    for at in range(0, len(keys), labels.BATCH):
        query = select(PersonRow.id, PersonRow.version, PersonListing.name).join(
            PersonListing, PersonListing.person_id == PersonRow.id
        )
        for key, version, name in session.execute(
            query.where(PersonRow.id.in_(keys[at : at + labels.BATCH]))
        ):
            found.append(_line(key, version, name, held.get(key, ()), wanted))
    order = {key: at for at, key in enumerate(keys)}
    return tuple(sorted(found, key=lambda line: order[line.key]))


def _line(key: UUID, version: int, name: str, held: tuple[str, ...], wanted: Wanted) -> PreviewLine:
    before = domain_labels.shown(held)
    try:
        after = domain_labels.shown(domain_labels.changed(held, wanted.how, wanted.value))
    except UserError as error:
        return PreviewLine(key, version, name, before, before, str(error))
    return PreviewLine(key, version, name, before, after)


@trail.operation("person:bulk-label", N_("Label several persons"))
def apply(session: Session, lines: Sequence[PreviewLine], wanted: Wanted, today: date) -> int:
    """Change the labels of the persons that were previewed; return how many became others.

    Raises ``Conflict`` where a person's labels were changed since, or ``UserError``: then none is changed.
    """
    refuse_too_many(lines)
    held = labels.of(session, [line.key for line in lines])
    count = 0
    for line in lines:
        records.current(session, PersonRow, line.key, line.version)
        theirs = held.get(line.key, ())
        labels.refuse_changed(line.before, theirs)
        after = domain_labels.changed(theirs, wanted.how, wanted.value)
        if after != theirs:
            labels.put(session, line.key, after)
            count += 1
    return count
