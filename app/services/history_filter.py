"""Which steps of the history are looked at: about whom, by whom, when, and of which kind."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, not_, or_, select
from sqlalchemy.orm import Session

from app.domain import posts
from app.domain.operation_kinds import PATTERNS, OperationKind, earlier
from app.errors import UserError
from app.i18n import _
from app.services import go_to
from db.models.case import CaseRow
from db.models.operation import Change, Operation


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What is looked at; None of any is all. ``about`` is a person, case, post or user.

    ``since`` and ``until`` are days of this computer's zone, both included.
    """

    about: UUID | None = None
    by: UUID | None = None
    since: date | None = None
    until: date | None = None
    kind: OperationKind | None = None


EVERYTHING = Chosen()


def narrowed(session: Session, query: Select[Any], chosen: Chosen) -> Select[Any]:
    """Keep of a query over operations what is ``chosen``."""
    if chosen.about is not None:
        query = about(session, query, chosen.about)
    if chosen.by is not None:
        query = query.where(Operation.actor_id == chosen.by)
    if chosen.since is not None:
        query = query.where(Operation.at >= _begin(chosen.since))
    if chosen.until is not None:
        query = query.where(Operation.at < _begin(chosen.until + timedelta(days=1)))
    return query if chosen.kind is None else query.where(_is_of(chosen.kind))


def about(session: Session, query: Select[Any], key: UUID) -> Select[Any]:
    """Keep what is about a person, a post or a case; of a case also what its post answered since."""
    touched = select(Change.operation_seq).where(Change.about == key)
    its_own = (Operation.about == key) | Operation.seq.in_(touched)
    code = session.scalar(select(CaseRow.post).where(CaseRow.id == key))
    if code is None:
        return query.where(its_own)
    opened = select(func.min(Change.operation_seq)).where(Change.row_id == key).scalar_subquery()
    return query.where(its_own | ((Operation.about == posts.key(code)) & (Operation.seq > opened)))


def meant(session: Session, typed: str) -> UUID:
    """Return the case or person that ``typed`` names: a case number or a name. Raises ``UserError``."""
    found = go_to.found(session, typed) if typed.strip() else []
    numbered = [each for each in found if each.title.split()[:1] == [typed.strip().upper()]]
    persons = [each for each in found if each.key.kind is go_to.Kind.PERSON]
    fitting = numbered or persons or found
    if not fitting:
        raise UserError(_("Nobody and no case is found by this."), field="about")
    if len(fitting) > 1:
        names = "; ".join(each.title for each in fitting)
        raise UserError(
            _("Several are found: {names}.").format(names=names), _("Type more of it."), field="about"
        )
    return fitting[0].key.id


def _begin(day: date) -> datetime:
    """Return when a day begins here, in UTC."""
    return datetime.combine(day, time()).astimezone(UTC)


def _is_of(kind: OperationKind) -> ColumnElement[bool]:
    before = [_matches(other) for other in earlier(kind)]
    return _matches(kind) & not_(or_(*before)) if before else _matches(kind)


def _matches(kind: OperationKind) -> ColumnElement[bool]:
    return or_(*(Operation.tag.like(pattern.replace("*", "%")) for pattern in PATTERNS[kind]))
