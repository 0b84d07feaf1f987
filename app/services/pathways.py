"""The pathways side by side for a file of facts or a case, with the papers that each still lacks."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import cache
from uuid import UUID

from sqlalchemy.orm import Session

import resources
from app.domain import checklist, pathway_rules, pathways, repeats, ruleset
from app.domain.checklist import Line, Validity
from app.domain.conditions import Answer
from app.domain.item_records import ItemState
from app.domain.pathway_rules import PathwayRules
from app.domain.pathways import Comparison
from app.domain.repeats import Occasion
from app.domain.rulepack import ItemStage, Layer, Need, Repeat
from app.domain.ruleset import RuleSet
from app.domain.workdays import WorkCalendar
from app.i18n import Bilingual
from app.services import calendars, case_values, checklists, firm_rules, limits, packs, people, screening

_HELD = (ItemState.RECEIVED, ItemState.ACCEPTED)
_HAD = (ItemState.RECEIVED, ItemState.ACCEPTED, ItemState.WAIVED)
_Repeats = Mapping[Repeat, tuple[Occasion, ...]]


@cache
def rules() -> PathwayRules:
    """Return the pathways shipped. Raises ``RulePackError`` naming file, pathway and key."""
    return pathway_rules.parse(resources.text("rules/pathways.toml"), "pathways.toml", packs.cited())


def of_facts(facts: Mapping[str, object], today: date, category: str = "") -> Comparison:
    """Compare the pathways for known facts; a post among them brings in what it asks for.

    ``category`` is the visa for which the post's answers stand among the facts.
    """
    papers = {}
    for code in _with_pack():
        known = facts
        if "post" in facts:
            known = packs.post(str(facts["post"])).turned(facts, category, code, today)
        papers[code] = _papers(_lines(_shipped(code, facts, today), known, {}, today))
    return _compared(facts, today, papers, limits.calendar({}))


def of_case(session: Session, case_id: UUID, today: date) -> Comparison:
    """Compare the pathways for a case by what is known today; its own papers are those of its checklist.

    Every other pathway goes by today's rules with the firm's own; what the case holds of items that all visas
    share counts there too.
    """
    row = case_values.row(session, case_id)
    found = checklists.evaluated(session, row, today)
    occasions = repeats.repeats(people.person(session, row.person_id), today)
    held = _held(row.category, found.lines)
    papers = {row.category: _papers(found.lines)}
    for code in _with_pack():
        if code != row.category:
            rules = firm_rules.composed(session, code, row.post, today).rules
            known = found.post.turned(found.facts, row.category, code, today)
            papers[code] = _papers(_without(held, code, _lines(rules, known, occasions, today)))
    return _compared(found.facts, today, papers, calendars.calendar(session))


@cache
def _shared(category: str) -> Mapping[str, str]:
    """Return the id among common items of what a category lists, by the id it has there."""
    common = [item for pack in packs.shipped() if pack.layer is Layer.COMMON for item in pack.items]
    return {item.known_in(category).id: item.id for item in common if item.serves(category)}


def _held(category: str, lines: Sequence[Line]) -> frozenset[tuple[str, str]]:
    """Return the common items of which a case holds a paper that is still good, with what it is of."""
    shared = _shared(category)
    return frozenset(
        (shared[line.item.id], line.repeat_key)
        for line in lines
        if line.item.id in shared and line.state in _HELD and line.validity is not Validity.EXPIRED
    )


def _without(held: Collection[tuple[str, str]], category: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    shared = _shared(category)
    return tuple(line for line in lines if (shared.get(line.item.id), line.repeat_key) not in held)


def _with_pack() -> list[str]:
    """Return the pathways that have a checklist here."""
    return [pathway.id for pathway in rules().pathways if pathway.id in packs.categories()]


def _compared(
    facts: Mapping[str, object],
    today: date,
    papers: Mapping[str, tuple[Bilingual, ...]],
    calendar: WorkCalendar,
) -> Comparison:
    screened = {code: screening.of_facts(code, facts).outcome for code in screening.questionnaires()}
    return pathways.compare(rules(), facts, today, screened=screened, papers=papers, calendar=calendar)


def _shipped(category: str, facts: Mapping[str, object], today: date) -> RuleSet:
    if "post" in facts:
        return packs.rule_set(category, str(facts["post"]), today)
    layers = [pack for pack in packs.shipped() if pack.serves(category) and not pack.post]
    return ruleset.compose(layers, today)


def _lines(rules: RuleSet, facts: Mapping[str, object], occasions: _Repeats, today: date) -> tuple[Line, ...]:
    return checklist.lines(rules, facts, occasions, {}, planned=None, today=today)


def _papers(lines: Sequence[Line]) -> tuple[Bilingual, ...]:
    """Return the papers asked for that nobody has yet, in order and without repeats."""
    wanted = (line for line in lines if _is_wanted(line))
    return tuple(dict.fromkeys(line.item.title for line in wanted))


def _is_wanted(line: Line) -> bool:
    is_paper = line.item.stage is ItemStage.DOCUMENT_COLLECTION and line.applies is Answer.YES
    asked = line.need in (Need.REQUIRED, Need.CONDITIONAL)
    return is_paper and asked and line.state not in _HAD
