"""The finished values of the printed documents, gathered from a case; and the record that one was printed."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import facts, filing, names, places
from app.domain.checklist import Line, progress
from app.domain.choices import NameKind, NationalityKind, PassportState, Purpose
from app.domain.conditions import Answer
from app.domain.facts import Origin
from app.domain.filing import (
    Applicant,
    ChecklistLine,
    ChecklistSection,
    ClientChecklist,
    FilingSummary,
    PaperHead,
)
from app.domain.item_records import ItemState
from app.domain.people import Passport, Person
from app.domain.posts import Post
from app.domain.rulepack import Audience, Authentication, ItemStage, Translation
from app.i18n import N_, Bilingual, both
from app.services import case_values, checklists, firms, packs, people
from app.services.checklists import Evaluated
from db import trail
from db.models.case import CaseRow
from db.models.firm import User

CATEGORIES = {"K": N_("K visa (young science and technology talent)")}


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything the papers of one case are made from."""

    row: CaseRow
    person: Person
    post: Post
    found: Evaluated
    head: PaperHead


def gather(session: Session, case_id: UUID, today: date, *, unmasked: bool, sample: bool) -> Gathered:
    """Read what the papers of a case need, once."""
    row = case_values.row(session, case_id)
    person, post = people.person(session, row.person_id), packs.post(row.post)
    found = checklists.evaluated(session, row, today)
    owner = session.scalar(select(User.name).where(User.id == row.owner_id)) or ""
    head = PaperHead(
        firm=firms.block(session),
        case_number=row.number,
        applicant=applicant(person, unmasked=unmasked),
        category_code=row.category,
        category=both(CATEGORIES.get(row.category, row.category)),
        limb=facts.show(facts.named("limb"), found.facts["limb"]) if "limb" in found.facts else None,
        post=post.name,
        rule_version=found.rules.version,
        rule_set=row.rule_set,
        rules_checked_on=post.checked_on,
        data_as_of=row.content_changed_at,
        prepared_by=owner,
        sample=sample,
    )
    return Gathered(row, person, post, found, head)


def applicant(person: Person, *, unmasked: bool = True) -> Applicant:
    """Return a person as paper names one; the passport number masked unless asked for in full."""
    passport = current_passport(person) or Passport()
    country = next((n.country for n in person.nationalities if n.kind is not NationalityKind.FORMER), "")
    return Applicant(
        passport_name=_name(person, NameKind.PASSPORT) or _name(person, None),
        native_name=_name(person, NameKind.NATIVE),
        chinese_name=_name(person, NameKind.CHINESE),
        birth_date=str(person.birth_date or ""),
        sex=both(person.sex.label) if person.sex else None,
        nationality=places.country_name(country) if country else None,
        passport_number=passport.number if unmasked else masked(passport.number),
        passport_authority=passport.authority,
        passport_issued_on=passport.issued_on,
        passport_expires_on=passport.expires_on,
    )


def current_passport(person: Person) -> Passport | None:
    """Return the passport in use: of those not replaced or lost, the one that ends last."""
    held = [p for p in person.passports if p.state in (None, PassportState.CURRENT)]
    return max(held, key=lambda p: p.expires_on or date.min, default=None)


def masked(number: str) -> str:
    """Return an identity number with all but its last three characters hidden."""
    return "•" * max(0, len(number) - 3) + number[-3:] if len(number) > 3 else "•" * len(number)


def _name(person: Person, kind: NameKind | None) -> str:
    chosen = [name for name in person.names if kind is None or name.kind is kind]
    if not chosen:
        return ""
    return names.passport_form(chosen[0]) if kind in (NameKind.PASSPORT, None) else names.full(chosen[0])


def checklist(session: Session, case_id: UUID, today: date, *, sample: bool = False) -> ClientChecklist:
    """Return the client's checklist: what the client brings or does, in the order of the work."""
    gathered = gather(session, case_id, today, unmasked=False, sample=sample)
    mine = [line for line in gathered.found.lines if _for_client(line)]
    done = [line for line in mine if line.counts]
    due = [line.record.due_on for line in mine if line.record.due_on and line.state is not ItemState.ACCEPTED]
    return ClientChecklist(
        head=gathered.head,
        sections=_sections(mine, gathered.found),
        checked=sum(line.state is ItemState.ACCEPTED for line in done),
        counted=len(done),
        due_on=min(due, default=None),
    )


def _for_client(line: Line) -> bool:
    before = line.item.stage not in (ItemStage.AFTER_GRANT, ItemStage.AFTER_ARRIVAL)
    return line.item.audience is Audience.CLIENT and line.applies is not Answer.NO and before


def _sections(lines: list[Line], found: Evaluated) -> tuple[ChecklistSection, ...]:
    return tuple(
        ChecklistSection(title=both(stage.label), lines=tuple(_line(line, found) for line in group))
        for stage, group in groupby(lines, key=lambda line: line.item.stage)
    )


def _line(line: Line, found: Evaluated) -> ChecklistLine:
    item, record = line.item, line.record
    return ChecklistLine(
        code=item.id,
        title=item.title,
        repeat=line.repeat_label,
        what_to_do=item.client,
        need=line.need.value,
        applies=line.applies.value,
        ask=_client_question(line),
        state=record.state.value,
        returned_reason=record.state_reason if record.state is ItemState.RETURNED else "",
        evidence=item.evidence,
        originals=item.originals,
        copies=item.copies,
        issued_on=record.issued_on,
        valid_until=line.valid_until,
        due_on=record.due_on,
        basis=item.basis,
        sources=found.rules.cite(item.sources),
    )


def _client_question(line: Line) -> Bilingual | None:
    """Return what the client can settle; what only the post knows is ours to ask."""
    open_facts = [facts.named(name) for name in line.open_facts]
    mine = dict.fromkeys(fact.question for fact in open_facts if fact.origin is not Origin.POST)
    return Bilingual(" ".join(q.en for q in mine), "".join(q.zh for q in mine)) if mine else None


# What the summary says as it was typed.
_AS_TYPED = (
    "purpose",
    "planned_filing",
    "planned_entry",
    "application_number",
    "receipt_number",
    "authority_status",
    "authority_status_on",
)


def summary(
    session: Session,
    case_id: UUID,
    today: date,
    *,
    sensitive: bool = False,
    unmasked: bool = False,
    sample: bool = False,
) -> FilingSummary:
    """Return the office's filing summary; ``sensitive`` adds the section-8 answers the caller opened."""
    gathered = gather(session, case_id, today, unmasked=unmasked, sample=sample)
    row, found = gathered.row, gathered.found
    lines = [line for line in found.lines if line.applies is not Answer.NO]
    asks = [line.why for line in lines if line.applies is Answer.ASK]
    checked, counted = progress(lines)
    return FilingSummary(
        head=gathered.head,
        stage=both(row.stage.label),
        requested=_requested(row),
        open_questions=tuple(dict.fromkeys(asks)),
        register=tuple(_register(line) for line in lines if _in_register(line)),
        checked=checked,
        counted=counted,
        deadlines=_dates(row),
        consents=_consents(gathered.person),
        sensitive=_sensitive(session, row) if sensitive else (),
        sources=tuple(source.line.en for source in found.rules.sources),
        **{name: getattr(row, name) for name in _AS_TYPED},
    )


def _requested(row: CaseRow) -> tuple[tuple[Bilingual, str], ...]:
    entries = row.requested_entries
    asked = (
        (both("Entries"), " / ".join(both(entries.label)) if entries else ""),
        (both("Validity (months)"), str(row.requested_validity_months or "")),
        (both("Duration of each stay (days)"), str(row.requested_stay_days or "")),
    )
    return tuple((label, value) for label, value in asked if value)


def _in_register(line: Line) -> bool:
    return line.state is not ItemState.NEEDED or line.item.originals + line.item.copies > 0


def _register(line: Line) -> filing.RegisterLine:
    item, record = line.item, line.record
    return filing.RegisterLine(
        code=item.id,
        title=item.title,
        repeat=line.repeat_label,
        state=both(record.state.label),
        issuer=record.issuer,
        number=record.number,
        issued_on=record.issued_on,
        valid_until=line.valid_until,
        originals=item.originals if record.originals is None else record.originals,
        copies=item.copies if record.copies is None else record.copies,
        original_at=both(record.original_at.label) if record.original_at else None,
        authentication=both(item.auth.label) if item.auth is not Authentication.NONE else "",
        translation=both(item.translation.label) if item.translation is not Translation.NONE else "",
        basis=item.basis,
    )


def _dates(row: CaseRow) -> tuple[filing.Event, ...]:
    dated = (
        (both("Planned filing"), row.planned_filing),
        (both("Appointment"), row.appointment_on),
        (both("Supplement due"), row.supplement_due),
        (both("Planned entry"), row.planned_entry),
        (both("Enter before"), row.visa_enter_before),
    )
    return tuple(filing.Event(text=text, on=on) for text, on in dated if on)


def _consents(person: Person) -> tuple[filing.Event, ...]:
    return tuple(
        filing.Event(text=both(consent.purpose.label), on=consent.given_on, detail=consent.notice_version)
        for consent in person.consents
        if consent.purpose and consent.given_on and not consent.withdrawn_on
    )


def _sensitive(session: Session, row: CaseRow) -> tuple[filing.SensitiveLine, ...]:
    if not people.has_consent(session, row.person_id, Purpose.SENSITIVE):
        return ()
    return tuple(
        filing.SensitiveLine(question=both(d.question.label), answer=both(d.answer.label), detail=d.detail)
        for d in people.declarations(session, row.person_id)
        if d.question and d.answer
    )


@trail.operation("case:print", N_("Print"), trail.FINAL)
def record_print(
    session: Session,
    case_id: UUID,
    kind: str,
    sha256: str,
    *,
    unmasked: bool = False,
    sensitive: bool = False,
) -> None:
    """Record that a document was printed or saved: its kind and hash, and what was open in it."""
    trail.note(session, about=case_id, kind=kind, sha256=sha256, unmasked=unmasked, sensitive=sensitive)
