"""The day sheet: one page that lies on the desk, closely set; its lines are numbered through."""

from collections.abc import Iterator, Sequence

from app.domain.filing.day_sheet import DayLine, DayList, DaySheet
from app.i18n import Bilingual, both, filled
from app.pdf.documents import pages, parts
from app.pdf.layout import lay_out
from app.pdf.tree import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Inline,
    Language,
    Note,
    Paragraph,
    Running,
    Said,
    Table,
    Words,
)


def build(value: DaySheet, language: Language, paper: str) -> Document:
    """Return the document of ``value``, the office's own; it says how many lines go on overleaf."""
    document = _document(value, language, paper, 0)
    if len(lay_out(document).pages) == 1:
        return document
    first = lay_out(_document(value, language, paper, value.lines)).pages[0]
    rows = sum(1 for placed in first.placed if placed.strip.repeat)  # rows of tables bring their head along
    return _document(value, language, paper, value.lines - rows)


def _document(value: DaySheet, language: Language, paper: str, overleaf: int) -> Document:
    title = both("Day sheet")
    return Document(
        title=filled(both("{title} {number}"), title=title, number=value.reference),
        blocks=tuple(_blocks(value, title, overleaf)),
        as_of=value.data_as_of,
        language=language,
        paper=paper,
        author=value.firm.name,
        header=Running(pages.warning(), value.reference, on_first_page=False),
        footer=Running(filled(both("Data as of {moment}"), moment=parts.moment(value.data_as_of))),
        mark=parts.across(both("SAMPLE")) if value.firm.is_sample else "",
        most_pages=1,
    )


def _blocks(value: DaySheet, title: Bilingual, overleaf: int) -> Iterator[Block]:
    yield parts.masthead(value.firm, pages.warning(), is_brief=True)
    yield Heading(Inline((title, parts.day(value.day)), by="  "), level=1)
    yield Paragraph(_whose(value, overleaf), "small")
    number = 1
    for each in value.lists:
        yield Heading(_titled(each))
        yield _table(each.lines, value, number)
        number += len(each.lines)
        if each.more:
            yield Paragraph(filled(both("{count} more are on the page Today."), count=each.more), "small")
    if number == 1:
        yield Note((both("Nothing is recorded for this day."),))


def _titled(each: DayList) -> Bilingual:
    count = len(each.lines) + each.more
    return filled(both("{group}: {count}"), group=each.title, count=count)


def _whose(value: DaySheet, overleaf: int) -> Bilingual:
    count = value.lines
    said = [filled(both("{lines} lines from {cases} open cases."), lines=count, cases=value.cases)]
    if overleaf:
        said.append(filled(both("They are numbered; {count} go on overleaf."), count=overleaf))
    if value.owner:
        said.append(filled(both("Only the cases of {name}."), name=value.owner))
    return parts.sentences(said)


def _table(lines: Sequence[DayLine], value: DaySheet, first: int) -> Table:
    day = both("Date") if value.owner else Inline((both("Date"), both("Owner")))
    columns = (
        Column("", 0.55),
        Column(day, 2.6),
        Column(Inline((both("Client"), both("Case"))), 3.3),
        Column(Inline((both("What"), both("Next"))), 7.0),
        Column("", 0.5, kind="box"),
    )
    return Table(columns, tuple(_row(line, number, value) for number, line in enumerate(lines, first)))


def _row(line: DayLine, number: int, value: DaySheet) -> tuple[Cell, ...]:
    is_late = line.on is not None and line.on <= value.day
    on = _said(parts.iso(line.on), "" if value.owner else line.owner, "strong" if is_late else "body")
    whose, what = _said(line.client, line.case_number), _said(line.what, line.next)
    return (str(number),), on, whose, what, ("open",)


def _said(first: Words, second: Words, role: str = "body") -> Cell:
    """Return a cell of a text and a smaller one under it, what is empty left out."""
    return tuple(each for each in (Said(first, role), Said(second, "small")) if each)
