"""What the firm has to do with somebody a conflict check finds, and the names it knows without a record."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.casefile import Role
from app.domain.conflicts import Link, Source
from app.domain.enquiries import EnquiryState
from db.models.case import CaseRow, PartyRow
from db.models.enquiry import EnquiryRow
from db.models.person import EmploymentRow, RelativeRow
from db.models.person_row import PersonListing
from db.models.quote import QuoteRow


class Held(NamedTuple):
    """Where a name without a record stands: what it is, and to whom or to which case."""

    link: Link
    what: str


def of_persons(
    session: Session, keys: Sequence[UUID], *, without: UUID
) -> Mapping[UUID, list[tuple[Link, str]]]:
    """Return what each person is to the firm; what they are to ``without`` is left out."""
    found: dict[UUID, list[tuple[Link, str]]] = defaultdict(list)
    for key, link, what in (
        *_clients(session, keys),
        *_relatives(session, keys, without),
        *_referrers(session, keys, without),
        *_enquirers(session, keys),
        *_known_payers(session, keys, without),
    ):
        found[key].append((link, what))
    return found


def _clients(session: Session, keys: Sequence[UUID]) -> Iterable[tuple[UUID, Link, str]]:
    query = select(CaseRow.person_id, CaseRow.number).where(CaseRow.person_id.in_(keys))
    return [
        (row.person_id, Link.CLIENT, row.number) for row in session.execute(query.order_by(CaseRow.number))
    ]


def _relatives(session: Session, keys: Sequence[UUID], without: UUID) -> Iterable[tuple[UUID, Link, str]]:
    query = (
        select(RelativeRow.relative_id, PersonListing.name)
        .join(PersonListing, PersonListing.person_id == RelativeRow.person_id)
        .where(RelativeRow.relative_id.in_(keys), RelativeRow.person_id != without)
        .order_by(RelativeRow.id)
    )
    return [(row.relative_id, Link.RELATIVE, row.name) for row in session.execute(query)]


def _referrers(session: Session, keys: Sequence[UUID], without: UUID) -> Iterable[tuple[UUID, Link, str]]:
    query = (
        select(EnquiryRow.referrer_id, PersonListing.name)
        .join(PersonListing, PersonListing.person_id == EnquiryRow.person_id)
        .where(EnquiryRow.referrer_id.in_(keys), EnquiryRow.person_id != without, ~EnquiryRow.archived)
        .order_by(EnquiryRow.id)
    )
    return [(row.referrer_id, Link.REFERRER, row.name) for row in session.execute(query)]


def _enquirers(session: Session, keys: Sequence[UUID]) -> Iterable[tuple[UUID, Link, str]]:
    query = select(EnquiryRow.person_id, EnquiryRow.state, EnquiryRow.taken_on)
    asked = query.where(EnquiryRow.person_id.in_(keys), ~EnquiryRow.archived)
    rows = session.execute(asked.order_by(EnquiryRow.id))
    for row in rows:
        if row.state is not EnquiryState.CASE:
            is_declined = row.state is EnquiryState.DECLINED
            link = Link.DECLINED if is_declined else Link.ENQUIRED
            yield row.person_id, link, row.taken_on.isoformat()


def _known_payers(session: Session, keys: Sequence[UUID], without: UUID) -> Iterable[tuple[UUID, Link, str]]:
    query = (
        select(QuoteRow.payer_id, CaseRow.number)
        .join(CaseRow, CaseRow.id == QuoteRow.case_id)
        .where(QuoteRow.payer_id.in_(keys), CaseRow.person_id != without)
        .order_by(CaseRow.number)
    )
    found = session.execute(query)
    return [(row.payer_id, Link.PAYER, row.number) for row in found if row.payer_id is not None]


def held(session: Session, without: UUID) -> Mapping[tuple[Source, str], list[Held]]:
    """Return the names known without a record, with where they stand; ``without`` is whose are left out."""
    found: dict[tuple[Source, str], list[Held]] = defaultdict(list)
    for source, text, link, what in (
        *_employers(session, without),
        *_told_referrers(session, without),
        *_parties(session, without),
        *_told_payers(session, without),
    ):
        found[source, text].append(Held(link, what))
    return found


def _employers(session: Session, without: UUID) -> Iterable[tuple[Source, str, Link, str]]:
    query = (
        select(EmploymentRow.employer, PersonListing.name)
        .join(PersonListing, PersonListing.person_id == EmploymentRow.person_id)
        .where(EmploymentRow.person_id != without, EmploymentRow.employer != "")
    )
    return [(Source.EMPLOYER, row.employer, Link.EMPLOYER, row.name) for row in session.execute(query)]


def _told_referrers(session: Session, without: UUID) -> Iterable[tuple[Source, str, Link, str]]:
    query = (
        select(EnquiryRow.referrer, PersonListing.name)
        .join(PersonListing, PersonListing.person_id == EnquiryRow.person_id)
        .where(EnquiryRow.person_id != without, EnquiryRow.referrer != "", ~EnquiryRow.archived)
    )
    return [(Source.REFERRER, row.referrer, Link.REFERRER, row.name) for row in session.execute(query)]


def _told_payers(session: Session, without: UUID) -> Iterable[tuple[Source, str, Link, str]]:
    query = (
        select(QuoteRow.payer, CaseRow.number)
        .join(CaseRow, CaseRow.id == QuoteRow.case_id)
        .where(CaseRow.person_id != without, QuoteRow.payer != "")
    )
    return [(Source.PAYER, row.payer, Link.PAYER, row.number) for row in session.execute(query)]


def _parties(session: Session, without: UUID) -> Iterable[tuple[Source, str, Link, str]]:
    query = (
        select(PartyRow.name, PartyRow.role, CaseRow.number)
        .join(CaseRow, CaseRow.id == PartyRow.case_id)
        .where(CaseRow.person_id != without, PartyRow.name != "")
    )
    for row in session.execute(query):
        is_payer = row.role is Role.PAYER
        source, link = (Source.PAYER, Link.PAYER) if is_payer else (Source.PARTY, Link.PARTY)
        yield source, row.name, link, row.number
