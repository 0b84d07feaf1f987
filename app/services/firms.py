"""The firm itself: what it prints about itself, its offices, its people."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import text as texts
from app.domain.cases import check_prefix
from app.errors import UserError
from app.i18n import N_, _
from app.services import records
from db import owners, trail
from db.models.firm import Firm, Office, User

FIELDS = ("name", "name_zh", "address", "phone", "email", "registration", "case_prefix")
ROLES = (owners.OWNER, owners.CONSULTANT)


@dataclass(frozen=True, slots=True, kw_only=True)
class FirmForm:
    """What the firm's page edits."""

    id: UUID
    version: int
    name: str
    name_zh: str
    address: str
    phone: str
    email: str
    registration: str
    case_prefix: str


@dataclass(frozen=True, slots=True)
class UserLine:
    """Somebody who works, or worked, in the casebook."""

    id: UUID
    version: int
    login: str
    name: str
    role: str
    office_id: UUID | None
    archived: bool


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """A place of business."""

    id: UUID
    name: str
    city: str
    country: str


def firm(session: Session) -> FirmForm:
    """Return the firm."""
    row = session.scalars(select(Firm)).one()
    return FirmForm(id=row.id, version=row.version, **{name: getattr(row, name) for name in FIELDS})


@trail.operation("firm:edit", N_("Edit firm"))
def set_firm_field(session: Session, version: int, name: str, value: str) -> int:
    """Set one field of the firm; return the new version. Raises ``UserError`` or ``Conflict``."""
    if name not in FIELDS:
        raise UserError(_("This can't be set here."), field=name)
    row = records.current(session, Firm, session.scalars(select(Firm.id)).one(), version)
    value = texts.clean(value, limit=500, lines=name == "address", field=name)
    if name == "name" and not value:
        raise UserError(_("The firm needs a name."), field="name")
    setattr(row, name, check_prefix(value) if name == "case_prefix" else value)
    session.flush()
    return row.version


@trail.operation("firm:sample", N_("Mark the firm as a sample"))
def mark_as_sample(session: Session) -> None:
    """Say that the firm and all in the casebook are made up: every print carries SAMPLE from now on."""
    session.scalars(select(Firm)).one().is_sample = True


@trail.operation("office:add", N_("Add office"))
def add_office(session: Session, name: str, city: str, country: str) -> UUID:
    """Add a place of business."""
    row = Office(name=texts.clean(name, field="name"), city=texts.clean(city), country=country)
    session.add(row)
    session.flush()
    return row.id


@trail.operation("user:place", N_("Assign office"))
def place_user(session: Session, user_id: UUID, version: int, office_id: UUID | None) -> int:
    """Say at which office somebody works."""
    row = records.current(session, User, user_id, version)
    row.office_id = office_id
    session.flush()
    return row.version


@trail.operation("user:role", N_("Change who owns the casebook"))
def set_role(session: Session, user_id: UUID, version: int, role: str) -> int:
    """Make a user an owner, or a consultant again; return the new version.

    Owners end accesses and reset passphrases. Raises ``UserError`` for who is no owner, for somebody who
    left, for another role, and where no owner would remain; ``Conflict``.
    """
    row = records.current(session, User, user_id, version)
    if role not in ROLES:
        raise UserError(_("A user is an owner or a consultant."), field="role")
    if row.archived:
        raise UserError(_("They left: nothing of theirs changes any more."))
    before = owners.ids(session)
    owners.refuse_others(session)
    row.role = role
    session.flush()
    owners.refuse_wrong_change(session, before)
    trail.note(session, about=user_id)
    return row.version


def offices(session: Session) -> list[OfficeLine]:
    """Return the offices by name."""
    query = select(Office).where(Office.archived.is_(False)).order_by(Office.name)
    return [OfficeLine(row.id, row.name, row.city, row.country) for row in session.scalars(query)]


def names(session: Session) -> dict[UUID, str]:
    """Return the names of all who work, or worked, in the casebook, by key."""
    return {user.id: user.name for left in (False, True) for user in users(session, archived=left)}


def users(session: Session, *, archived: bool = False) -> list[UserLine]:
    """Return who works in the casebook, by name; those who left are told apart."""
    query = select(User).where(User.archived == archived).order_by(User.name)
    return [
        UserLine(u.id, u.version, u.login, u.name, u.role, u.office_id, u.archived)
        for u in session.scalars(query)
    ]
