"""A conflict check: who and what was searched for, what was found, why it matches, and what was decided.

It is kept as it was at its time, so it holds words and codes, and nothing that is looked up again later.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from app.domain import likeness
from app.domain.fields import Labelled
from app.domain.folding import fold
from app.domain.likeness import Traits
from app.i18n import N_

_SAME, _SIMILAR = 0.95, 0.72
_FULL = len("1998-04-02")
MOST_KEPT = 200
# What says that a name is a company's, and is left out or written in another way as often as not.
_FORMS = frozenset(
    {
        *("ltd", "limited", "pvt", "private", "pte", "plc", "llc", "llp", "inc", "incorporated"),
        *("co", "company", "corp", "corporation", "gmbh", "ag", "sa", "sdn", "bhd", "bv", "oy", "ab"),
    }
)
_CHINESE_FORMS = ("股份有限公司", "有限责任公司", "有限公司", "公司")


class Subject(Labelled):
    """Who is searched for: the person, or somebody connected with them."""

    PERSON = "person", N_("The person")
    RELATIVE = "relative", N_("Relative")
    EMPLOYER = "employer", N_("Employer")
    REFERRER = "referrer", N_("Referrer")


class Source(Labelled):
    """Where something was found."""

    PERSON = "person", N_("Person in the casebook")
    EMPLOYER = "employer", N_("Employer of a person")
    REFERRER = "referrer", N_("Referrer of an enquiry")
    PARTY = "party", N_("Party to a case")
    PAYER = "payer", N_("Payer of a case")


class Why(Labelled):
    """Why it matches, the strongest first."""

    PASSPORT = "passport", N_("Same passport number")
    RECORDED = "recorded", N_("Recorded as this person")
    NAME_AND_BIRTH = "name_and_birth", N_("Same name and date of birth")
    NAME = "name", N_("Same name")
    SOUND = "sound", N_("Same sound")
    SIMILAR = "similar", N_("Similar name")
    OTHER_BIRTH = "other_birth", N_("Same name, other date of birth")


class Link(Labelled):
    """What somebody found is to the firm; ``{what}`` is a case number, a name or a day."""

    CLIENT = "client", N_("Client in case {what}")
    RELATIVE = "relative", N_("Relative of {what}")
    REFERRER = "referrer", N_("Referred {what}")
    ENQUIRED = "enquired", N_("Enquired on {what}")
    DECLINED = "declined", N_("Declined, enquiry of {what}")
    EMPLOYER = "employer", N_("Employer of {what}")
    PARTY = "party", N_("Party to case {what}")
    PAYER = "payer", N_("Payer of case {what}")
    ARCHIVED = "archived", N_("Archived")


class Decision(Labelled):
    """What somebody decided about what was found."""

    CLEAR = "clear", N_("No conflict")
    WAIVED = "waived", N_("Conflict waived")
    DECLINED = "declined", N_("Declined")


# The decisions that stand on words of whoever decided.
NEED_REASON = (Decision.WAIVED, Decision.DECLINED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """One thing that was searched for: each spelling of it."""

    subject: Subject
    name: str
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Something found: for whom of those searched, where, and why it matches.

    ``person`` is a key as text, "" for what has no record; ``links`` are codes of ``Link`` with their word.
    """

    subject: Subject
    searched: str
    source: Source
    found: str
    why: Why
    person: str = ""
    native_name: str = ""
    birth_date: str = ""
    nationality: str = ""
    passport: str = ""
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """A whole search; ``more`` is how many hits, the weakest, were not kept."""

    searched: tuple[Searched, ...] = ()
    hits: tuple[Hit, ...] = ()
    more: int = 0


def ordered(searched: Sequence[Searched], hits: Sequence[Hit]) -> Search:
    """Return a search with its hits by strength, each thing found once for each that was searched."""
    strongest = list(Why)
    by_strength = sorted(hits, key=lambda hit: strongest.index(hit.why))
    once: dict[tuple[str, ...], Hit] = {}
    for hit in by_strength:
        once.setdefault((hit.subject, hit.searched, hit.source, hit.person or hit.found), hit)
    kept = tuple(once.values())
    return Search(searched=tuple(searched), hits=kept[:MOST_KEPT], more=max(len(kept) - MOST_KEPT, 0))


def why(one: Traits, other: Traits) -> Why | None:
    """Return why two may be the same, by any of their names; None where nothing speaks for it."""
    if likeness.share_number(one, other):
        return Why.PASSPORT
    alike = likeness.name_likeness(one, other)
    if alike < _SIMILAR:
        return None
    is_same = alike >= _SAME
    if not _may_be_born_alike(one.birth_date, other.birth_date):
        return Why.OTHER_BIRTH if is_same else None
    if is_same and one.birth_date == other.birth_date and len(one.birth_date) == _FULL:
        return Why.NAME_AND_BIRTH
    if is_same:
        return Why.NAME if likeness.written_alike(one, other) >= _SAME else Why.SOUND
    return Why.SIMILAR


def _may_be_born_alike(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def bare(text: str) -> str:
    """Return a name folded, without the words for its legal form: "imaginary cells" of a Pvt. Ltd."""
    words = [word for word in fold(text).split() if word not in _FORMS]
    named = " ".join(words) or fold(text)
    form = next((each for each in _CHINESE_FORMS if named.endswith(each) and named != each), "")
    return named.removesuffix(form)


def to_text(search: Search) -> str:
    """Return a search as the text that is kept."""
    return json.dumps(asdict(search), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_text(text: str) -> Search:
    """Return the search of a text that ``to_text`` made."""
    held = json.loads(text)
    return Search(
        searched=tuple(_searched(each) for each in held["searched"]),
        hits=tuple(_hit(each) for each in held["hits"]),
        more=held["more"],
    )


def _searched(held: Mapping[str, Any]) -> Searched:
    return Searched(subject=Subject(held["subject"]), name=held["name"], spellings=tuple(held["spellings"]))


def _hit(held: Mapping[str, Any]) -> Hit:
    codes = {
        "subject": Subject(held["subject"]),
        "source": Source(held["source"]),
        "why": Why(held["why"]),
        "links": tuple((code, what) for code, what in held["links"]),
    }
    return Hit(**{**held, **codes})
