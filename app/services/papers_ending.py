"""Papers that run out: passports, papers of checklists, residence permits and visas of open cases."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.domain import checklist, item_records
from app.domain.cases import OVER
from app.domain.choices import PassportState
from app.domain.fields import Labelled
from app.domain.item_records import ItemState
from app.domain.periods import add_months
from app.i18n import N_, Bilingual, both
from app.services import frozen_rules, post_answers
from db.models.case import CaseRow, ItemRow
from db.models.firm import User
from db.models.person import PassportRow
from db.models.person_row import PersonListing
from db.models.stay import PermitRow

PASSPORT_MONTHS = 6  # a passport lasts at least so long after filing, see sources O10 and O12
_UNUSED = (ItemState.NEEDED, ItemState.WAIVED)


class Ending(Labelled):
    """Why a paper is on the list, the most urgent first."""

    ENDED = "ended", N_("Has ended")
    TOO_SOON = "too_soon", N_("Ends before it is needed")
    SOON = "soon", N_("Ends soon")


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingLine:
    """One paper of one case; ``needed_until`` is the day for which it has to be good, if one is planned."""

    key: str
    case_id: UUID
    number: str
    client: str
    owner: str
    paper: Bilingual
    ends_on: date
    needed_until: date | None
    ending: Ending


@dataclass(frozen=True, slots=True)
class _Case:
    """A case as every line of it shows it."""

    row: Any
    client: str
    owner: str

    def line(
        self, key: object, paper: Bilingual, ends_on: date, needed: date | None, day: date, last: date
    ) -> EndingLine | None:
        """Return the line of a paper; None where it is good for long enough."""
        if ends_on < day:
            ending = Ending.ENDED
        elif needed is not None and ends_on < needed:
            ending = Ending.TOO_SOON
        elif ends_on <= last:
            ending = Ending.SOON
        else:
            return None
        return EndingLine(
            key=f"{self.row.id}:{key}", case_id=self.row.id, number=self.row.number, client=self.client,
            owner=self.owner, paper=paper, ends_on=ends_on, needed_until=needed, ending=ending,
        )  # fmt: skip


def lines(
    session: Session, today: date, *, days: int, owners: Collection[UUID] | None = None, category: str = ""
) -> list[EndingLine]:
    """Return what has ended, ends within ``days``, or ends before the day it is needed, most urgent first."""
    last = today + timedelta(days=days)
    cases = {case.row.id: case for case in _cases(session, owners, category)}
    found: list[EndingLine | None] = []
    for each in (_passports, _papers, _permits):
        found += [
            cases[case_id].line(key, paper, ends_on, needed, today, last)
            for case_id, key, paper, ends_on, needed in each(session, cases, today)
        ]
    order = list(Ending)
    there = [line for line in found if line is not None]
    return sorted(there, key=lambda line: (order.index(line.ending), line.ends_on, line.number, line.key))


Found = Iterator[tuple[UUID, object, Bilingual, date, date | None]]


def _cases(session: Session, owners: Collection[UUID] | None, category: str) -> list[_Case]:
    query = (
        select(CaseRow, PersonListing.name, User.name)
        .join(PersonListing, PersonListing.person_id == CaseRow.person_id)
        .outerjoin(User, User.id == CaseRow.owner_id)
        .where(CaseRow.archived.is_(False), CaseRow.stage.not_in(OVER))
    )
    if owners is not None:
        query = query.where(CaseRow.owner_id.in_(owners))
    if category:
        query = query.where(CaseRow.category == category)
    return [_Case(row, client, owner or "") for row, client, owner in session.execute(query)]


def _planned(row: CaseRow, today: date) -> date | None:
    """Return the later of the days a case is planned for that are still to come."""
    planned = [day for day in (row.planned_filing, row.planned_entry) if day and day >= today]
    return max(planned, default=None)


def _passports(session: Session, cases: dict[UUID, _Case], today: date) -> Found:
    held: dict[UUID, list[PassportRow]] = {}
    query: Select[PassportRow] = select(PassportRow).where(PassportRow.expires_on.is_not(None))
    for row in session.scalars(query):
        if row.state in (None, PassportState.CURRENT):
            held.setdefault(row.person_id, []).append(row)
    for case_id, case in cases.items():
        mine = held.get(case.row.person_id, ())
        last = max((row.expires_on for row in mine if row.expires_on), default=None)
        planned = _planned(case.row, today)
        if last is not None:
            needed = add_months(planned, PASSPORT_MONTHS) if planned else None
            yield case_id, "passport", both("Passport"), last, needed


def _papers(session: Session, cases: dict[UUID, _Case], today: date) -> Found:
    query = select(ItemRow).where(
        ItemRow.state.not_in(_UNUSED), ItemRow.valid_until.is_not(None) | ItemRow.issued_on.is_not(None)
    )
    told: dict[tuple[str, str], dict[str, object]] = {}
    for item in session.scalars(query):
        case = cases.get(item.case_id)
        if case is None:
            continue
        there = case.row.post, case.row.category
        if there not in told:
            told[there] = dict(post_answers.post(session, there[0], today).facts(today, there[1]))
        rules = frozen_rules.rules_of(session, case.row.rule_set)
        rule = next((each for each in rules.items if each.id == item.item), None)
        ends_on = checklist.good_until(rule, item.issued_on, item.valid_until, told[there]) if rule else None
        if rule is not None and ends_on is not None:
            title = item_records.titled(rule.title, item)
            yield item.case_id, item.id, title, ends_on, _planned(case.row, today)


def _permits(session: Session, cases: dict[UUID, _Case], today: date) -> Found:
    for row in session.scalars(select(PermitRow).where(PermitRow.expires_on.is_not(None))):
        if row.case_id in cases and row.expires_on:
            yield row.case_id, row.id, both("Residence permit"), row.expires_on, None
    for case_id, case in cases.items():
        if case.row.visa_enter_before:
            planned = case.row.planned_entry
            needed = planned if planned and planned >= today else None
            yield case_id, "visa", both("Visa valid to enter until"), case.row.visa_enter_before, needed
