"""The filing summary of a case, for the office."""

from datetime import date

from sqlalchemy.orm import Session

from app.domain import facts
from app.domain.checklist import Line, progress
from app.domain.conditions import Answer
from app.domain.deadline_marks import DeadlineState, Kept
from app.domain.filing import Event
from app.domain.filing.summary import FilingSummary, RegisterLine
from app.domain.item_records import ItemState
from app.domain.people import Person
from app.domain.rulepack import Translation
from app.i18n import Bilingual, both, filled, joined
from app.services import citations, deadlines, filing, pricing, section_8, snapshots
from app.services.documents import screened
from app.services.filing import Gathered
from app.services.orders import Order
from db.models.case import CaseRow

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


def gather(session: Session, order: Order, today: date) -> FilingSummary:
    """Return the office's summary; ``order.sensitive`` adds the section-8 answers the caller opened."""
    gathered = filing.gather(session, order, today)
    row, found = gathered.row, gathered.found
    lines = gathered.lines
    asks = [line.why for line in lines if line.applies is Answer.ASK]
    checked, counted = progress(lines)
    reasons, confirmed_by, confirmed_on = screened.block(session, order.case)
    return FilingSummary(
        head=gathered.head,
        stage=both(row.stage.label),
        form=_form(session, row),
        requested=_requested(row),
        screening=reasons,
        screened_by=confirmed_by,
        screened_on=confirmed_on,
        open_questions=tuple(dict.fromkeys(asks)),
        register=tuple(_register(line, gathered) for line in lines if _in_register(line)),
        checked=checked,
        counted=counted,
        deadlines=(*_dates(row), *_computed(session, row, today)),
        fees=_fees(gathered, today),
        consents=_consents(gathered.person),
        sensitive=section_8.answers(session, row.person_id) if order.sensitive else (),
        sources=tuple(citations.line(source) for source in found.rules.sources),
        **{name: getattr(row, name) for name in _AS_TYPED},
    )


def _form(session: Session, row: CaseRow) -> Bilingual | None:
    """Return which form was filed last, with its hash; None before the first."""
    found = snapshots.filed(session, row.id)
    if not found:
        return None
    text = both("No. {number}, {moment}, SHA-256 {hash}")
    last = found[-1]
    moment = last.at.strftime("%Y-%m-%d %H:%M UTC")
    return filled(text, number=last.number, moment=moment, hash=last.sha256[:16])


def _requested(row: CaseRow) -> tuple[tuple[Bilingual, str | Bilingual], ...]:
    entries = row.requested_entries
    asked: tuple[tuple[Bilingual, str | Bilingual], ...] = (
        (both("Number of entries"), both(entries.label) if entries else ""),
        (both("Validity (months)"), str(row.requested_validity_months or "")),
        (both("Duration of each stay (days)"), str(row.requested_stay_days or "")),
    )
    return tuple((label, value) for label, value in asked if value)


def _in_register(line: Line) -> bool:
    return line.state is not ItemState.NEEDED or line.item.originals + line.item.copies > 0


def _register(line: Line, gathered: Gathered) -> RegisterLine:
    item, record = line.item, line.record
    return RegisterLine(
        code=item.id,
        title=item.title,
        repeat=line.repeat_label,
        state=both(record.state.label),
        issuer=record.issuer,
        number=gathered.number(record.number),
        issued_on=record.issued_on,
        valid_until=line.valid_until,
        originals=item.originals if record.originals is None else record.originals,
        copies=item.copies if record.copies is None else record.copies,
        original_at=both(record.original_at.label) if record.original_at else None,
        authentication=gathered.marks.authenticated(line) or "",
        translation=both(item.translation.label) if item.translation is not Translation.NONE else "",
        basis=item.basis,
        stale=gathered.marks.stale(line),
    )


def _dates(row: CaseRow) -> tuple[Event, ...]:
    dated = (
        (both("Planned filing"), row.planned_filing),
        (both("Appointment"), row.appointment_on),
        (both("Supplement due"), row.supplement_due),
        (both("Planned entry"), row.planned_entry),
        (both("Enter before"), row.visa_enter_before),
    )
    return tuple(Event(text=text, on=on) for text, on in dated if on)


def _fees(gathered: Gathered, today: date) -> tuple[Event, ...]:
    fees = [Event(text=both(fee.part.label), detail=pricing.said(fee)) for fee in gathered.fees]
    answer = pricing.told(gathered.row, gathered.post)
    if answer:
        source = f" ({answer.told.source})" if answer.told else ""
        label, detail = facts.named(answer.fact).label, f"{answer.value}{source}"
        fees.append(Event(text=label, on=answer.checked_on, detail=detail))
    return tuple(fees)


def _computed(session: Session, row: CaseRow, today: date) -> tuple[Event, ...]:
    """Return the open limits of law; the case's own dates stand before them already."""
    found = deadlines.of_case(session, row.id, today)
    return tuple(
        Event(text=_due(kept), on=kept.last_day, detail=_rule(kept))
        for kept in found
        if kept.state is DeadlineState.OPEN and kept.deadline.rule.id.startswith("DL-")
    )


def _rule(kept: Kept) -> Bilingual:
    rule = kept.deadline.rule
    return joined(" ", (rule.id, citations.cited(rule.cited)))


def _due(kept: Kept) -> Bilingual:
    """Return what is due, marked while its day or whether it applies is not settled."""
    marks = []
    if kept.deadline.provisional and kept.mark.due is None:
        marks.append(both("(provisional)"))
    if kept.deadline.applies is Answer.ASK:
        marks.append(both("(if it applies)"))
    title = kept.deadline.rule.title
    return Bilingual(
        " ".join([title.en, *(m.en for m in marks)]), "".join([title.zh, *(m.zh for m in marks)])
    )


def _consents(person: Person) -> tuple[Event, ...]:
    return tuple(
        Event(text=both(consent.purpose.label), on=consent.given_on, detail=consent.notice_version)
        for consent in person.consents
        if consent.purpose and consent.given_on and not consent.withdrawn_on
    )
