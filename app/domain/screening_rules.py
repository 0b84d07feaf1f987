"""The questions of a screening as data: each with its rules, what a consultant says, and where it comes from.

One table ``[[question]]`` for each question and one ``[[question.rule]]`` for each outcome it can have. The
first rule that holds gives the outcome; while an unknown fact leaves open which one that is, the question is
*information missing*, or *needs consular confirmation* where only the post could answer.
"""

import hashlib
import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from app.domain import post_facts
from app.domain.basis import Basis, Citation
from app.domain.conditions import ALWAYS, Condition, facts_of
from app.domain.conditions import parse as parse_condition
from app.domain.fields import Labelled
from app.domain.pack_reader import RulePackError, Table, load_toml
from app.domain.screening_results import Result as Result  # whoever knows questions knows it from here
from app.domain.sources import Source, read_citations, read_sources
from app.errors import UserError
from app.i18n import N_, Bilingual, _

# What only a post can settle: its answers, and the day they were last looked at.
OF_POST = frozenset(fact.name for fact in post_facts.ANSWERS) | {
    "post.rules_checked_on",
    "post.rules_age_days",
}
_FILE = "screening"


class Group(Labelled):
    """What a question counts for; a question may count for both limbs."""

    GRADUATE = "graduate", N_("Limb A: graduate")
    STAFF = "staff", N_("Limb B: teaching or research staff")
    COMMON = "common", N_("Common to both limbs")
    ROUTING = "routing", N_("Routing and warnings")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One outcome of a question: when, why, what would change it, and what it points to.

    ``items`` are codes of checklist items, ``pathways`` codes of categories to look at. ``sources`` are
    those of the question unless the rule has its own.
    """

    result: Result
    why: Bilingual
    basis: Basis
    sources: tuple[Citation, ...]
    when: Condition = ALWAYS
    change: Bilingual | None = None
    items: tuple[str, ...] = ()
    pathways: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question: ``say`` is what the consultant tells the client about it.

    ``unsettled`` is the outcome while only answers of the post are missing; None where no rule needs one.
    """

    id: str
    groups: tuple[Group, ...]
    ask: Bilingual
    say: Bilingual
    basis: Basis
    sources: tuple[Citation, ...]
    checked_on: date
    review_every_days: int
    rules: tuple[Rule, ...]
    unsettled: Rule | None = None

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts its rules look at, in the order they come up."""
        return tuple(dict.fromkeys(name for rule in self.rules for name in sorted(facts_of(rule.when))))


@dataclass(frozen=True, kw_only=True)
class Questionnaire:
    """All questions of a category. ``text`` is canonical: equal rules, equal text, equal ``sha256``."""

    id: str
    category: str
    version: str
    title: Bilingual
    effective_from: date
    questions: tuple[Question, ...]
    sources: tuple[Source, ...]  # those cited
    text: str

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the canonical text in UTF-8, in hexadecimal."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def checked_on(self) -> date:
        """The oldest day on which a question was checked."""
        return min(question.checked_on for question in self.questions)


def parse(text: str, file: str, sources: Mapping[str, Source]) -> Questionnaire:
    """Read a questionnaire from TOML. Raises ``RulePackError`` that names file, question and key."""
    return _read(load_toml(text, file), file, sources)


def from_text(text: str) -> Questionnaire:
    """Read a canonical text back to an equal questionnaire. Raises ``RulePackError``."""
    try:
        values = json.loads(text)
    except ValueError as error:
        raise RulePackError(_("can't be read"), file=_FILE) from error
    if not isinstance(values, dict) or not isinstance(values.get("cited"), dict):
        raise RulePackError(_("can't be read"), file=_FILE)
    return _read(values, _FILE, read_sources(values.pop("cited"), _FILE))


def _read(values: Mapping[str, object], file: str, sources: Mapping[str, Source]) -> Questionnaire:
    head = Table(values, file)
    every = head.number("review_every_days")
    questions = tuple(
        _question({"review_every_days": every, **each}, file, sources) for each in head.mappings("question")
    )
    if not questions:
        raise head.error(_("is missing"), "question")
    _refuse_twice(questions, file)
    cited = {key: sources[key] for key in sorted(_cited(questions))}
    made = Questionnaire(
        id=head.text("screening"),
        category=head.text("category"),
        version=head.text("version"),
        title=head.both("title"),
        effective_from=head.day("effective_from"),
        questions=questions,
        sources=tuple(cited.values()),
        text=_canonical(values, cited),
    )
    head.done()
    return made


def _cited(questions: Sequence[Question]) -> set[str]:
    of_rules = (rule.sources for question in questions for rule in question.rules)
    return {each.source for cited in (*(q.sources for q in questions), *of_rules) for each in cited}


def _refuse_twice(questions: Sequence[Question], file: str) -> None:
    seen: set[str] = set()
    for question in questions:
        if question.id in seen:
            raise RulePackError(_("this id is used twice"), file=file, item=question.id, key="id")
        seen.add(question.id)


def _question(values: Mapping[str, object], file: str, sources: Mapping[str, Source]) -> Question:
    name = values.get("id")
    table = Table(values, file, name[:60] if isinstance(name, str) else _("question without id"))
    basis, cited = table.choice("basis", Basis), read_citations(table, sources)
    checked_on = table.day("checked_on")
    question = Question(
        id=table.text("id"),
        groups=_groups(table),
        ask=table.both("ask"),
        say=table.both("say"),
        basis=basis,
        sources=cited,
        checked_on=checked_on,
        review_every_days=table.number("review_every_days"),
        rules=tuple(_rule(each, basis, cited, sources, checked_on) for each in table.tables("rule")),
        unsettled=_unsettled(table, basis, cited) if table.has("unsettled") else None,
    )
    table.done()
    _check(question, table)
    return question


def _groups(table: Table) -> tuple[Group, ...]:
    names = table.take("groups")
    values = [group.value for group in Group]
    if not isinstance(names, list) or not names or not set(names) <= set(values):
        raise table.error(_("must be one of {choices}").format(choices=", ".join(values)), "groups")
    return tuple(Group(name) for name in names)


def _rule(
    table: Table,
    basis: Basis,
    cited: tuple[Citation, ...],
    sources: Mapping[str, Source],
    checked_on: date,
) -> Rule:
    rule = Rule(
        result=table.choice("result", Result),
        why=table.both("why"),
        basis=table.choice("basis", Basis, basis),
        sources=read_citations(table, sources, checked_on) if table.has("sources") else cited,
        when=read_condition(table) if table.has("when") else ALWAYS,
        change=table.both_or_none("change"),
        items=_codes(table, "items"),
        pathways=_codes(table, "pathways"),
    )
    table.done()
    if rule.change is None and rule.result is not Result.MEETS:
        raise table.error(_("is missing: say what would change this outcome"), "change")
    return rule


def _unsettled(table: Table, basis: Basis, cited: tuple[Citation, ...]) -> Rule:
    inner = table.table("unsettled")
    rule = Rule(
        result=Result.NEEDS_CONFIRMATION,
        why=inner.both("why"),
        basis=basis,
        sources=cited,
        change=inner.both("change"),
    )
    inner.done()
    return rule


def _codes(table: Table, key: str) -> tuple[str, ...]:
    codes = table.take(key, [])
    if not isinstance(codes, list) or not all(isinstance(code, str) and code for code in codes):
        raise table.error(_("must be a list of codes"), key)
    return tuple(codes)


def read_condition(table: Table) -> Condition:
    """Read the condition at “when”. Raises ``RulePackError``."""
    try:
        return parse_condition(table.mapping("when"))
    except RulePackError:
        raise
    except UserError as error:
        raise table.error(
            error.message, f"when.{error.field}" if error.field else "when", error.hint
        ) from error


def _check(question: Question, table: Table) -> None:
    """Refuse what can be read but can't be meant."""
    if not question.rules:
        raise table.error(_("is missing: every question has rules"), "rule")
    refuses = any(rule.result is Result.DOES_NOT_MEET for rule in question.rules)
    if Group.ROUTING in question.groups and (refuses or len(question.groups) > 1):
        problem = _("a routing question never says “does not meet”, and counts for nothing else")
        raise table.error(problem, "groups")
    asks_post = any(name in OF_POST for name in question.facts)
    if asks_post is not (question.unsettled is not None):
        raise table.error(_("goes with rules that look at an answer of the post"), "unsettled")


def _canonical(values: Mapping[str, object], cited: Mapping[str, Source]) -> str:
    plain = {**values, "cited": {key: _source(source) for key, source in cited.items()}}
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return unicodedata.normalize("NFC", text)


def _source(source: Source) -> dict[str, Any]:
    table: dict[str, Any] = {"title": source.title._asdict(), "publisher": source.publisher}
    if source.dated:
        table["dated"] = source.dated
    if source.read_as:
        table["read_as"] = source.read_as._asdict()
    return table
