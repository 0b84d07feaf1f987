"""Cases that follow earlier ones: what a new one takes over, previewed and then opened as one step."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import cases as stages
from app.domain import checklist, linked, repeats
from app.domain.basis import Basis
from app.domain.checklist import Line
from app.domain.following import Following
from app.domain.item_records import ItemState, names
from app.domain.linked import Carry, Verdict
from app.domain.rulepack import Item, Layer
from app.domain.ruleset import RuleSet
from app.errors import UserError
from app.i18n import N_, Bilingual, _, joined
from app.services import (
    case_values,
    cases,
    checklists,
    families,
    firm_rules,
    limits,
    packs,
    people,
    post_answers,
    records,
)
from app.services.cases import Opened
from db import trail
from db.models.case import CaseRow, FactRow, ItemRow, PartyRow
from db.models.family import FamilyLinkRow
from db.models.firm import User

# What a paper says about itself goes along; asking for it, and who does, begins anew.
_OF_PAPER = ("issuer", "number", "issued_on", "valid_until", "originals", "copies", "original_at")


@dataclass(frozen=True, slots=True)
class Wanted:
    """The new case: how it follows, its visa and post, and the day it is planned to be filed."""

    following: Following
    category: str
    post: str
    planned_filing: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """One paper of the earlier case; ``item`` ("" for none) and ``repeat_key`` name its new line."""

    key: str
    row_id: UUID
    title: Bilingual
    item: str
    repeat_key: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit of the law that the new case runs under."""

    title: Bilingual
    text: Bilingual
    basis: Basis
    cited: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a new case would take over: papers, and how many facts and parties; nothing is changed by it.

    ``principal`` is the number of the family's case that it would hang on, "" for none.
    """

    number: str
    on: date
    papers: tuple[PaperLine, ...]
    facts: int
    parties: int
    principal: str
    limits: tuple[Limit, ...]

    def of(self, carry: Carry) -> tuple[PaperLine, ...]:
        """Return the papers that this becomes of."""
        return tuple(line for line in self.papers if line.verdict.carry is carry)


@dataclass(frozen=True, slots=True)
class Linked:
    """A case before or after another; ``following`` is how the later of the two follows."""

    id: UUID
    number: str
    category: str
    stage: stages.Stage
    following: Following
    is_later: bool


def preview(session: Session, case_id: UUID, wanted: Wanted, today: date) -> Preview:
    """Return what a case that follows ``case_id`` would take over. Raises ``UserError`` where none can."""
    row = _source(session, case_id, wanted, today)
    principal = _principal(session, row)
    return Preview(
        number=row.number,
        on=wanted.planned_filing or today,
        papers=tuple(_papers(session, row, wanted, today)),
        facts=len(_facts(session, row)),
        parties=len(_parties(session, row)),
        principal=principal.number if principal else "",
        limits=tuple(_limits(wanted.following)),
    )


@trail.operation("case:follow", N_("Open linked case"))
def follow(
    session: Session, case_id: UUID, wanted: Wanted, today: date, to_check: Collection[str] = ()
) -> Opened:
    """Open a case that follows ``case_id``, with the papers that serve again, as one step.

    Of the papers whose end nobody knows only those named by ``to_check`` go along, as received and not
    checked. Raises ``UserError`` for an archived client, an unknown visa or post, and a filing in the past.
    """
    row = _source(session, case_id, wanted, today)
    papers = tuple(_papers(session, row, wanted, today))
    opened = cases.open_case(
        session, row.person_id, category=wanted.category, post=wanted.post, today=today,
        owner_id=_here(session, row.owner_id), office_id=row.office_id,
    )  # fmt: skip
    new = records.find(session, CaseRow, opened.id)
    new.earlier_id, new.following = row.id, wanted.following
    new.planned_filing, new.client_zone = wanted.planned_filing, row.client_zone
    new.reviewer_id = _here(session, row.reviewer_id)
    session.add_all(_taken_over(session, new, papers, to_check))
    for each in _facts(session, row):
        session.add(FactRow(case_id=new.id, name=each.name, value=each.value))
    session.add_all(_copied(party, new.id) for party in _parties(session, row))
    session.flush()
    _hang_on(session, row, new)
    return opened


def around(session: Session, case_id: UUID) -> tuple[Linked, ...]:
    """Return the case that one follows, and those that follow it, by number."""
    row = case_values.row(session, case_id)
    found = []
    if row.earlier_id is not None and row.following is not None:
        earlier = case_values.row(session, row.earlier_id)
        found.append(_link(earlier, row.following, is_later=False))
    later = select(CaseRow).where(CaseRow.earlier_id == case_id).order_by(CaseRow.number)
    found += [_link(each, each.following, is_later=True) for each in session.scalars(later) if each.following]
    return tuple(found)


def _link(row: CaseRow, following: Following, *, is_later: bool) -> Linked:
    return Linked(row.id, row.number, row.category, row.stage, following, is_later)


def _source(session: Session, case_id: UUID, wanted: Wanted, today: date) -> CaseRow:
    row = records.find(session, CaseRow, case_id)
    people.refuse_archived(session, row.person_id)
    packs.layers(wanted.category, wanted.post)
    if wanted.planned_filing and wanted.planned_filing < today:
        raise UserError(_("The planned filing is in the past."), field="planned_filing")
    if wanted.following is Following.CHANGE and wanted.category == row.category:
        raise UserError(
            _("A change of pathway leads to another visa than {category}.").format(category=row.category),
            _("For the same visa choose renewal, extension or new application."),
            field="category",
        )
    if wanted.following in (Following.RENEWAL, Following.EXTENSION) and wanted.category != row.category:
        raise UserError(
            _("A renewal or an extension keeps the visa {category}.").format(category=row.category),
            _("For another visa choose change of pathway."),
            field="category",
        )
    return row


def _papers(session: Session, row: CaseRow, wanted: Wanted, today: date) -> Iterator[PaperLine]:
    """Yield every paper that is here, with what becomes of it, in the order of the earlier checklist."""
    rules = firm_rules.composed(session, wanted.category, wanted.post, today).rules
    facts = post_answers.post(session, wanted.post, today).facts(today, wanted.category)
    person = people.person(session, row.person_id)
    expected = checklist.expected(rules, repeats.repeats(person, today))
    there = {(each.item_id, each.repeat_key) for each in expected}
    for each in checklists.lines(session, row.id, today):
        line = each.line
        if not linked.is_paper(line.item, line.record):
            continue
        item = _same(line.item, row.category, rules, wanted.category)
        is_there = item is not None and (item.id, line.repeat_key) in there
        verdict = linked.judge(item if is_there else None, line.record, facts, wanted.planned_filing or today)
        yield PaperLine(
            key=f"{line.item.id}/{line.repeat_key}" if line.repeat_key else line.item.id,
            row_id=each.row_id,
            title=_titled(line),
            item=item.id if item and is_there else "",
            repeat_key=line.repeat_key,
            verdict=verdict,
        )


def _titled(line: Line) -> Bilingual:
    which = line.repeat_label
    return joined(Bilingual(": ", "："), (line.item.title, which)) if which else line.item.title


def _same(item: Item, category: str, rules: RuleSet, to: str) -> Item | None:
    """Return what the new rules call the same paper: by its id, by what all visas share, or by its title."""
    wanted = _shared_name(item.id, category, to)
    if wanted in rules.by_id:
        return rules.by_id[wanted]
    return next((each for each in rules.items if each.title == item.title), None)


def _shared_name(name: str, category: str, to: str) -> str:
    """Return what an item that all visas share is called in another category; else its own name."""
    for pack in packs.shipped():
        for item in pack.items if pack.layer is Layer.COMMON else ():
            if item.known_in(category).id == name and item.serves(category):
                return item.known_in(to).id
    return name


def _taken_over(
    session: Session, new: CaseRow, papers: Collection[PaperLine], to_check: Collection[str]
) -> Iterator[ItemRow]:
    for line in papers:
        is_good = line.verdict.carry is Carry.GOOD
        is_to_check = line.verdict.carry is Carry.TO_CHECK
        if not (is_good or (is_to_check and names(line.key) & set(to_check))):
            continue
        old = records.find(session, ItemRow, line.row_id)
        yield ItemRow(
            case_id=new.id, item=line.item, repeat_key=line.repeat_key, repeat_en=old.repeat_en,
            repeat_zh=old.repeat_zh, from_item_id=old.id,
            state=ItemState.ACCEPTED if is_good else ItemState.RECEIVED,
            **{name: getattr(old, name) for name in _OF_PAPER},
        )  # fmt: skip


def _facts(session: Session, row: CaseRow) -> list[FactRow]:
    held = case_values.fact_rows(session, row.id)
    return [held[name] for name in linked.LASTING_FACTS if name in held]


def _parties(session: Session, row: CaseRow) -> list[PartyRow]:
    query = select(PartyRow).where(PartyRow.case_id == row.id).order_by(PartyRow.id)
    return list(session.scalars(query))


def _copied(party: PartyRow, case_id: UUID) -> PartyRow:
    names = ("role", "name", "relation", "address", "phone", "email", "birth_date")
    return PartyRow(case_id=case_id, **{name: getattr(party, name) for name in names})


def _here(session: Session, user_id: UUID | None) -> UUID | None:
    """Return a user who still works here; None for nobody, and for who left."""
    user = session.get(User, user_id) if user_id else None
    return user.id if user and not user.archived else None


def _limits(following: Following) -> Iterator[Limit]:
    for name in linked.LIMITS[following]:
        rule = limits.shipped().named(name)
        yield Limit(rule.title, rule.reason, rule.basis, rule.cited)


def _hangs(session: Session, row: CaseRow) -> FamilyLinkRow | None:
    return session.scalars(select(FamilyLinkRow).where(FamilyLinkRow.case_id == row.id)).first()


def _principal(session: Session, row: CaseRow) -> CaseRow | None:
    """Return the family's case that a new one would hang on: the principal's, or the last that follows it."""
    held = _hangs(session, row)
    later = session.get(CaseRow, held.principal_id) if held else None
    found = later
    while later is not None:
        found = later
        query = select(CaseRow).where(CaseRow.earlier_id == found.id, CaseRow.archived.is_(False))
        later = session.scalars(query.order_by(CaseRow.number.desc()).limit(1)).first()
    return found if found is not None and not found.archived else None


def _hang_on(session: Session, row: CaseRow, new: CaseRow) -> None:
    held, principal = _hangs(session, row), _principal(session, row)
    if held is not None and principal is not None:
        families.link(
            session, new.id, principal.id, held.role,
            shares_owner=held.shares_owner, shares_quote=held.shares_quote,
        )  # fmt: skip
