"""The form as it was filed: checked against the passport, looked at a second time, frozen, never changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import checking
from app.domain.cases import Stage
from app.domain.filing import frozen, passport_match
from app.domain.filing.data_sheet import Filed, FormSection
from app.domain.filing.frozen import Difference
from app.domain.filing.passport_match import Match
from app.domain.filing.sign_off import Check, SignOff, refuse_early
from app.domain.mrz import Mrz
from app.errors import Conflict, UserError
from app.i18n import N_, _, both
from app.services import filing, firms, form, post_answers, records
from app.services.orders import Order
from db import trail
from db.models.case import CaseRow
from db.models.filed import SignOffRow, SnapshotRow


@dataclass(frozen=True, slots=True, kw_only=True)
class FormState:
    """Where the form of a case stands: what it says now, what was filed before, and what differs.

    ``sha256`` names its present values. ``sign_off`` is the last look at exactly these. ``differences`` are
    from the last one filed. ``is_alone`` means that nobody else works here who could read it.
    """

    sha256: str
    matches: tuple[Match, ...]
    sign_off: SignOff | None
    filed: tuple[Filed, ...]
    differences: tuple[Difference, ...]
    is_alone: bool

    @property
    def mismatches(self) -> tuple[Match, ...]:
        """What is not as in the passport."""
        return tuple(each for each in self.matches if not each.is_same)


@dataclass(frozen=True, slots=True)
class _Now:
    sections: tuple[FormSection, ...]
    text: str
    sha256: str
    matches: tuple[Match, ...]


def state(session: Session, case_id: UUID, today: date, zone: Mrz | None = None) -> FormState:
    """Return where the form stands; with the passport's ``zone`` it is compared with that too."""
    now, rows = _now(session, case_id, today, zone), _snapshots(session, case_id)
    last = rows[-1] if rows else None
    before = frozen.sections_of(last.content, last.sha256) if last else ()
    return FormState(
        sha256=now.sha256,
        matches=now.matches,
        sign_off=_sign_off(session, case_id, now.sha256),
        filed=tuple(_filed(row) for row in rows),
        differences=frozen.differences(before, now.sections) if last else (),
        is_alone=len(firms.users(session)) < 2,
    )


def differing(session: Session, case_id: UUID, today: date) -> tuple[int, tuple[Difference, ...]]:
    """Return the number of the last form filed (0 for none), and what is recorded otherwise now."""
    rows = _snapshots(session, case_id)
    if not rows:
        return 0, ()
    before = frozen.sections_of(rows[-1].content, rows[-1].sha256)
    return rows[-1].number, frozen.differences(before, _now(session, case_id, today).sections)


def differing_of_person(session: Session, person_id: UUID, today: date) -> tuple[Difference, ...]:
    """Return what is recorded otherwise than it was last filed in any of a person's cases."""
    query = select(CaseRow.id).where(CaseRow.person_id == person_id, CaseRow.archived.is_(False))
    return tuple(each for key in session.scalars(query) for each in differing(session, key, today)[1])


def read(session: Session, case_id: UUID, number: int) -> tuple[Filed, tuple[FormSection, ...]]:
    """Return a form as it was filed. Raises ``UserError`` where there is none of this number."""
    row = next((each for each in _snapshots(session, case_id) if each.number == number), None)
    if row is None:
        raise UserError(
            _("No form no. {number} was filed in this case.").format(number=number), field="filed"
        )
    return _filed(row), frozen.sections_of(row.content, row.sha256)


def filed(session: Session, case_id: UUID) -> tuple[Filed, ...]:
    """Return the forms filed in a case, oldest first."""
    return tuple(_filed(row) for row in _snapshots(session, case_id))


@trail.operation("case:form:sign-off", N_("Sign off the form"))
def sign_off(session: Session, case_id: UUID, sha256: str, today: date) -> None:
    """Record that the actor read the form with the values named by ``sha256`` as its second reader.

    Raises ``UserError`` for who owns the case, ``Conflict`` where a value changed since it was read.
    """
    work, row = trail.of(session), records.find(session, CaseRow, case_id)
    if row.owner_id == work.actor.id:
        raise UserError(
            _("The second reader is somebody else than the owner of the case."),
            _("A colleague opens the case under their own name and reads the form."),
        )
    _refuse_changed(session, case_id, sha256, today)
    session.add(_signing(case_id, sha256, Check.SECOND_READER, work, ends=True))


@trail.operation("case:form:self-check", N_("Begin self-check of the form"))
def begin_self_check(session: Session, case_id: UUID, sha256: str, today: date) -> None:
    """Begin the timed look of a firm of one. Raises ``UserError`` where somebody else could read the form."""
    records.find(session, CaseRow, case_id)
    if len(firms.users(session)) > 1:
        raise UserError(
            _("Somebody else works here: the form is read by a second reader."),
            _("A timed self-check is for a firm of one."),
        )
    _refuse_changed(session, case_id, sha256, today)
    session.add(_signing(case_id, sha256, Check.SELF_CHECK, trail.of(session), ends=False))


@trail.operation("case:form:self-checked", N_("End self-check of the form"))
def end_self_check(session: Session, case_id: UUID, sha256: str, today: date) -> None:
    """End the timed look. Raises ``UserError`` before its time, and where none was begun on these values."""
    row = _last_sign_off(session, case_id, sha256)
    if row is None or row.kind is not Check.SELF_CHECK:
        raise UserError(_("No self-check of these values was begun."), _("Begin it now."))
    _refuse_changed(session, case_id, sha256, today)
    refuse_early(row.begun_at, trail.of(session).at)
    row.signed_at = trail.of(session).at


@trail.operation("case:form:submit", N_("Mark the form as submitted"), trail.BARRIER)
def submit(
    session: Session, case_id: UUID, version: int, sha256: str, today: date, *, explained: str = ""
) -> int:
    """Freeze the form as it was submitted, under the next number, which is returned; undo never crosses it.

    A case signed by its client goes on to pre-review, but not at a post that is known to have none.

    Raises ``UserError`` without a second look at exactly these values, and where something is not as in the
    passport and that is not explained.
    """
    row = records.current(session, CaseRow, case_id, version)
    now, look = _now(session, case_id, today), _sign_off(session, case_id, sha256)
    if now.sha256 != sha256:
        raise _changed()
    if look is None or look.signed_at is None:
        raise UserError(_("Nobody has looked at this form a second time yet."), field="sign_off")
    explained = checking.text(explained, limit=1000, lines=True, field="explained")
    if not explained and not all(each.is_same for each in now.matches):
        raise UserError(
            _("Something is not as in the passport."), _("Put it right, or explain it."), field="explained"
        )
    number = len(_snapshots(session, case_id)) + 1
    session.add(_frozen(row, number, now, look, explained, trail.of(session)))
    trail.note(session, about=case_id, number=number, sha256=sha256)
    if row.stage is Stage.CLIENT_SIGNED and _has_pre_review(session, row, today):
        row.stage, row.stage_since = Stage.PRE_REVIEW, today
    session.flush()
    return number


def _has_pre_review(session: Session, row: CaseRow, today: date) -> bool:
    told = post_answers.post(session, row.post, today).facts(today, row.category)
    return told.get("post.online_system") is not False


def _frozen(
    row: CaseRow, number: int, now: _Now, look: SignOff, explained: str, work: trail.Work
) -> SnapshotRow:
    return SnapshotRow(
        case_id=row.id,
        number=number,
        filed_at=work.at,
        filed_by=work.actor.name,
        sha256=now.sha256,
        content=now.text,
        kind=look.check,
        reader=look.reader,
        begun_at=look.begun_at,
        signed_at=look.signed_at,
        explained=explained,
    )


def _signing(case_id: UUID, sha256: str, kind: Check, work: trail.Work, *, ends: bool) -> SignOffRow:
    return SignOffRow(
        case_id=case_id,
        sha256=sha256,
        kind=kind,
        reader_id=work.actor.id,
        reader=work.actor.name,
        begun_at=work.at,
        signed_at=work.at if ends else None,
    )


def _now(session: Session, case_id: UUID, today: date, zone: Mrz | None = None) -> _Now:
    gathered = filing.gather(session, Order(case_id=case_id, unmasked=True), today)
    sections = form.sections(session, gathered, sensitive=True)
    text = frozen.text_of(sections)
    passport = filing.current_passport(gathered.person)
    matches = passport_match.matches(gathered.person, passport, gathered.lines, zone)
    return _Now(sections, text, frozen.digest(text), matches)


def _refuse_changed(session: Session, case_id: UUID, sha256: str, today: date) -> None:
    if _now(session, case_id, today).sha256 != sha256:
        raise _changed()


def _changed() -> Conflict:
    return Conflict(_("A value of the form changed meanwhile."), _("Read it anew."), who="", when="")


def _snapshots(session: Session, case_id: UUID) -> Sequence[SnapshotRow]:
    query = select(SnapshotRow).where(SnapshotRow.case_id == case_id).order_by(SnapshotRow.number)
    return session.scalars(query).all()


def _last_sign_off(session: Session, case_id: UUID, sha256: str) -> SignOffRow | None:
    query = select(SignOffRow).where(SignOffRow.case_id == case_id, SignOffRow.sha256 == sha256)
    return session.scalars(query.order_by(SignOffRow.id.desc()).limit(1)).first()


def _sign_off(session: Session, case_id: UUID, sha256: str) -> SignOff | None:
    row = _last_sign_off(session, case_id, sha256)
    return (
        SignOff(
            sha256=sha256, check=row.kind, reader=row.reader, begun_at=row.begun_at, signed_at=row.signed_at
        )
        if row
        else None
    )


def _filed(row: SnapshotRow) -> Filed:
    return Filed(
        number=row.number,
        at=row.filed_at,
        by=row.filed_by,
        check=both(row.kind.label),
        reader=row.reader,
        minutes=int((row.signed_at - row.begun_at).total_seconds() // 60),
        sha256=row.sha256,
        explained=row.explained,
    )
