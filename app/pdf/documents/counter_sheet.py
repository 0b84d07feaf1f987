"""The counter sheet: one page on top of the envelope, in the order of the counter."""

from collections.abc import Iterator

from app.domain.filing.counter_sheet import CounterSheet, EnvelopeLine
from app.i18n import Bilingual, both, filled
from app.pdf.documents import pages, parts
from app.pdf.tree import (
    Block,
    Cell,
    Column,
    Document,
    Inline,
    KeyValues,
    Language,
    Panel,
    Panels,
    Paragraph,
    Said,
    Space,
    Table,
    Words,
)

_COLUMNS = (
    Column("", 0.5, kind="box"),
    Column("", 0.45),
    Column(both("The envelope, in this order"), 7.15),
    Column(both("Originals"), 1.15),
    Column(both("Copies"), 0.95),
    Column(both("Checked"), 1.25),
)

_HANDS = (
    Column("", 3.1),
    Column(both("Name"), 2.6, kind="blank"),
    Column(both("Date"), 1.6, kind="blank"),
    Column(both("Signature"), 3.0, kind="blank"),
)


def build(value: CounterSheet, language: Language, paper: str) -> Document:
    """Return the document of ``value``, an office record for who stands at the counter."""
    title, blocks = both("Counter sheet"), _blocks(value)
    return pages.office(value.head, title, blocks, language, paper, most_pages=1, is_brief=True)


def _blocks(value: CounterSheet) -> Iterator[Block]:
    yield Panels(_panels(value))
    facts = parts.pairs(*_facts(value))
    yield KeyValues(facts, columns=min(3, len(facts)))
    if value.envelope:
        yield Space(4)
        yield Table(_COLUMNS, tuple(_row(each, at) for at, each in enumerate(value.envelope, 1)))
        yield Paragraph(_total(value), "strong")
    else:
        yield Paragraph(both("No paper is known to go in yet."))
    yield Space(6)
    who = (both("Handed in by"), both("Collects passport and visa"))
    yield Table(_HANDS, tuple(((Said(each, "strong"),), (), (), ()) for each in who))
    yield from (Paragraph(notice, "small") for notice in parts.work_notice(value.head))


def _panels(value: CounterSheet) -> tuple[Panel, ...]:
    unknown, number, when = both("to be confirmed"), value.application_number, parts.iso(value.appointment_on)
    return (
        Panel(both("Application number"), number, "" if number else unknown),
        Panel(both("Appointment"), when, "" if when else unknown),
        Panel(both("Fee"), "", Inline((_fees(value), unknown), by="; ")),
    )


def _fees(value: CounterSheet) -> Words:
    """Return the parts of the price that the fee table tells; "" where it tells none."""
    return Inline(tuple(Inline((part, amount), by=": ") for part, amount in value.fees), by="; ")


def _facts(value: CounterSheet) -> Iterator[tuple[Bilingual, Words | None]]:
    head = value.head
    yield both("Filed at"), head.post
    yield both("Visa category"), parts.inline(head.category_code, value.speed)
    yield both("Passport number"), head.applicant.passport_number
    yield both("Planned filing"), "" if value.appointment_on else parts.iso(value.planned_filing)
    yield from value.told


def _row(each: EnvelopeLine, number: int) -> tuple[Cell, ...]:
    which = (Said(parts.once(each.repeat), "small"),) if each.repeat else ()
    return (
        ("open",),
        (str(number),),
        (Said(each.title, "strong"), *which),
        (str(each.originals or ""),),
        (str(each.copies or ""),),
        (Said(both("yes") if each.is_checked else both("not yet"), "body"),),
    )


def _total(value: CounterSheet) -> Bilingual:
    originals = sum(each.originals for each in value.envelope)
    copies = sum(each.copies for each in value.envelope)
    return filled(both("In all: originals {originals}, copies {copies}"), originals=originals, copies=copies)
