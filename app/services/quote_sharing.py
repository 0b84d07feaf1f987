"""Which cases of a family are in one quote: the principal's, and the dependants' that share it.

The lines and instalments of each stay its own, and come along where a case is linked or taken off again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.case import CaseRow
from db.models.family import FamilyLinkRow
from db.models.person_row import PersonListing


@dataclass(frozen=True, slots=True)
class Sharer:
    """A case that is in a shared quote."""

    case_id: UUID
    number: str
    client: str


def cases_of(session: Session, case_id: UUID) -> tuple[UUID, ...]:
    """Return the cases that are in one quote with a case, the one that holds it first; archived ones are not.

    A case that shares with nobody is alone.
    """
    query = select(FamilyLinkRow.principal_id).where(
        FamilyLinkRow.case_id == case_id, FamilyLinkRow.shares_quote.is_(True)
    )
    top = session.scalar(query) or case_id
    shares = (
        select(FamilyLinkRow.case_id)
        .join(CaseRow, CaseRow.id == FamilyLinkRow.case_id)
        .where(FamilyLinkRow.principal_id == top, FamilyLinkRow.shares_quote.is_(True))
        .where(CaseRow.archived.is_(False) | (CaseRow.id == case_id))
    )
    return (top, *session.scalars(shares.order_by(CaseRow.number)))


def sharers(session: Session, cases: Sequence[UUID]) -> tuple[Sharer, ...]:
    """Return who is in a quote, in the order of ``cases``; () for one that is nobody else's."""
    if len(cases) < 2:  # one case alone shares nothing
        return ()
    query = (
        select(CaseRow.id, CaseRow.number, PersonListing.name)
        .join(PersonListing, PersonListing.person_id == CaseRow.person_id)
        .where(CaseRow.id.in_(cases))
    )
    found = {row.id: Sharer(row.id, row.number, row.name) for row in session.execute(query)}
    return tuple(found[key] for key in cases if key in found)
