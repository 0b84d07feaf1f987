"""The result sheet of a screening: the outcome, its reasons, what would change it, and who stands for it."""

from collections.abc import Iterator

from app.domain.basis import CLIENT_WORDS
from app.domain.filing import PaperHead
from app.domain.filing.screening import ScreeningSheet, SheetReason, SheetSection
from app.i18n import Bilingual, both, filled
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
    Paragraph,
    Running,
    Space,
    Words,
)

_MOST_PAGES = 3


def build(value: ScreeningSheet, language: Language, paper: str) -> Document:
    """Return the document of ``value``."""
    head = value.head
    return Document(
        title=both("Screening result"),
        blocks=tuple(_blocks(value)),
        as_of=head.data_as_of,
        language=language,
        paper=paper,
        author=head.firm.name,
        header=Running(both("Screening result"), head.case_number, on_first_page=False),
        footer=Running(parts.private_firm_notice(head.firm)),
        mark=parts.mark(head),
        most_pages=_MOST_PAGES,
    )


def _blocks(value: ScreeningSheet) -> Iterator[Block]:
    head = value.head
    reference = Inline((both("Reference"), head.case_number), by=" ")
    as_of = filled(both("Information as of {date}"), date=parts.day(head.data_as_of.date()))
    yield parts.masthead(head.firm, reference, notes=(as_of,))
    yield Heading(both("Screening result"), level=1)
    yield from parts.names(head.applicant)
    yield Space(5)
    yield KeyValues(parts.pairs(*_about(value)), columns=3)
    yield Note((value.meaning, *_standing(value)), _result(value))
    if value.next_steps:
        yield Note(value.next_steps, both("What comes next"), bullets=True)
    for section in value.sections:
        yield from _section(section)
    yield from _rules(value)


def _about(value: ScreeningSheet) -> Iterator[tuple[Bilingual, Words | None]]:
    head = value.head
    yield both("Visa"), parts.inline(head.category, head.limb)
    yield both("Where you apply"), head.post
    checked = parts.day(head.rules_checked_on) if head.rules_checked_on else None
    yield both("Rules of the post checked"), checked or both("not checked for this post yet")


def _result(value: ScreeningSheet) -> Words:
    return Inline((both("Result"), value.result), by=": ")


def _standing(value: ScreeningSheet) -> Iterator[Bilingual]:
    if not value.confirmed_by or value.confirmed_at is None:
        yield both("Not confirmed by anybody yet; nothing is decided on it.")
        return
    on = parts.day(value.confirmed_at.date())
    yield filled(both("Confirmed by {name} on {date}."), name=value.confirmed_by, date=on)
    if value.has_changed:
        yield both("More is known since; the screening is to be looked at again.")


def _section(section: SheetSection) -> Iterator[Block]:
    if not section.reasons:
        return
    words: Words = section.title
    if section.result is not None:
        words = Inline((section.title, section.result), by=": ")
    yield Heading(words)
    yield Checklist(tuple(_item(reason) for reason in section.reasons))
    if section.also:
        counted = filled(both("{codes} above count here too."), codes=", ".join(section.also))
        yield Paragraph(counted, "small")


def _item(reason: SheetReason) -> Item:
    """Return a question, its result and the reason, then what would change it and where it comes from."""
    change = Inline((both("To change it"), reason.change), by=": ") if reason.change else ""
    origin = parts.inline(both(CLIENT_WORDS[reason.basis]), reason.sources, parts.iso(reason.checked_on))
    return Item(reason.code, reason.ask, reason.text, "none", (change, origin), verdict=reason.result)


def _rules(value: ScreeningSheet) -> Iterator[Block]:
    yield Heading(both("Rules and sources"))
    yield Paragraph(Inline((value.questions_version, value.questions_sha256)), "small")
    yield from (Paragraph(source, "small", field=both("Sources")) for source in value.sources)
    yield Space(4)
    yield Note(tuple(_notices(value.head)))


def _notices(head: PaperHead) -> Iterator[Words]:
    yield from parts.work_notice(head)
    yield both("This is our own assessment. Nobody is turned away by a program, and the visa office decides.")
