"""Who works on a case: its owner, who reads it a second time, and the office it belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.item_records import ItemState
from app.errors import UserError
from app.i18n import N_, _
from app.services import records
from db import trail
from db.models.case import CaseRow, ItemRow
from db.models.family import FamilyLinkRow
from db.models.firm import Office, User
from db.models.stay import MarkRow

_DONE = (ItemState.ACCEPTED, ItemState.WAIVED)


@dataclass(frozen=True, slots=True)
class Moved:
    """What went to another user: cases, lines of their checklists that are open, and open deadlines."""

    cases: int = 0
    items: int = 0
    deadlines: int = 0

    def __add__(self, other: "Moved") -> "Moved":
        """Return both together."""
        return Moved(self.cases + other.cases, self.items + other.items, self.deadlines + other.deadlines)


def present(session: Session, user_id: UUID, *, field: str = "owner_id") -> User:
    """Return a user who works in the casebook. Raises ``UserError`` for somebody who left, or nobody."""
    found = session.get(User, user_id)
    if found is None:
        raise UserError(_("Nobody in this casebook has that key."), field=field)
    if found.archived:
        message = _("{name} no longer works in the casebook.").format(name=found.name)
        raise UserError(message, _("Choose somebody who does."), field=field)
    return found


@trail.operation("case:assign", N_("Reassign case"))
def assign(session: Session, case_id: UUID, version: int, owner_id: UUID) -> int:
    """Give a case with its open work to another user. Raises ``UserError`` for somebody who left."""
    owner = present(session, owner_id)
    row = records.current(session, CaseRow, case_id, version)
    hand_over(session, row, owner)
    session.flush()
    return row.version


@trail.operation("case:reassign", N_("Reassign cases"))
def reassign(session: Session, cases: Sequence[tuple[UUID, int]], owner_id: UUID) -> Moved:
    """Give several cases, by key and version, with their open work to another user, as one step.

    What the owner so far was responsible for goes along: lines that are not yet checked or waived, and
    deadlines that are not done. Raises ``UserError`` for somebody who left and where no case was chosen,
    ``Conflict`` where one changed meanwhile; then none is moved.
    """
    if not cases:
        raise UserError(_("Choose the cases to hand over."), field="cases")
    owner = present(session, owner_id)
    rows = [records.current(session, CaseRow, key, version) for key, version in cases]
    return sum((hand_over(session, row, owner) for row in rows), Moved())


def hand_over(session: Session, row: CaseRow, owner: User) -> Moved:
    """Give a case to its new owner; who reviewed it and now owns it no longer reviews it.

    Cases of the family that share its owner go along.
    """
    before = row.owner_id
    if before == owner.id:
        return Moved()
    row.owner_id = owner.id
    if row.reviewer_id == owner.id:
        row.reviewer_id = None
    along = sum((hand_over(session, each, owner) for each in _sharing(session, row.id)), Moved())
    if before is None:
        return along + Moved(cases=1)
    items = session.scalars(
        select(ItemRow).where(
            ItemRow.case_id == row.id, ItemRow.responsible_id == before, ItemRow.state.not_in(_DONE)
        )
    ).all()
    for item in items:
        item.responsible_id = owner.id
    marks = _open_marks(session, row.id, before)
    for mark in marks:
        mark.owner_id = owner.id
    return along + Moved(1, len(items), len(marks))


def _sharing(session: Session, principal_id: UUID) -> Sequence[CaseRow]:
    """Return the cases that hang on a principal's and share its owner."""
    hangs = select(FamilyLinkRow.case_id).where(
        FamilyLinkRow.principal_id == principal_id, FamilyLinkRow.shares_owner.is_(True)
    )
    return session.scalars(select(CaseRow).where(CaseRow.id.in_(hangs), CaseRow.archived.is_(False))).all()


def _open_marks(session: Session, case_id: UUID, owner_id: UUID) -> Sequence[MarkRow]:
    query = select(MarkRow).where(MarkRow.case_id == case_id, MarkRow.owner_id == owner_id)
    return session.scalars(query.where(MarkRow.done_on.is_(None), MarkRow.waived_reason == "")).all()


@trail.operation("case:reviewer", N_("Choose reviewer"))
def set_reviewer(session: Session, case_id: UUID, version: int, reviewer_id: UUID | None) -> int:
    """Say who reads a case a second time; None for nobody. Raises ``UserError`` for its owner."""
    row = records.current(session, CaseRow, case_id, version)
    check_reviewer(session, row, reviewer_id)
    row.reviewer_id = reviewer_id
    session.flush()
    return row.version


def check_reviewer(session: Session, row: CaseRow, reviewer_id: UUID | None) -> None:
    """Raise ``UserError`` for somebody who can't read a case a second time: its owner, or who left."""
    if reviewer_id is None:
        return
    present(session, reviewer_id, field="reviewer_id")
    if reviewer_id == row.owner_id:
        raise UserError(
            _("The owner of a case doesn't review it."), _("Choose somebody else."), field="reviewer_id"
        )


@trail.operation("case:office", N_("Choose office of case"))
def set_office(session: Session, case_id: UUID, version: int, office_id: UUID | None) -> int:
    """Say which office a case belongs to; None for none. Raises ``UserError`` for one that is closed."""
    row = records.current(session, CaseRow, case_id, version)
    office = session.get(Office, office_id) if office_id else None
    if office_id and (office is None or office.archived):
        raise UserError(_("There is no such office."), field="office_id")
    row.office_id = office_id
    session.flush()
    return row.version
