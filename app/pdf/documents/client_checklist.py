"""The client's checklist: what to bring and do, in plain words, two pages at most for an ordinary case."""

from collections.abc import Iterator

from app.domain.basis import CLIENT_WORDS
from app.domain.filing import ChecklistLine, ChecklistSection, ClientChecklist, PaperHead
from app.i18n import N_, Bilingual, both
from app.pdf.documents import parts
from app.pdf.tree import (
    Block,
    Checklist,
    Document,
    Heading,
    Inline,
    Item,
    KeyValues,
    Language,
    Note,
    Running,
    Space,
    Words,
)

_BOXES = {"accepted": "ticked", "waived": "struck"}
_STATES = {
    "received": N_("With us, being checked"),
    "returned": N_("Given back to you"),
    "accepted": N_("Checked by us"),
    "waived": N_("Not needed after all"),
}
_NEEDS = {"recommended": N_("helpful"), "not_required": N_("not demanded")}  # the others are needed


def build(value: ClientChecklist, language: Language, paper: str) -> Document:
    """Return the document of ``value``: nothing internal to the office is on it."""
    head = value.head
    return Document(
        title=both("Document checklist"),
        blocks=tuple(_blocks(value)),
        as_of=head.data_as_of,
        language=language,
        paper=paper,
        author=head.firm.name,
        header=_header(head),
        footer=Running(parts.private_firm_notice(head.firm)),
        mark=parts.mark(head),
        most_pages=2,
    )


def _header(head: PaperHead) -> Running:
    return Running(both("Document checklist"), _reference(head), on_first_page=False)


def _reference(head: PaperHead) -> Bilingual:
    return parts.filled(both("Reference {number}"), number=head.case_number)


def _freshness(head: PaperHead) -> Iterator[Bilingual]:
    """Yield how old the print and its rules are."""
    yield parts.filled(both("Information as of {date}"), date=parts.day(head.data_as_of.date()))
    if head.rules_checked_on:
        yield parts.filled(both("Rules checked {date}"), date=parts.day(head.rules_checked_on))


def _blocks(value: ClientChecklist) -> Iterator[Block]:
    yield parts.masthead(value.head.firm, _reference(value.head), *_freshness(value.head))
    yield Heading(both("Document checklist"), level=1)
    yield from parts.names(value.head.applicant)
    yield Space(5)
    yield KeyValues(parts.pairs(*_facts(value)), columns=2)
    yield from _questions(value)
    number = 0
    for section in value.sections:
        yield Heading(section.title)
        yield Checklist(tuple(_items(section, number)))
        number += len(section.lines)
    yield Space(4)
    yield Note(tuple(_notices(value)))


def _facts(value: ClientChecklist) -> Iterator[tuple[Bilingual, Words | None]]:
    head = value.head
    progress = both("{checked} of {counted} papers checked by us")
    yield both("Visa"), parts.inline(head.category, head.limb)
    yield both("Where you apply"), head.post
    yield both("Everything to us by"), parts.day(value.due_on) if value.due_on else None
    yield both("So far"), parts.filled(progress, checked=value.checked, counted=value.counted)


def _questions(value: ClientChecklist) -> Iterator[Block]:
    lines = [line for section in value.sections for line in section.lines if line.applies == "ask"]
    asks = dict.fromkeys(line.ask for line in lines if line.ask)
    if asks:
        yield Note(tuple(asks), both("Please answer these questions first"), bullets=True)
        yield Space(6)


def _items(section: ChecklistSection, before: int) -> Iterator[Item]:
    for number, line in enumerate(section.lines, start=before + 1):
        is_done = line.state in _BOXES
        yield Item(
            str(number),
            parts.described(line.title, line.repeat),
            "" if is_done or line.what_to_do is None else line.what_to_do,
            "" if is_done else both(CLIENT_WORDS[line.basis]),
            _BOXES.get(line.state, "open"),
            tuple(_notes(line)),
            tuple(_asides(line)),
        )


def _notes(line: ChecklistLine) -> Iterator[Words]:
    if line.state == "returned" and line.returned_reason:
        yield Inline((both("Given back because"), line.returned_reason), by=": ")


def _asides(line: ChecklistLine) -> Iterator[Words]:
    if line.state in _STATES:
        yield both(_STATES[line.state])
    if line.valid_until:
        yield parts.filled(both("good until {date}"), date=parts.day(line.valid_until))
    if line.state in _BOXES:
        return
    if line.applies == "ask":
        yield both("depends on your answer")
    elif line.need in _NEEDS:
        yield both(_NEEDS[line.need])
    counts = [(both("original"), line.originals), (both("copy"), line.copies)]
    yield Inline(tuple(Inline((words, str(count)), by=" ") for words, count in counts if count), by=", ")
    if line.due_on:
        yield parts.filled(both("by {date}"), date=parts.day(line.due_on))


def _notices(value: ClientChecklist) -> Iterator[Words]:
    yield from parts.work_notice(value.head)
    yield parts.dates_notice()
