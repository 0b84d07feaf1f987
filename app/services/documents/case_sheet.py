"""The case sheet: what lies at the front of the hand file."""

from collections.abc import Iterator
from datetime import date, datetime

from sqlalchemy.orm import Session

from app.domain.casefile import CaseFile
from app.domain.checklist import Line, progress
from app.domain.choices import ContactKind
from app.domain.conditions import Answer
from app.domain.filing import Event
from app.domain.filing.case_sheet import CaseSheet, NoteOnCase, PaperLine, PartyLine
from app.domain.item_records import ItemState
from app.domain.people import Person
from app.i18n import Bilingual, both, filled
from app.services import case_values, cases, filing, firms, people
from app.services.orders import Order
from db.models.case import CaseRow
from db.models.firm import Office

NOTES_SHOWN = 4
_BOXES = {ItemState.ACCEPTED: "ticked", ItemState.WAIVED: "struck"}


def gather(session: Session, order: Order, today: date) -> CaseSheet:
    """Return the case sheet: parties, dates, papers and their originals, the last notes."""
    gathered = filing.gather(session, order, today)
    row, file = gathered.row, case_values.file_of(session, gathered.row)
    office = session.get(Office, row.office_id) if row.office_id else None
    notes = cases.notes(session, row.id)
    checked, counted = progress(gathered.lines)
    return CaseSheet(
        head=gathered.head,
        stage=both(row.stage.label),
        office=office.name if office else "",
        reviewer=firms.names(session).get(row.reviewer_id, "") if row.reviewer_id else "",
        passport=_passport(row),
        parties=(*_relatives(session, gathered.person), *_parties(file)),
        dates=tuple(Event(text=text, on=on) for text, on in _dates(row) if on),
        numbers=tuple((label, number) for label, number in _numbers(row) if number),
        papers=tuple(_paper(line) for line in gathered.lines if line.applies is Answer.YES),
        checked=checked,
        counted=counted,
        open_questions=sum(line.applies is Answer.ASK for line in gathered.lines),
        notes=tuple(
            NoteOnCase(on=datetime.fromisoformat(note.at).date(), author=note.author, text=note.text)
            for note in notes[:NOTES_SHOWN]
        ),
        more_notes=max(0, len(notes) - NOTES_SHOWN),
    )


def reached(person: Person) -> str:
    """Return how a person is reached: what they prefer, else their telephone and e-mail."""
    kinds = (ContactKind.PHONE, ContactKind.EMAIL)
    preferred = [contact.value for contact in person.contacts if contact.preferred]
    usual = [contact.value for contact in person.contacts if contact.kind in kinds]
    return ", ".join(dict.fromkeys((preferred + usual)[:2]))


def _relatives(session: Session, person: Person) -> Iterator[PartyLine]:
    yield PartyLine(role=both("Client"), name=filing.spoken_name(person).en, reached=reached(person))
    for link in person.relatives:
        if link.relative_id and link.relation:
            other = people.person(session, link.relative_id)
            name = filing.spoken_name(other).en
            yield PartyLine(role=both(link.relation.label), name=name, reached=reached(other))


def _parties(file: CaseFile) -> Iterator[PartyLine]:
    for party in file.parties:
        if party.role and party.name:
            told = ", ".join(filter(None, (party.phone, party.email)))
            yield PartyLine(role=both(party.role.label), name=party.name, reached=told)


def _dates(row: CaseRow) -> Iterator[tuple[Bilingual, date | None]]:
    yield both("Opened on"), row.opened_on
    yield both("Planned filing"), row.planned_filing
    yield both("Appointment"), row.appointment_on
    yield both("Supplement due"), row.supplement_due
    yield both("Decided on"), row.decided_on
    yield both("Enter before"), row.visa_enter_before
    yield both("Planned entry"), row.planned_entry


def _passport(row: CaseRow) -> Bilingual | None:
    """Return who has the passport, and since when; None where nobody wrote it down."""
    if row.passport_at is None:
        return None
    where = both(row.passport_at.label)
    if row.passport_since is None:
        return where
    return filled(both("{place}, since {date}"), place=where, date=row.passport_since.isoformat())


def _numbers(row: CaseRow) -> Iterator[tuple[Bilingual, str]]:
    yield both("Application number"), row.application_number
    yield both("Receipt number"), row.receipt_number
    yield both("Visa number"), row.visa_number


def _paper(line: Line) -> PaperLine:
    where = line.record.original_at
    return PaperLine(
        code=line.item.id,
        title=line.item.title,
        state=both(line.state.label),
        box=_BOXES.get(line.state, "open"),
        repeat=line.repeat_label,
        original_at=both(where.label) if where else None,
        valid_until=line.valid_until,
    )
