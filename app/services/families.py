"""The cases of a family: linked, looked at together, and told of what changes in the others."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import families
from app.domain.cases import Stage
from app.domain.families import WATCHED, FamilyRole, Flag
from app.errors import UserError
from app.i18n import N_, _
from app.services import bills, case_people, case_values, quote_sharing, quotes
from db import trail
from db.models.case import CaseRow
from db.models.family import FamilyLinkRow, FamilySeenRow
from db.models.person_row import PersonListing


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One case of a family, as seen from another; ``role`` is None for the principal's."""

    case_id: UUID
    number: str
    client: str
    category: str
    stage: Stage
    role: FamilyRole | None
    shares_owner: bool = False
    shares_quote: bool = False
    flags: tuple[Flag, ...] = ()


@trail.operation("case:family:link", N_("Link family case"))
def link(
    session: Session,
    case_id: UUID,
    principal_id: UUID,
    role: FamilyRole,
    *,
    shares_owner: bool = True,
    shares_quote: bool = True,
) -> None:
    """Let a dependant's case hang on the principal's; with ``shares_owner`` it gets the principal's owner.

    A case that hangs on one already is moved. Raises ``UserError`` with the reason where that would go round
    in a circle, or where both are the same person's.
    """
    row, principal = case_values.row(session, case_id), case_values.row(session, principal_id)
    principals = _principals(session)
    principals.pop(case_id, None)
    families.check(case_id, principal_id, principals, _numbers(session, principal_id, principals))
    _refuse(row, principal)
    _take_off(session, case_id)
    held = FamilyLinkRow(case_id=case_id, principal_id=principal_id, role=role)
    held.shares_owner, held.shares_quote = shares_owner, shares_quote
    session.add(held)
    session.flush()
    _look_at_each_other(session, case_id, principal_id)
    if shares_owner and principal.owner_id and row.owner_id != principal.owner_id:
        case_people.hand_over(session, row, case_people.present(session, principal.owner_id))


def _refuse(row: CaseRow, principal: CaseRow) -> None:
    if row.person_id == principal.person_id:
        raise UserError(_("Both cases are the same person's."), field="principal")
    if principal.archived:
        raise UserError(_("Case {number} is archived.").format(number=principal.number), field="principal")


@trail.operation("case:family:unlink", N_("Unlink family case"))
def unlink(session: Session, case_id: UUID) -> None:
    """Take a dependant's case off the principal's. Raises ``UserError`` where it hangs on none."""
    if not _take_off(session, case_id):
        raise UserError(_("This case hangs on no other."), field="principal")


@trail.operation("case:family:seen", N_("Look at changes in the family"))
def seen(session: Session, case_id: UUID, other_id: UUID) -> None:
    """Say that what changed in another case of the family was looked at from this one."""
    if other_id not in [each.case_id for each in members(session, case_id)]:
        raise UserError(_("These cases are not of one family."), field="other")
    _see(session, case_id, other_id)


def members(session: Session, case_id: UUID) -> tuple[Member, ...]:
    """Return the cases of a family, the principal's first, this one among them; () where there is none."""
    top = _principals(session).get(case_id, case_id)
    links = session.scalars(
        select(FamilyLinkRow).where(FamilyLinkRow.principal_id == top).order_by(FamilyLinkRow.id)
    ).all()
    if not links:
        return ()
    by_case = {each.case_id: each for each in links}
    sharing = quote_sharing.cases_of(session, case_id)
    return tuple(_member(session, key, by_case.get(key), case_id, sharing) for key in (top, *by_case))


def _member(
    session: Session, key: UUID, held: FamilyLinkRow | None, looking: UUID, sharing: Collection[UUID]
) -> Member:
    row = case_values.row(session, key)
    name = session.scalar(select(PersonListing.name).where(PersonListing.person_id == row.person_id))
    return Member(
        case_id=key,
        number=row.number,
        client=name or "",
        category=row.category,
        stage=row.stage,
        role=held.role if held else None,
        shares_owner=held.shares_owner if held else False,
        shares_quote=held.shares_quote if held else False,
        flags=_flags(session, looking, row, shares=key in sharing) if key != looking else (),
    )


def _flags(session: Session, looking: UUID, other: CaseRow, *, shares: bool) -> tuple[Flag, ...]:
    row = _seen_row(session, looking, other.id)
    return families.flags(json.loads(row.seen), _watched(session, other), shares=shares) if row else ()


def _watched(session: Session, row: CaseRow) -> dict[str, str]:
    told = quotes.own_sums(session, row.id)
    money = {"quoted": told.quoted, "paid": told.paid}
    return {
        name: " + ".join(map(str, money[name])) if name in money else families.written(getattr(row, name))
        for name in WATCHED
    }


def _principals(session: Session) -> dict[UUID, UUID]:
    query = select(FamilyLinkRow.case_id, FamilyLinkRow.principal_id)
    return {row.case_id: row.principal_id for row in session.execute(query)}


def _numbers(session: Session, case_id: UUID, principals: dict[UUID, UUID]) -> dict[UUID, str]:
    """Return the number of a case, and of the one it hangs on."""
    wanted = (case_id, principals.get(case_id, case_id))
    query = select(CaseRow.id, CaseRow.number).where(CaseRow.id.in_(wanted))
    return {row.id: row.number for row in session.execute(query)}


def _look_at_each_other(session: Session, case_id: UUID, principal_id: UUID) -> None:
    """Begin with everything seen: only what changes from now on is told."""
    siblings = [key for key, top in _principals(session).items() if top == principal_id and key != case_id]
    for other in (principal_id, *siblings):
        _see(session, case_id, other)
        _see(session, other, case_id)


def _see(session: Session, case_id: UUID, other_id: UUID) -> None:
    row = _seen_row(session, case_id, other_id)
    if row is None:
        row = FamilySeenRow(case_id=case_id, other_id=other_id)
        session.add(row)
    row.seen = json.dumps(_watched(session, case_values.row(session, other_id)), sort_keys=True)


def _seen_row(session: Session, case_id: UUID, other_id: UUID) -> FamilySeenRow | None:
    query = select(FamilySeenRow).where(FamilySeenRow.case_id == case_id, FamilySeenRow.other_id == other_id)
    return session.scalars(query).first()


def _take_off(session: Session, case_id: UUID) -> bool:
    """Take a case off its family, with what was seen from and of it; say whether it hung on one."""
    held = session.scalars(select(FamilyLinkRow).where(FamilyLinkRow.case_id == case_id)).first()
    if held is None:
        return False
    bills.refuse_parting(session, case_id)
    session.delete(held)
    for row in _seen_with(session, case_id):
        session.delete(row)
    session.flush()
    return True


def _seen_with(session: Session, case_id: UUID) -> Sequence[FamilySeenRow]:
    either = (FamilySeenRow.case_id == case_id) | (FamilySeenRow.other_id == case_id)
    return session.scalars(select(FamilySeenRow).where(either)).all()
