"""The day sheet: one page that lies on the desk, closely set; its lines are numbered through."""

from collections.abc import Iterator, Sequence

from app.domain.filing.day_sheet import DayLine, DaySheet
from app.i18n import Bilingual, both
from app.pdf.documents import pages, parts
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
)

_FITTING = 16  # lines that one page surely holds


def build(value: DaySheet, language: Language, paper: str) -> Document:
    """Return the document of ``value``, the office's own."""
    title = both("Day sheet")
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


def _blocks(value: DaySheet, title: Bilingual) -> Iterator[Block]:
    yield parts.masthead(value.firm, pages.warning(), is_brief=True)
    yield Heading(Inline((title, parts.day(value.day)), by="  "), level=1)
    yield Paragraph(_whose(value), "small")
    number = 1
    for heading, lines in _lists(value):
        if lines:
            yield Heading(heading)
            yield _table(lines, value, number)
            number += len(lines)
    if number == 1:
        yield Note((both("Nothing is recorded for this day."),))


def _lists(value: DaySheet) -> tuple[tuple[Bilingual, Sequence[DayLine]], ...]:
    return (
        (both("Appointments, seven days ahead"), value.appointments),
        (both("Due, seven days ahead"), value.due),
        (both("Running out in 30 days, passports in six months"), value.expiring),
        (both("Waiting for a week or longer"), value.waiting),
    )


def _whose(value: DaySheet) -> Bilingual:
    count = sum(len(lines) for _heading, lines in _lists(value))
    said = [parts.filled(both("{lines} lines from {cases} open cases."), lines=count, cases=value.cases)]
    if count > _FITTING:
        said.append(both("They are numbered; what does not fit goes on overleaf."))
    if value.owner:
        said.append(parts.filled(both("Only the cases of {name}."), name=value.owner))
    return parts.sentences(said)


def _table(lines: Sequence[DayLine], value: DaySheet, first: int) -> Table:
    what = both("What") if value.owner else Inline((both("What"), both("Case owner")))
    columns = (
        Column("", 0.45),
        Column(both("Date"), 1.55),
        Column(both("Case"), 1.85),
        Column(both("Client"), 3.0),
        Column(what, 5.6),
        Column("", 0.5, kind="box"),
    )
    return Table(columns, tuple(_row(line, number, value) for number, line in enumerate(lines, first)))


def _row(line: DayLine, number: int, value: DaySheet) -> tuple[Cell, ...]:
    on = Said(parts.iso(line.on), "strong" if line.on <= value.day else "body")
    what = (Said(line.what, "body"), Said("" if value.owner else line.owner, "small"))
    told = tuple(each for each in what if each)
    return (str(number),), (on,), (line.case_number,), (line.client,), told, ("open",)
