"""The first page's lines about cases as they are shown: whose, what, by when, what is next, who does it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import item_records
from app.domain import today as days
from app.domain.item_kinds import Audience
from app.domain.outlines import Outline
from app.domain.today import Group, Next
from app.i18n import Bilingual, both, filled, joined
from app.services import contact_days, firms, frozen_outlines, limit_titles, today_queries
from app.services.today_queries import CASE, DEADLINE, PAPER, Asked, Key
from db.models.case import CaseRow, ItemRow
from db.models.deadline_listing import DeadlineListing
from db.models.person_row import PersonListing

NAMED = 1  # of the papers of one case by their titles; the others are counted
_AT_ONCE = 400  # keys in one query


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayLine:
    """One line: ``day`` is when it falls due, or since when it waits; ``owner`` does what is ``next``.

    ``tab`` is the part of the case where it is done, ``paper`` the key of its line there; a rule has no case.
    """

    key: Key
    case_id: UUID | None = None
    number: str = ""
    client: str = ""
    native_name: str = ""
    category: str = ""
    what: Bilingual
    day: date | None
    next: Next
    owner: str = ""
    tab: str = "checklist"
    paper: UUID | None = None


# Columns, not whole rows: a window of lines touches a thousand papers.
_CASE = (
    CaseRow.id, CaseRow.number, CaseRow.category, CaseRow.rule_set, CaseRow.stage, CaseRow.authority_status,
    PersonListing.name.label("client"), PersonListing.native_name,
)  # fmt: skip
_PAPER = (
    ItemRow.id, ItemRow.case_id, ItemRow.item, ItemRow.state, ItemRow.repeat_en, ItemRow.repeat_zh,
)  # fmt: skip


def lines(session: Session, group: Group, asked: Asked, keys: Sequence[Key]) -> list[TodayLine]:
    """Return the lines of ``keys``, in that order; one that is settled meanwhile is left out."""
    found = _Found(session, group, asked)
    for at in range(0, len(keys), _AT_ONCE):
        found.read([key.id for key in keys[at : at + _AT_ONCE]])
    return [found.line(key) for key in keys if key in found.rows]


class _Found:
    """What the lines of one group are made of, read for many of them at once."""

    def __init__(self, session: Session, group: Group, asked: Asked) -> None:
        self._session, self._group, self._asked = session, group, asked
        self._names, self._titles = firms.names(session), limit_titles.titles(session)
        self.rows: dict[Key, Any] = {}
        self.cases: dict[UUID, Any] = {}
        self.items: dict[UUID, Any] = {}
        self.rules: dict[UUID, str] = {}
        self.asked: dict[UUID, list[Bilingual]] = {}
        self.contacts: dict[UUID, date] = {}

    def read(self, ids: Sequence[UUID | str]) -> None:
        """Read what the lines of these keys show."""
        query = today_queries.lines_of(self._session, self._group, self._asked)
        rows = self._session.execute(select(query).where(query.c.id.in_(ids))).all()
        self.rows |= {Key(row.source, row.id): row for row in rows}
        self._read_cases({row.case_id for row in rows})
        papers = select(*_PAPER).where(ItemRow.id.in_([row.id for row in rows if row.source == PAPER]))
        self.items |= {item.id: item for item in self._session.execute(papers)}
        deadlines = [row.id for row in rows if row.source == DEADLINE]
        listed = select(DeadlineListing.id, DeadlineListing.rule).where(DeadlineListing.id.in_(deadlines))
        self.rules |= {row.id: row.rule for row in self._session.execute(listed)}
        if self._group is Group.SILENT:
            cases = [row.case_id for row in rows]
            self._read_asked(cases)
            self.contacts |= contact_days.last(self._session, cases)

    def _read_cases(self, ids: set[UUID]) -> None:
        query = (
            select(*_CASE)
            .join(PersonListing, PersonListing.person_id == CaseRow.person_id)
            .where(CaseRow.id.in_(ids))
        )
        self.cases |= {row.id: row for row in self._session.execute(query)}

    def _read_asked(self, ids: Sequence[UUID]) -> None:
        query = select(*_PAPER).where(
            ItemRow.case_id.in_(ids), ItemRow.state.in_(days.ASKED), ItemRow.applied != "no"
        )
        for item in self._session.execute(query.order_by(ItemRow.item, ItemRow.repeat_key)):
            if not self.is_ours(item):
                self.asked.setdefault(item.case_id, []).append(self.title(item))

    def rule(self, item: Any) -> Outline | None:
        """Return what the case's rules say of a paper; None where they no longer have it."""
        outlines = frozen_outlines.outlines_of(self._session, self.cases[item.case_id].rule_set)
        return outlines.get(item.item)

    def is_ours(self, item: Any) -> bool:
        """Whether a line of the checklist is the office's own work."""
        rule = self.rule(item)
        return rule is not None and rule.audience is Audience.OFFICE

    def title(self, item: Any) -> Bilingual:
        """Return what a paper is called, and which one it is."""
        rule = self.rule(item)
        return item_records.titled(rule.title if rule else Bilingual(item.item, item.item), item)

    def _day(self, row: Any) -> date | None:
        return self.contacts.get(row.case_id) if self._group is Group.SILENT else row.day

    def line(self, key: Key) -> TodayLine:
        """Return one line."""
        row = self.rows[key]
        case = self.cases[row.case_id]
        return TodayLine(
            key=key,
            case_id=row.case_id,
            number=case.number,
            client=case.client,
            native_name=case.native_name,
            category=case.category,
            day=self._day(row),
            owner=self._names.get(row.owner_id, ""),
            **_SAID[key.source](self, key, row, case),
        )

    def of_deadline(self, key: Key, row: Any, _case: Any) -> dict[str, Any]:
        """Say what a deadline asks."""
        rule = self.rules[row.id]
        step = days.of_deadline(rule, row.day, self._asked.today)
        return {"what": self._titles.get(rule, Bilingual(rule, rule)), "next": step, "tab": "dates"}

    def of_paper(self, key: Key, row: Any, _case: Any) -> dict[str, Any]:
        """Say which paper is due."""
        item = self.items[row.id]
        step = days.of_paper(item.state, is_ours=self.is_ours(item))
        return {"what": self.title(item), "next": step, "paper": item.id}

    def of_case(self, _key: Key, row: Any, case: Any) -> dict[str, Any]:
        """Say why the case is in the group."""
        return _OF_CASE[self._group](self, row, case)

    def of_supplement(self, row: Any, case: Any) -> dict[str, Any]:
        """Say what is known of the supplement."""
        what = both(case.stage.label) if row.day is None else both("Supplement due")
        return {"what": what, "next": days.of_supplement(row.day), "tab": "dates" if row.day else "details"}

    def of_silent(self, row: Any, _case: Any) -> dict[str, Any]:
        """Say which papers the client was asked for."""
        return {"what": together(self.asked.get(row.case_id, [])), "next": Next.CHASE}

    def of_waiting(self, row: Any, case: Any) -> dict[str, Any]:
        """Say what the authority said last, in its own words."""
        stage, status = both(case.stage.label), case.authority_status
        what = joined(Bilingual(": ", "："), (stage, status)) if status else stage
        return {"what": what, "next": days.of_waiting(row.day, self._asked.today), "tab": "details"}

    def of_ready(self, _row: Any, _case: Any) -> dict[str, Any]:
        """Say how far the checklist is."""
        return {"what": both("Every paper before handing in is checked or waived"), "next": Next.HAND_IN}

    def of_stage(self, _row: Any, case: Any) -> dict[str, Any]:
        """Say where the case stands."""
        stage = case.stage
        return {"what": both(stage.label), "next": days.of_stage(stage), "tab": "details"}


def together(titles: Sequence[Bilingual]) -> Bilingual:
    """Return several papers of one case as one text: the first by its title, and how many more."""
    found = list(dict.fromkeys(titles))
    named, more = found[:NAMED], len(found) - NAMED
    if more > 0:
        named.append(filled(both("{count} more"), count=more))
    return Bilingual("; ".join(title.en for title in named), "\uff1b".join(title.zh for title in named))


_SAID: Mapping[str, Callable[..., dict[str, Any]]] = {
    DEADLINE: _Found.of_deadline,
    PAPER: _Found.of_paper,
    CASE: _Found.of_case,
}
_OF_CASE: Mapping[Group, Callable[..., dict[str, Any]]] = {
    Group.SUPPLEMENT: _Found.of_supplement,
    Group.SILENT: _Found.of_silent,
    Group.CENTRE: _Found.of_waiting,
    Group.READY: _Found.of_ready,
    Group.UNSCHEDULED: _Found.of_stage,
}
