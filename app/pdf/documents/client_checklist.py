"""The client's checklist: what to bring and do, in plain words, two pages at most for an ordinary case."""

from collections.abc import Iterator

from app.domain.basis import CLIENT_WORDS
from app.domain.filing import PaperHead
from app.domain.filing.checklists import ChecklistLine, ClientChecklist
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
    yield parts.masthead(value.head.firm, _reference(value.head), notes=tuple(_freshness(value.head)))
    yield Heading(both("Document checklist"), level=1)
    yield from parts.names(value.head.applicant)
    yield Space(5)
    yield KeyValues(parts.pairs(*_facts(value)), columns=2)
    yield from _open_questions(value)
    yield from _sections(value)
    yield Space(4)
    yield Note(tuple(_notices(value)))


def _facts(value: ClientChecklist) -> Iterator[tuple[Bilingual, Words | None]]:
    head = value.head
    progress = both("{checked} of {counted} papers checked by us")
    yield both("Visa"), parts.inline(head.category, head.limb)
    yield both("Where you apply"), head.post
    yield both("Everything to us by"), parts.day(value.due_on) if value.due_on else None
    yield both("So far"), parts.filled(progress, checked=value.checked, counted=value.counted)


def _open_questions(value: ClientChecklist) -> Iterator[Block]:
    """Yield the box of what can't be told yet: each question with the papers that hang on it."""
    papers: dict[Bilingual | None, list[Bilingual]] = {}
    for section in value.sections:
        for line in section.lines:
            if line.applies == "ask" and line.title not in papers.setdefault(line.ask, []):
                papers[line.ask].append(line.title)
    if papers:
        asked = (question for question in papers if question)
        shown = [parts.described(question, parts.listed(papers[question])) for question in asked]
        if None in papers:
            words = both("We are still checking whether you need: {papers}")
            shown.append(parts.filled(words, papers=parts.listed(papers[None])))
        yield Note(tuple(shown), both("Please answer these questions first"), bullets=True)


def _sections(value: ClientChecklist) -> Iterator[Block]:
    number = 1
    for section in value.sections:
        items = []
        for line in section.lines:
            if line.applies != "ask":
                items.append(_item(line, number))
                number += 1
        if items:
            yield Heading(section.title)
            yield Checklist(tuple(items))


def _item(line: ChecklistLine, number: int) -> Item:
    is_done = line.state in _BOXES
    return Item(
        str(number),
        line.title,
        "" if is_done or line.what_to_do is None else line.what_to_do,
        _BOXES.get(line.state, "open"),
        tuple(_notes(line)),
        tuple(_asides(line)),
    )


def _notes(line: ChecklistLine) -> Iterator[Words]:
    if line.repeat:
        yield line.repeat
    if line.authentication and line.state not in _BOXES:
        yield Inline((both("Authentication"), line.authentication), by=": ")
    if line.state == "returned" and line.returned_reason:
        yield Inline((both("Given back because"), line.returned_reason), by=": ")


def _rule_words(line: ChecklistLine) -> Bilingual:
    return both("rule being checked again") if line.stale else both(CLIENT_WORDS[line.basis])


def _asides(line: ChecklistLine) -> Iterator[Words]:
    if line.state in _STATES:
        yield both(_STATES[line.state])
    if line.valid_until:
        yield parts.filled(both("good until {date}"), date=parts.day(line.valid_until))
    if line.state in _BOXES:
        return
    need = both(_NEEDS[line.need]) if line.need in _NEEDS else None
    yield parts.inline(need, _rule_words(line))
    counts = [(both("original"), line.originals), (both("copy"), line.copies)]
    yield Inline(tuple(Inline((words, str(count)), by=" ") for words, count in counts if count), by=", ")
    if line.due_on:
        yield parts.filled(both("by {date}"), date=parts.day(line.due_on))


def _notices(value: ClientChecklist) -> Iterator[Words]:
    yield from parts.work_notice(value.head)
    yield parts.dates_notice()
