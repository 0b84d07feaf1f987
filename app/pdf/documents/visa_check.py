"""The visa-check and arrival sheet: first the sticker, line by line; overleaf what to do after landing."""

from collections.abc import Iterator

from app.domain.filing.visa_check import VisaCheck
from app.i18n import Bilingual, both, filled
from app.pdf.documents import pages, parts
from app.pdf.tree import (
    Block,
    Cell,
    Checklist,
    Column,
    Document,
    Heading,
    Item,
    Language,
    Note,
    PageBreak,
    Panel,
    Panels,
    Paragraph,
    Said,
    Table,
    Words,
)

_COLUMNS = (
    Column(both("On the visa"), 2.4),
    Column(both("Should say"), 2.8),
    Column(both("What it says"), 2.8),
    Column(both("Right"), 0.8, kind="box"),
)


def build(value: VisaCheck, language: Language, paper: str) -> Document:
    """Return the document of ``value``, which the client takes along: two pages."""
    return pages.client(value.head, both("Visa check and arrival"), _blocks(value), language, paper)


def _blocks(value: VisaCheck) -> Iterator[Block]:
    yield Paragraph(both("Two things on the visa are often confused. Read both."), keep_with_next=True)
    yield Panels((_enter_before(value), _stay(value)))
    if value.last_day and value.entry_on:
        text = both("If you enter on {entry}, your last day is {last}.")
        dates = {"entry": parts.day(value.entry_on), "last": parts.day(value.last_day)}
        yield Paragraph(filled(text, **dates), "strong")
    yield Heading(both("Check every line on the day you get the visa"))
    yield Table(_COLUMNS, tuple(_rows(value)))
    yield Paragraph(both("One wrong letter: do not travel. Show it at the counter and tell us the same day."))
    yield PageBreak()
    yield Heading(both("On arrival"))
    yield Panels((_address(value),))
    yield Checklist(tuple(_arrival()))
    yield Heading(both("What this visa is for"))
    yield Note((*parts.work_notice(value.head), _ask_first(), parts.dates_notice()))


def _enter_before(value: VisaCheck) -> Panel:
    on = parts.day(value.enter_before) if value.enter_before else _to_read()
    meaning = both(
        "The last day on which you may enter China, until midnight in Beijing. Not how long you may stay."
    )
    return Panel(Bilingual("ENTER BEFORE", "有效期（入境有效期）"), on, meaning)


def _stay(value: VisaCheck) -> Panel:
    days = filled(both("{days} days"), days=value.stay_days) if value.stay_days else _to_read()
    meaning = both("How long you may stay after each entry. Day 1 is the day after you enter.")
    return Panel(Bilingual("DURATION OF STAY", "停留期"), days, meaning)


def _address(value: VisaCheck) -> Panel:
    where = value.address or both("\u2014 not recorded: write it in Chinese before you travel")
    meaning = both("Show it at the border, to the driver and at the police station.")
    return Panel(both("Your address in China"), where, meaning)


def _to_read() -> Bilingual:
    return both("\u2014 read it from the visa")


def _rows(value: VisaCheck) -> Iterator[tuple[Cell, ...]]:
    head, person = value.head, value.head.applicant
    unsaid = both("as the visa office decides")
    lines: tuple[tuple[Bilingual, Words, Words], ...] = (
        (both("Category"), head.category_code, ""),
        (both("Name"), person.passport_name, ""),
        (both("Date of birth"), person.birth_date, ""),
        (both("Passport number"), person.passport_number, ""),
        (both("Number of entries"), value.requested_entries or unsaid, value.entries or ""),
        (both("Enter before"), unsaid, parts.iso(value.enter_before)),
        (both("Days of each stay"), _days(value.requested_stay_days) or unsaid, _days(value.stay_days)),
        (both("Visa number"), "", value.number),
        (both("Remarks"), both("none, or as explained to you"), value.remarks),
    )
    for label, should, says in lines:
        yield (label,), (Said(should, "exact" if isinstance(should, str) else "body"),), (says,), ("open",)


def _days(count: int | None) -> str:
    return str(count) if count else ""


def _arrival() -> Iterator[Item]:
    yield Item(
        "1",
        both("Arrival card"),
        both("Fill it in online before the border or on entry; it is free."),
    )
    yield Item(
        "2",
        both("Register where you stay within 24 hours"),
        both(
            "At the police station, after every entry and at every new address; a hotel does it for you. "
            "Keep the slip and send us a photo."
        ),
        asides=(both("law"),),
    )
    yield Item(
        "3",
        both("Carry your passport"),
        both("From the age of 16, always."),
        asides=(both("law"),),
    )
    yield Item(
        "4",
        both("Count your days from the entry stamp"),
        both("To stay longer, ask us two weeks before the last day; we must file seven days before it."),
        asides=(both("law"),),
    )


def _ask_first() -> Bilingual:
    return both(
        "Ask us before you accept paid work or apply to reside in China; start nothing before we answer."
    )
