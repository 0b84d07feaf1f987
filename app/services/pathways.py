"""The pathways side by side for a file of facts or a case, with the papers that each still lacks."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from uuid import UUID

from sqlalchemy.orm import Session

import resources
from app.domain import checklist, pathway_rules, pathways, repeats, ruleset
from app.domain.checklist import Line
from app.domain.conditions import Answer
from app.domain.item_records import ItemState
from app.domain.pathway_rules import PathwayRules
from app.domain.pathways import Comparison
from app.domain.repeats import Occasion
from app.domain.rulepack import ItemStage, Need, Repeat
from app.i18n import Bilingual
from app.services import case_values, checklists, packs, people, screening

_HAD = (ItemState.RECEIVED, ItemState.ACCEPTED, ItemState.WAIVED)
_Repeats = Mapping[Repeat, tuple[Occasion, ...]]


@cache
def rules() -> PathwayRules:
    """Return the pathways shipped. Raises ``RulePackError`` naming file, pathway and key."""
    return pathway_rules.parse(resources.text("rules/pathways.toml"), "pathways.toml", packs.cited())


def of_facts(facts: Mapping[str, object], today: date) -> Comparison:
    """Compare the pathways for known facts; a post among them brings in what it asks for."""
    papers = {code: _papers(_lines(code, facts, {}, today)) for code in _with_pack()}
    return _compared(facts, today, papers)


def of_case(session: Session, case_id: UUID, today: date) -> Comparison:
    """Compare the pathways for a case by what is known today; its own papers are those of its checklist."""
    row = case_values.row(session, case_id)
    found = checklists.evaluated(session, row, today)
    occasions = repeats.repeats(people.person(session, row.person_id), today)
    papers = {
        code: _papers(found.lines if code == row.category else _lines(code, found.facts, occasions, today))
        for code in _with_pack()
    }
    return _compared(found.facts, today, papers)


def _with_pack() -> list[str]:
    """Return the pathways that have a checklist here."""
    return [pathway.id for pathway in rules().pathways if pathway.id in packs.categories()]


def _compared(
    facts: Mapping[str, object], today: date, papers: Mapping[str, tuple[Bilingual, ...]]
) -> Comparison:
    screened = {code: screening.of_facts(code, facts).outcome for code in screening.questionnaires()}
    return pathways.compare(rules(), facts, today, screened=screened, papers=papers)


def _lines(category: str, facts: Mapping[str, object], occasions: _Repeats, today: date) -> tuple[Line, ...]:
    if "post" in facts:
        rule_set = packs.rule_set(category, str(facts["post"]), today)
    else:
        layers = [pack for pack in packs.shipped() if pack.serves(category) and not pack.post]
        rule_set = ruleset.compose(layers, today)
    return checklist.lines(rule_set, facts, occasions, {}, planned=None, today=today)


def _papers(lines: tuple[Line, ...]) -> tuple[Bilingual, ...]:
    """Return the papers asked for that nobody has yet, in order and without repeats."""
    wanted = (line for line in lines if _is_wanted(line))
    return tuple(dict.fromkeys(line.item.title for line in wanted))


def _is_wanted(line: Line) -> bool:
    is_paper = line.item.stage is ItemStage.DOCUMENT_COLLECTION and line.applies is Answer.YES
    asked = line.need in (Need.REQUIRED, Need.CONDITIONAL)
    return is_paper and asked and line.state not in _HAD
