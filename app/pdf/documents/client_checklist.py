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


def _reference(head: PaperHead) -> Inline:
    return Inline((both("Reference"), head.case_number), by=" ")


def _freshness(head: PaperHead) -> Iterator[Bilingual]:
    """Yield how old the print and its rules are."""
    yield parts.filled(both("Information as of {date}"), date=parts.day(head.data_as_of.date()))
    if head.rules_checked_on:
        yield parts.filled(both("Rules checked {date}"), date=parts.day(head.rules_checked_on))


def _blocks(value: ClientChecklist) -> Iterator[Block]:
    head = value.head
    yield parts.masthead(head.firm, _reference(head), notes=tuple(_freshness(head)))
    yield Heading(both("Document checklist"), level=1)
    yield from parts.names(value.head.applicant)
    yield Space(5)
    facts = parts.pairs(*_facts(value))
    yield KeyValues(facts, columns=3 if len(facts) == 3 else 2)
    yield from _open_questions(value)
    yield from _sections(value)
    yield Space(4)
    yield Note((parts.sentences((*parts.work_notice(head), parts.dates_notice())),))


def _facts(value: ClientChecklist) -> Iterator[tuple[Bilingual, Words | None]]:
    head = value.head
    progress = parts.filled(
        both("{checked} of {counted} papers checked by us"), checked=value.checked, counted=value.counted
    )
    yield both("Visa"), parts.inline(head.category, head.limb)
    yield both("Where you apply"), head.post
    yield both("Everything to us by"), parts.day(value.due_on) if value.due_on else None
    yield both("So far"), progress if value.checked else None


def _open_questions(value: ClientChecklist) -> Iterator[Block]:
    """Yield the box of what can't be told yet: each question with the papers that hang on it."""
    papers: dict[tuple[Bilingual, ...], list[Bilingual]] = {}
    asked: dict[Bilingual, tuple[Bilingual, ...]] = {}  # each question once, with those it is asked with
    for line in (line for section in value.sections for line in section.lines if line.applies == "ask"):
        new = tuple(question for question in line.asks if question not in asked)
        asked |= dict.fromkeys(new, new)
        group = new or (asked[line.asks[0]] if line.asks else ())
        if line.title not in papers.setdefault(group, []):
            papers[group].append(line.title)
    if papers:
        shown = [_question(group, parts.listed(papers[group])) for group in sorted(papers, key=_ours_last)]
        yield Note(tuple(shown), both("Please answer these questions first"), bullets=True)


def _question(group: tuple[Bilingual, ...], papers: Bilingual) -> Bilingual:
    if not group:
        return parts.filled(both("We are still checking whether you need: {papers}"), papers=papers)
    return parts.described(parts.sentences(group), papers)


def _ours_last(group: tuple[Bilingual, ...]) -> bool:
    return not group


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
