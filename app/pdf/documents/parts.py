"""What the documents share: firm, applicant's names, dates in words, and what every print must say."""

from collections.abc import Iterable
from datetime import date, datetime
from itertools import takewhile

from app.domain import dates
from app.domain.filing import Applicant, FirmBlock, PaperHead
from app.i18n import N_, Bilingual, both
from app.i18n import filled as filled  # documents call it by this module too
from app.pdf.tree import Block, Inline, Masthead, Pair, Paragraph, Picture, Words

_SHARED = 12  # characters; less is not worth setting apart
_WORK = {
    "R": N_("Work in China needs a work permit and a residence permit for work, also on an R visa."),
    "Z": N_(
        "Work only for the employer on the work permit, once work permit and residence permit are there."
    ),
    "S1": N_("An S visa does not permit work in China."),
    "S2": N_("An S visa does not permit work in China."),
}


def inline(*parts: Words | None) -> Inline:
    """Return the parts that hold anything as one line, with dots between."""
    return Inline(tuple(part for part in parts if part))


def described(words: Bilingual, by: Bilingual | None) -> Bilingual:
    """Return ``words`` with what tells them from their like, such as which degree."""
    return filled(both("{text} – {which}"), text=words, which=by) if by else words


def once(words: Bilingual) -> Words:
    """Return ``words`` so that a long beginning that both languages share, as of a degree, is said once."""
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(*words, strict=False))
    shared = "".join(letter for letter, _same in alike).rstrip()
    if any(text[len(shared) :][:1].isalnum() for text in words):
        shared = shared[: shared.rfind(" ") + 1].rstrip()
    if len(shared) < _SHARED:
        return words
    return Inline((shared, Bilingual(*(text[len(shared) :].lstrip() for text in words))), by=" ")


def titled(title: Bilingual, which: Bilingual | None) -> Words:
    """Return a title with what tells it from its like, to stand in a row."""
    return Inline((title, once(which)), by=" \u2013 ") if which else title


def listed(words: Iterable[Bilingual]) -> Bilingual:
    """Return several texts as a list within a sentence."""
    found = tuple(words)
    return Bilingual("; ".join(text.en for text in found), "\uff1b".join(text.zh for text in found))


def sentences(words: Iterable[Bilingual]) -> Bilingual:
    """Return several sentences one after the other."""
    found = tuple(words)
    return Bilingual(" ".join(text.en for text in found), "".join(text.zh for text in found))


def day(value: date) -> Bilingual:
    """Return a date as a client reads it: "23 Nov 2026" and "2026年11月23日"."""
    return Bilingual(dates.shown(value, "en"), dates.shown(value, "zh"))


def iso(value: date | None) -> str:
    """Return a date as the office reads it, "2026-11-23"; "" for none."""
    return value.isoformat() if value else ""


def moment(value: datetime) -> str:
    """Return a time in UTC to the minute."""
    return value.strftime("%Y-%m-%d %H:%M UTC")


def firm_name(firm: FirmBlock) -> str | Bilingual:
    """Return the firm's name, in both languages where it has a Chinese one."""
    return Bilingual(firm.name, firm.name_zh) if firm.name_zh else firm.name


def masthead(
    firm: FirmBlock, *asides: Words, notes: tuple[Words, ...] = (), is_brief: bool = False
) -> Masthead:
    """Return the firm as the top of a document; what the firm left empty takes no room.

    One that ``is_brief``, for what stays in the house on one sheet, names the firm and no more.
    """
    registered = both("Registration {number}")
    registration = filled(registered, number=firm.registration) if firm.registration else ""
    lines: tuple[Words, ...] = (
        ", ".join(firm.address.split("\n")),
        inline(firm.phone, firm.email),
        registration,
    )
    shown = () if is_brief else tuple(line for line in lines if line)
    return Masthead(firm_name(firm), shown, asides, notes, both("The firm's details"), _logo(firm))


def _logo(firm: FirmBlock) -> Picture | None:
    return Picture(firm.logo, filled(both("Logo of {firm}"), firm=firm_name(firm))) if firm.logo else None


def names(applicant: Applicant) -> tuple[Block, ...]:
    """Return the applicant's names, the passport's largest."""
    others = dict.fromkeys((applicant.native_name, applicant.chinese_name))
    shown = tuple(name for name in others if name and name != applicant.passport_name)
    passport = Paragraph(
        applicant.passport_name, "name", keep_with_next=True, field=both("Name as in passport")
    )
    if not shown:
        return (passport,)
    field = both("Names in other scripts")
    return passport, Paragraph(Inline(shown, by="   "), "other_name", keep_with_next=True, field=field)


def pairs(*rows: tuple[Bilingual, Words | None]) -> tuple[Pair, ...]:
    """Return the rows that have a value."""
    return tuple(Pair(label, value) for label, value in rows if value)


def mark(head: PaperHead) -> str:
    """Return what stands across every page of a sample or a draft, in both languages always."""
    words = [across(both("SAMPLE"))] if head.firm.is_sample else []
    words += [across(both("DRAFT"))] if head.draft else []
    return "  ".join(words)


def across(words: Bilingual) -> str:
    """Return a mark in both languages, whatever the print."""
    return " ".join(dict.fromkeys(words))


def work_notice(head: PaperHead) -> tuple[Bilingual, ...]:
    """Return what every print says about paid work on a visa of its category (EEAL Arts. 37, 41, 43).

    For K, whose published text is silent on work, with the day the post's rules were last checked.
    """
    if head.category_code == "K":
        return (_k_work_notice(head),)
    message = _WORK.get(head.category_code)
    return (both(message),) if message else ()


def _k_work_notice(head: PaperHead) -> Bilingual:
    if head.rules_checked_on is None:
        return both("The K visa is not shown to permit paid work; not checked for this post yet.")
    text = both("The K visa is not shown to permit paid work; checked {date}.")
    return filled(text, date=day(head.rules_checked_on))


def dates_notice() -> Bilingual:
    """Return whose word counts where a date is printed."""
    return both("Dates are calculated from what you told us; visa, stamp and authority prevail.")


def private_firm_notice(firm: FirmBlock) -> Bilingual:
    """Return the footer of what clients get: who we are, and who decides."""
    text = both(
        "Prepared by {firm}, a private firm, not an embassy or visa centre. "
        "The visa office may ask for more, and decides."
    )
    return filled(text, firm=firm_name(firm))


def decides_notice() -> Bilingual:
    """Return who may ask for more, and who decides."""
    return both("The visa office may ask for more, and decides.")


def counted(originals: int, copies: int) -> Inline:
    """Return how many originals and copies there are to be."""
    counts = ((both("original"), originals), (both("copy"), copies))
    return Inline(tuple(Inline((words, str(count)), by=" ") for words, count in counts if count), by=", ")
