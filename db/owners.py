"""Who owns the casebook: an owner decides who else does, and one always remains."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.choices import UserRole
from app.errors import UserError
from app.i18n import _
from db import trail
from db.models.firm import User

OWNER, CONSULTANT = UserRole.OWNER.value, UserRole.CONSULTANT.value


def ids(session: Session) -> frozenset[UUID]:
    """Return who owns the casebook and has not left."""
    return frozenset(session.scalars(select(User.id).where(User.role == OWNER, User.archived.is_(False))))


def refuse_others(session: Session, actor_id: UUID | None = None) -> None:
    """Refuse who is no owner: the one who acts, if no other is named. Raises ``UserError``.

    The recovery key acts for the owner.
    """
    if (actor_id or trail.of(session).actor.id) not in ids(session):
        raise UserError(_("Only an owner of the casebook can do this."))


def refuse_wrong_change(session: Session, before: frozenset[UUID]) -> None:
    """Refuse the operation under way if it changed who owns the casebook, and may not; it is rolled back.

    ``before`` were the owners when it began. Raises ``UserError``.
    """
    after = ids(session)
    if after == before:
        return
    if trail.of(session).actor.id not in before:
        raise UserError(_("Only an owner of the casebook can do this."))
    if not after:
        raise UserError(
            _("The casebook keeps one owner at least."), _("Make somebody else an owner first."), field="role"
        )
