"""Relatives of a person checked against all that is recorded of families."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import kinship
from app.domain.choices import Relation
from app.domain.kinship import Edge
from app.domain.people import Relative
from app.errors import UserError
from app.i18n import _
from db.models.person import PersonRow, RelativeRow


def check(session: Session, person_id: UUID, relatives: Sequence[Relative]) -> None:
    """Raise ``UserError`` for relatives who are nobody, or would make a circle."""
    known: list[Edge] | None = None
    for at, each in enumerate(relatives):
        if each.relative_id is None:
            continue
        if session.get(PersonRow, each.relative_id) is None:
            raise UserError(_("This person is not in the casebook."), field="relative_id")
        if known is None:
            known = _recorded(session, [one.id for one in relatives if one.id])
        others = [(person_id, one) for one in relatives[:at]]
        kinship.check(person_id, each, [*known, *kinship.edges(others)])


def _recorded(session: Session, without: Sequence[UUID]) -> list[Edge]:
    """Return the parents and children recorded, those of the rows ``without`` left out."""
    query = select(RelativeRow.person_id, RelativeRow.relative_id, RelativeRow.relation)
    query = query.where(
        RelativeRow.relation.in_((*kinship.PARENTS, Relation.CHILD)), RelativeRow.id.not_in(without)
    )
    links = (
        (person, Relative(relative_id=relative, relation=relation))
        for person, relative, relation in session.execute(query)
    )
    return list(kinship.edges(links))
