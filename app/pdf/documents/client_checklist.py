"""The client's checklist: what to bring and do, in plain words, two pages at most for an ordinary case."""

from collections.abc import Iterator

from app.domain.basis import CLIENT_WORDS
from app.domain.filing.checklists import ChecklistLine, ClientChecklist
from app.i18n import N_, Bilingual, both, filled
from app.pdf.documents import asks, pages, parts
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
    return pages.client(value.head, both("Document checklist"), _blocks(value), language, paper)


def _blocks(value: ClientChecklist) -> Iterator[Block]:
    facts = parts.pairs(*_facts(value))
    yield KeyValues(facts, columns=3 if len(facts) == 3 else 2)
    lines = [line for section in value.sections for line in section.lines]
    yield from asks.box(lines, both("Please answer these questions first"))
    yield from _sections(value)
    yield Space(4)
    yield Note((parts.sentences((*parts.work_notice(value.head), parts.dates_notice())),))


def _facts(value: ClientChecklist) -> Iterator[tuple[Bilingual, Words | None]]:
    head = value.head
    progress = filled(
        both("{checked} of {counted} papers checked by us"), checked=value.checked, counted=value.counted
    )
    yield both("Visa"), parts.inline(head.category, head.limb)
    yield both("Where you apply"), head.post
    yield both("Everything to us by"), parts.day(value.due_on) if value.due_on else None
    yield both("So far"), progress if value.checked else None


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
        words = both("ran out on {date}") if line.has_ended else both("good until {date}")
        yield filled(words, date=parts.day(line.valid_until))
    if line.state in _BOXES:
        return
    need = both(_NEEDS[line.need]) if line.need in _NEEDS else None
    yield parts.inline(need, _rule_words(line))
    yield parts.counted(line.originals, line.copies)
    if line.due_on:
        yield filled(both("by {date}"), date=parts.day(line.due_on))
