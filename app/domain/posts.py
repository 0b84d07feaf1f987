"""Posts: where a case is filed, and what each has answered, with source and day.

A profile ships only what is sourced; everything else is unknown, and a rule that needs it asks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import NAMESPACE_URL, UUID, uuid5

from app.domain.basis import Basis, Citation
from app.domain.categories import CATEGORIES
from app.domain.fact_types import fits, parse_value
from app.domain.fields import Labelled
from app.domain.pack_reader import Table, load_toml
from app.domain.places import is_country
from app.domain.post_facts import ANSWERS
from app.domain.sources import Source, read_citations
from app.errors import UserError
from app.i18n import N_, Bilingual, _

_FACTS = {fact.name: fact for fact in ANSWERS}
_KIND_NAMES = {
    "embassy": Bilingual("Chinese embassy", "中国大使馆"),
    "consulate_general": Bilingual("Chinese consulate-general", "中国总领事馆"),
    "visa_centre": Bilingual("Chinese visa application centre", "中国签证申请服务中心"),
}


class PostKind(Labelled):
    """Who takes the application in; decisions are always consular (Regulations Art. 37)."""

    EMBASSY = "embassy", N_("Embassy")
    CONSULATE_GENERAL = "consulate_general", N_("Consulate-general")
    VISA_CENTRE = "visa_centre", N_("Visa centre")


@dataclass(frozen=True, slots=True)
class Told:
    """How the firm learned an answer: from whom or what, when, who recorded it, and its last day if any."""

    source: str
    on: date
    by: str
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PostAnswer:
    """What a post answered to one question: the value of a fact, and where it comes from.

    A shipped answer cites ``sources``; one that the firm recorded says in ``told`` how it was learned.
    ``categories`` are the visas it speaks of, where a post does not treat all alike; none: every visa.
    A ``value`` of None takes back what is shipped: the firm recorded that nothing is known.
    """

    fact: str
    value: object
    basis: Basis
    sources: tuple[Citation, ...] = ()
    note: Bilingual | None = None
    told: Told | None = None
    categories: tuple[str, ...] = ()

    @property
    def checked_on(self) -> date:
        """The day it was learned, or its sources were last read."""
        return self.told.on if self.told else max(each.checked_on for each in self.sources)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something worth knowing about a post that answers no question."""

    text: Bilingual
    basis: Basis
    sources: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One place of filing. ``code`` is like "new-delhi", ``country`` alpha-2.

    ``checked_on`` is the day somebody last read this post's own rules as a whole; None: never.
    """

    code: str
    city: Bilingual
    country: str
    kind: PostKind
    checked_on: date | None = None
    answers: tuple[PostAnswer, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def name(self) -> Bilingual:
        """The post as printed, such as "New Delhi, Chinese embassy"."""
        kind = _KIND_NAMES[self.kind.value]
        return Bilingual(f"{self.city.en}, {kind.en}", f"{self.city.zh}·{kind.zh}")

    def answer(self, fact: str, category: str = "") -> PostAnswer | None:
        """Return the answer to one question; None while it is unknown.

        An answer that speaks of the visa ``category`` stands over one that speaks of every visa.
        """
        found = [each for each in self.answers if each.fact == fact]
        own = (each for each in found if category in each.categories)
        best = next(own, next((each for each in found if not each.categories), None))
        return best if best and best.value is not None else None

    def with_answers(self, answers: Sequence[PostAnswer], checked_on: date | None = None) -> Post:
        """Return the post with what a firm recorded, which stands over what is shipped.

        One that speaks of every visa stands over all that is shipped for its question.
        """
        settled = {each.fact for each in answers if not each.categories}
        below = [each for each in self.answers if each.fact not in settled]
        return replace(self, answers=(*answers, *below), checked_on=checked_on or self.checked_on)

    def facts(self, today: date, category: str = "") -> Mapping[str, object]:
        """Return what the post tells on ``today`` about a visa; without one, what holds for every visa."""
        answered = dict.fromkeys(each.fact for each in self.answers)
        found = (self.answer(name, category) for name in answered)
        told: dict[str, object] = {each.fact: each.value for each in found if each}
        told |= {"post": self.code, "post.kind": self.kind.value, "applying_country": self.country}
        if self.checked_on:
            told["post.rules_checked_on"] = self.checked_on
            told["post.rules_age_days"] = max(0, (today - self.checked_on).days)
        return told

    def turned(
        self, known: Mapping[str, object], was: str, category: str, today: date
    ) -> Mapping[str, object]:
        """Return facts gathered for the visa ``was`` as they are for another: what the post told changes."""
        before, after = self.facts(today, was), self.facts(today, category)
        kept = {name: value for name, value in known.items() if before.get(name) != value}
        return {**after, **kept}


def key(code: str) -> UUID:
    """Return the key under which what is recorded about a post stands; the same in every casebook."""
    return uuid5(NAMESPACE_URL, f"kasebook:post:{code}")


def parse(text: str, file: str, sources: Mapping[str, Source]) -> Post:
    """Read a post profile (TOML). Raises ``RulePackError`` that names file, answer and key."""
    head = Table(load_toml(text, file), file)
    post = Post(
        code=head.text("code"),
        city=head.both("city"),
        country=_country(head),
        kind=head.choice("kind", PostKind),
        checked_on=head.day_or_none("checked_on"),
        answers=tuple(_answer(table, sources) for table in head.tables("answer")),
        remarks=tuple(_remark(table, sources) for table in head.tables("remark")),
    )
    head.done()
    _refuse_repeats(head, post.answers)
    return post


def _refuse_repeats(head: Table, answers: Sequence[PostAnswer]) -> None:
    spoken_of = [(answer.fact, code) for answer in answers for code in answer.categories or ("",)]
    for name, code in spoken_of:
        if spoken_of.count((name, code)) > 1:
            raise head.error(_("is answered twice"), name)


def _remark(table: Table, sources: Mapping[str, Source]) -> Remark:
    remark = Remark(
        text=table.both("text"),
        basis=table.choice("basis", Basis),
        sources=read_citations(table, sources),
    )
    table.done()
    return remark


def _country(head: Table) -> str:
    code = head.text("country")
    if not is_country(code):
        raise head.error(_("must be a two-letter country code"), "country")
    return code


def _answer(table: Table, sources: Mapping[str, Source]) -> PostAnswer:
    name = table.text("fact")
    if name not in _FACTS:
        allowed = ", ".join(_FACTS)
        raise table.error(_("“{name}” is not a question for a post").format(name=name[:60]), "fact", allowed)
    answer = PostAnswer(
        fact=name,
        value=_value(table, name),
        basis=table.choice("basis", Basis),
        sources=read_citations(table, sources),
        note=table.both_or_none("note"),
        categories=table.texts("categories"),
    )
    table.done()
    for code in answer.categories:
        if code not in CATEGORIES:
            raise table.error(_("names a visa that is not known here"), "categories", ", ".join(CATEGORIES))
    return answer


def _value(table: Table, name: str) -> object:
    value = table.take("value")
    fact = _FACTS[name]
    if isinstance(value, str):
        try:
            value = parse_value(fact, value)
        except UserError as error:
            raise table.error(str(error), "value") from error
    if value is None or not fits(fact, value):
        raise table.error(_("is not a value of {fact}").format(fact=name), "value")
    return value
