"""A document as a tree of blocks: what a page says, never how it looks.

Text is either ours in two languages (``Bilingual``) or somebody's own words (``str``). The document's
language decides which of the two is printed. Nothing in a text is markup.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from app.errors import UserError
from app.i18n import Bilingual, _


@dataclass(frozen=True, slots=True)
class Inline:
    """Texts that belong on one line, with ``by`` between them; each stays in its own languages."""

    parts: tuple[str | Bilingual | Inline, ...]
    by: str = " \u00b7 "

    def between(self, code: str) -> str:
        """Return what stands between the parts in one language; Chinese has its own colons and commas."""
        return _CHINESE_MARKS.get(self.by, self.by) if code == "zh-CN" else self.by

    def __bool__(self) -> bool:
        """Whether there is anything to print."""
        return any(self.parts)


_CHINESE_MARKS = {": ": "\uff1a", "; ": "\uff1b", ", ": "\uff0c"}

Words = str | Bilingual | Inline
Language = Literal["en", "zh-CN", "both"]
LANGUAGES: tuple[Language, ...] = ("en", "zh-CN", "both")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3; it stays with what follows and stands in the outline."""

    words: Words
    level: int = 2
    field: Words = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. ``role`` is "body", "strong", "small", "name" or "other_name"."""

    words: Words
    role: str = "body"
    keep_with_next: bool = False
    field: Words = ""  # what a message calls this text


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and its value; what ``is_missing`` is set apart, so that a gap is seen."""

    label: Words
    value: Words
    is_missing: bool = False


@dataclass(frozen=True, slots=True)
class KeyValues:
    """Labels with their values, beside each other or, where there are several ``columns``, above them."""

    pairs: tuple[Pair, ...]
    columns: int = 1
    exact: bool = False  # values are larger, to be keyed in letter by letter


@dataclass(frozen=True, slots=True)
class Item:
    """One line with a box to tick: ``box`` is "open", "ticked", "struck" (not needed after all) or "none".

    ``verdict`` (in bold, instead of the title) and ``text`` follow the title, language by language;
    ``notes`` stand under it, ``asides`` in a narrow column at the right.
    """

    number: str
    title: str | Bilingual
    text: str | Bilingual = ""
    box: str = "open"
    notes: tuple[Words, ...] = ()
    asides: tuple[Words, ...] = ()
    verdict: str | Bilingual = ""


@dataclass(frozen=True, slots=True)
class Checklist:
    """Items in order."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table; ``share`` is its part of the width, against the other columns.

    ``kind`` is "text"; "money", whose sums stand under each other at the right; "box", whose cells say
    "open", "ticked" or "struck"; or "blank", to be written in.
    """

    head: Words
    share: float = 1.0
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Said:
    """A short line of a cell, on one line in both languages where it fits.

    ``role`` is "body", "strong", "small" or "exact".
    """

    words: Words
    role: str

    def __bool__(self) -> bool:
        """Whether there is anything to print."""
        return bool(self.words)


Cell = tuple[Words | Said, ...]  # its lines, one under the other


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under column heads, which stand again on every page the table reaches."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A tinted box: an optional title, then paragraphs."""

    paragraphs: tuple[Words, ...]
    title: Words = ""
    bullets: bool = False
    role: str = "body"  # or "small", for what explains the rest


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of our own making (see ``png``), with the words for those who can't see it."""

    png: bytes
    alternate: Bilingual


@dataclass(frozen=True, slots=True)
class Panel:
    """One thing to be read from afar: a label, its value set large, and what it means."""

    label: Words
    value: Words
    text: Words = ""


@dataclass(frozen=True, slots=True)
class Panels:
    """Panels side by side."""

    panels: tuple[Panel, ...]


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs, as what; the name is printed where it is known."""

    role: Words
    name: Words = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on, side by side, each with name and date."""

    signatories: tuple[Signatory, ...]


@dataclass(frozen=True, slots=True)
class Masthead:
    """The firm at the top of the first page."""

    name: Words
    lines: tuple[Words, ...] = ()
    asides: tuple[Words, ...] = ()  # at the right, such as what kind of record this is
    notes: tuple[Words, ...] = ()  # below them, smaller
    field: Words = ""
    logo: Picture | None = None


@dataclass(frozen=True, slots=True)
class Space:
    """White space of ``height`` points; none at the top of a page."""

    height: float = 8.0


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Blocks in one language, also where the document is printed in both."""

    language: Language
    blocks: tuple[Block, ...]


Block = (
    Heading
    | Paragraph
    | KeyValues
    | Checklist
    | Table
    | Note
    | Panels
    | Signatures
    | Masthead
    | Space
    | PageBreak
    | Spoken
)


@dataclass(frozen=True, slots=True)
class Running:
    """What stands in the margin of every page: at the left, at the right, then whole lines below."""

    left: Words = ""
    right: Words = ""
    lines: tuple[Words, ...] = ()
    on_first_page: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document. ``as_of`` (UTC) is the date in its metadata; ``mark`` stands across every page.

    What does not end on ``most_pages`` is set more closely, if that helps; 0 for no such wish.
    """

    title: Bilingual
    blocks: tuple[Block, ...]
    as_of: datetime
    language: Language = "both"
    paper: str = "a4"
    author: str = ""
    header: Running = Running()
    footer: Running = Running()
    mark: Words = ""
    most_pages: int = 0

    @property
    def main_language(self) -> str:
        """The language the document states as its own: English when printed in both."""
        return "zh-CN" if self.language == "zh-CN" else "en"


def language(text: str) -> Language:
    """Return the language that ``text`` names; "zh" means "zh-CN". Raises ``UserError`` for any other."""
    for code in LANGUAGES:
        if text == code or (text == "zh" and code == "zh-CN"):
            return code
    raise UserError(_("Prints are in en, zh-CN or both."), field="language")


def readings(words: Words, printed: Language) -> tuple[tuple[str, str], ...]:
    """Return what is printed of ``words``, each with its language; "" for somebody's own words."""
    if isinstance(words, Inline):
        found = strands(words, printed)
        return tuple((words.between(code).join(parts), code) for parts, code in found if any(parts))
    if isinstance(words, str):
        return ((words, ""),) if words else ()
    if printed == "both" and words.en != words.zh:
        return tuple((text, code) for text, code in ((words.en, "en"), (words.zh, "zh-CN")) if text)
    text = words.zh if printed == "zh-CN" else words.en
    return ((text, printed if printed != "both" else "en"),) if text else ()


def strands(words: Inline, printed: Language) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Return the parts of ``words`` once for each language that differs, with that language."""
    found: dict[tuple[str, ...], str] = {}
    for code in LANGUAGES[:2] if printed == "both" else (printed,):
        parts = (readings(part, code) for part in words.parts)
        found.setdefault(tuple(reading[0][0] for reading in parts if reading), code)
    return tuple(found.items())
