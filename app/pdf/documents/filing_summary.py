"""The office's record of what is filed: who, what, screening, papers, dates, money, consents, sources."""

from collections.abc import Iterator, Sequence
from datetime import date

from app.domain.basis import OFFICE_WORDS
from app.domain.filing import Event
from app.domain.filing.summary import FilingSummary, Reason, RegisterLine
from app.i18n import Bilingual, both, filled
from app.pdf.documents import pages, parts
from app.pdf.tree import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Inline,
    KeyValues,
    Language,
    Note,
    Paragraph,
    Said,
    Space,
    Table,
    Words,
)


def build(value: FilingSummary, language: Language, paper: str) -> Document:
    """Return the document of ``value``, an office record."""
    return pages.office(value.head, both("Filing summary"), _blocks(value), language, paper)


def _blocks(value: FilingSummary) -> Iterator[Block]:
    yield KeyValues(parts.pairs(*_applicant(value)), columns=2)
    yield Heading(both("Application"))
    yield KeyValues(parts.pairs(*_application(value)))
    yield from _screening(value)
    yield from _register(value)
    yield from _events(value)
    yield from _sensitive(value)
    yield from _rules(value)


def _applicant(value: FilingSummary) -> Iterator[tuple[Bilingual, Words | None]]:
    person = value.head.applicant
    yield both("Date of birth"), person.birth_date
    yield both("Sex"), person.sex
    yield both("Nationality"), person.nationality
    yield both("Passport number"), person.passport_number
    yield both("Issued by"), person.passport_authority
    yield both("Date of issue"), parts.iso(person.passport_issued_on)
    yield both("Expires"), parts.iso(person.passport_expires_on)
    yield both("Prepared by"), value.head.prepared_by


def _application(value: FilingSummary) -> Iterator[tuple[Bilingual, Words | None]]:
    head = value.head
    yield both("Visa category"), parts.inline(head.category, head.limb)
    yield both("Office stage"), value.stage
    yield both("Purpose"), value.purpose
    yield from value.requested
    yield both("Filed at"), parts.inline(head.post, value.place)
    yield both("Planned hand-in"), parts.iso(value.planned_filing)
    yield both("Planned entry"), parts.iso(value.planned_entry)
    yield both("Application number"), value.application_number
    yield both("Receipt number"), value.receipt_number
    yield both("Form as filed"), value.form
    status = parts.inline(value.authority_status, parts.iso(value.authority_status_on))
    yield both("Status in the authority's words"), status if value.authority_status else None


def _screening(value: FilingSummary) -> Iterator[Block]:
    if value.screening or value.open_questions:
        yield Heading(both("Screening"))
    if value.screening:
        columns = (
            Column(both("Question"), 2.6),
            Column(both("Result"), 1.5),
            Column(both("Basis and source"), 1.7),
        )
        yield Table(columns, tuple(_reason(reason) for reason in value.screening))
    if value.screened_by:
        yield Paragraph(_confirmed(value.screened_by, value.screened_on))
    if value.open_questions:
        yield Note(value.open_questions, both("Still open"), bullets=True)


def _reason(reason: Reason) -> tuple[Cell, ...]:
    origin = parts.inline(both(OFFICE_WORDS[reason.basis]), reason.sources)
    return ((reason.text,), (reason.result,), (Said(origin, "small"),))


def _register(value: FilingSummary) -> Iterator[Block]:
    yield Heading(both("Document register"))
    progress = both("{checked} of {counted} papers checked by us.")
    text = filled(progress, checked=value.checked, counted=value.counted)
    yield Paragraph(text, keep_with_next=bool(value.register))
    if value.register:
        yield _register_table(value.register)


def _register_table(lines: Sequence[RegisterLine]) -> Table:
    """Return the papers with those columns that have anything to say."""
    details = [
        (Column(both("Issued"), 1.2), [parts.iso(line.issued_on) for line in lines]),
        (Column(both("Valid until"), 1.2), [parts.iso(line.valid_until) for line in lines]),
        (Column(both("Originals"), 1.0), [str(line.originals or "") for line in lines]),
        (Column(both("Copies"), 0.8), [str(line.copies or "") for line in lines]),
        (Column(both("Pages"), 0.75), [str(line.pages or "") for line in lines]),
    ]
    said = [(column, texts) for column, texts in details if any(texts)]
    item = Column(both("Item, basis, issuer, number"), 8.25 - sum(column.share for column, _texts in said))
    state = Column(both("Where it stands"), 1.6)
    middle = zip(*(texts for _column, texts in said), strict=True) if said else [() for _line in lines]
    rows = tuple(
        (_paper(line), *(_lines(text) for text in texts), _lines(line.state, line.original_at))
        for line, texts in zip(lines, middle, strict=True)
    )
    return Table((item, *(column for column, _texts in said), state), rows)


def _paper(line: RegisterLine) -> Cell:
    return _lines(
        parts.inline(line.code, both(OFFICE_WORDS[line.basis]), line.stale),
        parts.inline(parts.described(line.title, line.repeat)),
        parts.inline(line.issuer, line.number),
        *_treatment(line),
    )


def _treatment(line: RegisterLine) -> Iterator[Words]:
    if line.authentication:
        yield Inline((both("Authentication"), line.authentication), by=": ")
    if line.translation:
        yield Inline((both("Translation"), line.translation), by=": ")


def _events(value: FilingSummary) -> Iterator[Block]:
    yield from _event_table(both("Dates and deadlines"), value.deadlines)
    if value.deadlines:
        yield Paragraph(parts.dates_notice(), "small")
    yield from _event_table(both("Fees"), value.fees)
    yield from _event_table(both("Consents and sharing"), value.consents)


def _confirmed(name: str, on: date | None) -> Bilingual:
    if on is None:
        return filled(both("Confirmed by {name}."), name=name)
    return filled(both("Confirmed by {name} on {date}."), name=name, date=parts.day(on))


def _event_table(title: Bilingual, events: Sequence[Event]) -> Iterator[Block]:
    if events:
        columns = (Column(both("Date"), 0.8), Column(both("What"), 2.4), Column(both("Details"), 2.4))
        rows = tuple(((parts.iso(event.on),), (event.text,), (event.detail,)) for event in events)
        yield Heading(title)
        yield Table(columns, rows)


def _sensitive(value: FilingSummary) -> Iterator[Block]:
    if value.sensitive:
        columns = (Column(both("Question"), 2.6), Column(both("Answer"), 1.0), Column(both("Details"), 2.0))
        rows = tuple(((line.question,), (line.answer,), (line.detail,)) for line in value.sensitive)
        yield Heading(both("Section 8 answers"))
        yield Table(columns, rows)


def _rules(value: FilingSummary) -> Iterator[Block]:
    head = value.head
    yield Heading(both("Rules and sources"))
    checked = parts.iso(head.rules_checked_on) or both("not checked for this post yet")
    rows = parts.pairs(
        (both("Rule version"), head.rule_version),
        (both("Rule set"), head.rule_set),
        (both("Rules last checked"), checked),
    )
    yield KeyValues(rows)
    yield from (Paragraph(source, "small", field=both("Sources")) for source in value.sources)
    notices = (*parts.work_notice(head), parts.decides_notice())
    yield Space(8)
    yield Note(notices)


def _lines(*parts_: Words | None) -> Cell:
    return tuple(part for part in parts_ if part)
