"""The two kinds of page: what the office keeps, and what a client gets; each with its head and its foot."""

from collections.abc import Iterable, Iterator

from app.domain.filing import PaperHead
from app.i18n import Bilingual, both, filled
from app.pdf.documents import parts
from app.pdf.tree import Block, Document, Heading, Inline, Language, Running, Space

_HASH_SHOWN = 12  # of the 64 digits


def office(
    head: PaperHead,
    title: Bilingual,
    blocks: Iterable[Block],
    language: Language,
    paper: str,
    *,
    most_pages: int = 0,
    is_brief: bool = False,
) -> Document:
    """Return an office record: it says so, and under which rules and as of when it was made.

    One that ``is_brief`` names the firm without its address.
    """
    masthead = parts.masthead(head.firm, warning(), head.case_number, is_brief=is_brief)
    return Document(
        title=filled(both("{title} {number}"), title=title, number=head.case_number),
        blocks=(masthead, *_begun(head, title), *blocks),
        as_of=head.data_as_of,
        language=language,
        paper=paper,
        author=head.firm.name,
        header=Running(warning(), head.case_number, on_first_page=False),
        footer=Running(_provenance(head)),
        mark=parts.mark(head),
        most_pages=most_pages,
    )


def warning() -> Bilingual:
    """Return what stands on every page of the office's own."""
    return both("Office record, not for submission")


def _provenance(head: PaperHead) -> Bilingual:
    checked = parts.iso(head.rules_checked_on)
    text = both("Data as of {moment} \u00b7 Rules {version} {hash}")
    if checked:
        text = both("Data as of {moment} \u00b7 Rules {version} {hash}, checked {date}")
    moment, shown = parts.moment(head.data_as_of), head.rule_set[:_HASH_SHOWN]
    return filled(text, moment=moment, version=head.rule_version, hash=shown, date=checked)


def _begun(head: PaperHead, title: Bilingual) -> Iterator[Block]:
    yield Heading(title, level=1)
    yield from parts.names(head.applicant)
    yield Space(5)


def client(
    head: PaperHead,
    title: Bilingual,
    blocks: Iterable[Block],
    language: Language,
    paper: str,
    *,
    most_pages: int = 2,
) -> Document:
    """Return a document for a client: who made it and who decides, and nothing internal to the office."""
    reference = Inline((both("Reference"), head.case_number), by=" ")
    masthead = parts.masthead(head.firm, reference, notes=tuple(_freshness(head)))
    return Document(
        title=title,
        blocks=(masthead, *_begun(head, title), *blocks),
        as_of=head.data_as_of,
        language=language,
        paper=paper,
        author=head.firm.name,
        header=Running(title, reference, on_first_page=False),
        footer=Running(parts.private_firm_notice(head.firm)),
        mark=parts.mark(head),
        most_pages=most_pages,
    )


def _freshness(head: PaperHead) -> Iterator[Bilingual]:
    """Yield how old the print and its rules are."""
    yield filled(both("Information as of {date}"), date=parts.day(head.data_as_of.date()))
    if head.rules_checked_on:
        yield filled(both("Rules checked {date}"), date=parts.day(head.rules_checked_on))
