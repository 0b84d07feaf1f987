"""Closing a case and opening it again: outcome, originals, how long the file is kept, and why it reopens."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from app.domain import cases as stages
from app.domain import closing, retention
from app.domain.casefile import PassportAt
from app.domain.cases import Decision, Stage
from app.domain.closing import Closing
from app.domain.item_records import OriginalAt, code_of, names, titled
from app.domain.retention import Custom
from app.errors import UserError
from app.i18n import N_, Bilingual, _, both, language
from app.services import cases, frozen_rules, records, tables
from db import trail
from db.models.case import CaseRow, ItemRow
from db.models.firm import Office, User
from db.models.person_row import PersonListing

PASSPORT = "passport"  # the key of the passport among the originals
# The post gives nothing back to us but what is on its way; what it keeps for good is no longer ours to hold.
_NOT_BACK = (OriginalAt.OFFICE, OriginalAt.CENTRE)


@dataclass(frozen=True, slots=True)
class Original:
    """One original that is not with the client; ``key`` is its line's code (with which one) or PASSPORT."""

    key: str
    title: Bilingual
    where: str  # msgid


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """What whoever closes a case begins with: what is known, and what ``country`` suggests for its file."""

    id: UUID
    version: int
    number: str
    client: str
    decision: Decision | None
    decided_on: date | None
    refusal_reason: str
    refusal_not_stated: bool
    originals: tuple[Original, ...]
    customs: tuple[Custom, ...]
    suggested: Custom | None

    def until(self, today: date) -> date | None:
        """Return the day that is suggested for keeping the file, closed today; None where none is known."""
        return self.suggested.until(today) if self.suggested else None


def prepared(session: Session, case_id: UUID, today: date) -> Prepared:
    """Return what there is to be said about closing a case. Raises ``UserError`` where it can't be closed."""
    row = records.find(session, CaseRow, case_id)
    stages.check(row.stage, Stage.CLOSED, row.stage_before)
    customs = tables.customs(today)
    client = select(PersonListing.name).where(PersonListing.person_id == row.person_id)
    return Prepared(
        id=row.id,
        version=row.version,
        number=row.number,
        client=session.scalar(client) or "",
        decision=closing.expected(row.stage, row.stage_before, row.decision),
        decided_on=row.decided_on,
        refusal_reason=row.refusal_reason,
        refusal_not_stated=row.refusal_not_stated,
        originals=tuple(original for original, _item in _held(session, row)),
        customs=customs,
        suggested=retention.suggested(customs, _country(session, row)),
    )


@trail.operation("case:close", N_("Close case"))
def close(
    session: Session, case_id: UUID, version: int, said: Closing, returned: Iterable[str], today: date
) -> int:
    """Close a case with its outcome, the originals ``returned`` (by key) and the day until which it is kept.

    Returns the new version. Raises ``UserError`` beside the field: without an outcome, and while an original
    is held that is neither given back nor has a reason to stay.
    """
    row = records.current(session, CaseRow, case_id, version)
    stages.check(row.stage, Stage.CLOSED, row.stage_before)
    held, wanted = _held(session, row), set(returned)
    _refuse_unknown(wanted, [original.key for original, _item in held])
    back = [pair for pair in held if names(pair[0].key) & wanted]
    stays = [pair for pair in held if not names(pair[0].key) & wanted]
    said = closing.checked(
        said, recorded=row.decision, returned=_named(back), kept=_named(stays), today=today
    )
    for _original, item in back:
        _give_back(row, item, said)
    if said.outcome is not None:
        cases.record_outcome(row, said.outcome)
    row.keep_until, row.keep_rule, row.kept_because = said.keep_until, said.keep_rule, said.kept_because
    row.reopened_because = ""
    cases.put_at(row, Stage.CLOSED, today)
    session.flush()
    return row.version


@trail.operation("case:reopen", N_("Reopen case"))
def reopen(session: Session, case_id: UUID, version: int, reason: str, today: date) -> int:
    """Open a closed case again where it stood, and keep the reason; return the new version.

    What was said about keeping the file holds no more. Raises ``UserError`` for a case that is not closed,
    and without a reason.
    """
    row = records.current(session, CaseRow, case_id, version)
    if row.stage is not Stage.CLOSED:
        raise UserError(_("Only a closed case can be opened again."), field="stage")
    row.reopened_because = closing.why_reopened(reason)
    row.keep_until, row.keep_rule, row.kept_because = None, "", ""
    cases.put_at(row, stages.allowed(row.stage, row.stage_before)[0], today)
    session.flush()
    return row.version


def custom(name: str) -> Custom | None:
    """Return the custom that a closed case was kept by, whether it still holds or not."""
    return next((each for each in reversed(tables.rows(retention.KIND)) if each.id == name), None)


Held = tuple[Original, ItemRow | None]


def _held(session: Session, row: CaseRow) -> list[Held]:
    """Return what is not with the client: the passport, then the papers in order; None stands for it."""
    found: list[Held] = []
    if row.passport_at not in (None, PassportAt.CLIENT):
        found.append((Original(PASSPORT, both("Passport"), row.passport_at.label), None))
    rules = frozen_rules.rules_of(session, row.rule_set)
    query = select(ItemRow).where(
        ItemRow.case_id == row.id, ItemRow.original_at.in_(_NOT_BACK), ItemRow.id.not_in(_gone_on())
    )
    for item in session.scalars(query.order_by(ItemRow.item, ItemRow.repeat_key)):
        rule = rules.by_id.get(item.item)
        title = titled(rule.title if rule else Bilingual(item.item, item.item), item)
        key = f"{item.item}/{item.repeat_key}" if item.repeat_key else item.item
        found.append((Original(key, title, item.original_at.label if item.original_at else ""), item))
    return found


def _gone_on() -> Any:
    """Return the lines whose paper, with its original, a later case took over."""
    later = aliased(ItemRow)
    query = select(later.from_item_id).where(later.from_item_id.is_not(None))
    return query.where(later.original_at.in_(_NOT_BACK))


def _named(pairs: Sequence[Held]) -> list[str]:
    return [original.title.text(language()) for original, _item in pairs]


def _refuse_unknown(wanted: set[str], held: Sequence[str]) -> None:
    known = set().union(*map(names, held))
    for key in sorted(wanted - known):
        message = _("“{item}” is no original that is held in this case.").format(item=key[:40])
        raise UserError(message, ", ".join(dict.fromkeys(map(code_of, held))), field="returned")


def _give_back(row: CaseRow, item: ItemRow | None, said: Closing) -> None:
    if item is None:
        row.passport_at, row.passport_since = PassportAt.CLIENT, said.returned_on
        row.passport_to = said.returned_to
        return
    item.original_at, item.returned_on = OriginalAt.RETURNED, said.returned_on
    item.returned_to = said.returned_to


def _country(session: Session, row: CaseRow) -> str:
    """Return the country of the office that a case belongs to, or of its owner's; "" for neither."""
    owner = session.get(User, row.owner_id) if row.owner_id else None
    office_id = row.office_id or (owner.office_id if owner else None)
    office = session.get(Office, office_id) if office_id else None
    return office.country if office else ""
