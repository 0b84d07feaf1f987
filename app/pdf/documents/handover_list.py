"""The list that goes with cases handed over: one row for each, signed by both colleagues."""

from collections.abc import Iterator

from app.domain.filing.handover_list import HandoverLine, HandoverList
from app.i18n import Bilingual, both
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
    Running,
    Said,
    Signatory,
    Signatures,
    Space,
    Table,
    Words,
)

_COLUMNS = (
    Column(both("Case"), 3.4),
    Column(both("Stage"), 1.8),
    Column(both("Next day"), 1.7),
    Column(both("Waits for"), 2.3),
    Column(both("Last contact"), 1.6),
    Column(both("Originals held"), 1.8),
)


def build(value: HandoverList, language: Language, paper: str) -> Document:
    """Return the document of ``value``, the office's own."""
    title = both("Handover of cases")
    return Document(
        title=parts.filled(both("{title} {number}"), title=title, number=value.reference),
        blocks=tuple(_blocks(value, title)),
        as_of=value.data_as_of,
        language=language,
        paper=paper,
        author=value.firm.name,
        header=Running(pages.warning(), value.reference, on_first_page=False),
        footer=Running(parts.filled(both("Data as of {moment}"), moment=parts.moment(value.data_as_of))),
        mark=parts.across(both("SAMPLE")) if value.firm.is_sample else "",
        most_pages=1,
    )


def _blocks(value: HandoverList, title: Bilingual) -> Iterator[Block]:
    yield parts.masthead(value.firm, pages.warning())
    yield Heading(Inline((title, parts.day(value.day)), by="  "), level=1)
    yield KeyValues(parts.pairs(*_facts(value)), columns=3)
    yield Space(4)
    if not value.lines:
        yield Note((both("No case is handed over."),))
        return
    yield Table(_COLUMNS, tuple(_row(line) for line in value.lines))
    yield Space(8)
    yield Signatures(
        (Signatory(both("Handed over by"), value.gives), Signatory(both("Taken over by"), value.takes))
    )


def _facts(value: HandoverList) -> Iterator[tuple[Bilingual, Words | None]]:
    yield both("Handed over by"), value.gives
    yield both("Taken over by"), value.takes
    yield both("Cases"), str(len(value.lines))


def _row(line: HandoverLine) -> tuple[Cell, ...]:
    case = (Said(line.case_number, "strong"), line.client, Said(parts.inline(line.visa, line.post), "small"))
    stage = (line.stage, Said(parts.filled(both("since {date}"), date=parts.iso(line.stage_since)), "small"))
    upcoming = (
        (Said(parts.iso(line.next_on), "strong"), Said(line.next_what, "small")) if line.next_what else ()
    )
    originals = tuple(Said(title, "small") for title in line.originals)
    waits = (line.blocker,) if line.blocker else ()
    contact = (parts.iso(line.last_contact),) if line.last_contact else ()
    return case, stage, upcoming or (both("none"),), waits, contact or (both("none"),), originals
