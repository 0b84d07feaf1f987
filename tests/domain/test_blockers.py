"""What a case waits for, in a few words."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain import blockers, checklist
from app.domain.cases import Stage
from app.domain.checklist import Line
from app.domain.conditions import Answer
from app.domain.item_records import ItemRecord, ItemState
from app.domain.repeats import repeats
from app.domain.rulepack import Audience
from app.i18n import Bilingual
from app.services import packs
from tests.builders import TODAY, a_person


def lines(*states: ItemState, applies: Answer = Answer.YES) -> list[Line]:
    """Return lines for the client in these states."""
    rules = packs.rule_set("K", "new-delhi", date(2026, 11, 23))
    found = checklist.lines(rules, {}, repeats(a_person(), TODAY), {}, planned=None, today=TODAY)
    ours = [line for line in found if line.item.audience is Audience.CLIENT][: len(states)]
    return [
        replace(line, applies=applies, record=ItemRecord(state=state))
        for line, state in zip(ours, states, strict=True)
    ]


def said(stage: Stage, *states: ItemState, applies: Answer = Answer.YES) -> str:
    found = blockers.of(stage, lines(*states, applies=applies))
    return found.en if found else ""


@pytest.mark.parametrize(
    ("stage", "text"),
    [
        (Stage.ON_HOLD, "On hold"),
        (Stage.HANDED_IN, "Waits for the authority"),
        (Stage.SUPPLEMENT_ASKED, "The authority asked for more"),
    ],
)
def test_a_stage_that_waits_says_for_whom(stage: Stage, text: str) -> None:
    assert said(stage, ItemState.NEEDED) == text


def test_what_the_client_was_asked_for_comes_before_what_we_have_to_check() -> None:
    asked, back, here = ItemState.REQUESTED, ItemState.RETURNED, ItemState.RECEIVED
    assert said(Stage.COLLECTING, here, asked, back).startswith("Client: ")
    assert said(Stage.COLLECTING, here, asked, back).endswith("; 1 more")
    assert said(Stage.COLLECTING, here).startswith("To be checked by us: ")
    assert said(Stage.COLLECTING, ItemState.NEEDED).startswith("To be asked for: ")


def test_nothing_stands_in_the_way_of_a_case_whose_papers_are_checked() -> None:
    assert said(Stage.CLIENT_SIGNED, ItemState.ACCEPTED, ItemState.WAIVED) == ""


def test_what_does_not_apply_blocks_nothing() -> None:
    assert said(Stage.COLLECTING, ItemState.REQUESTED, applies=Answer.NO) == ""


def test_titles_are_named_once_and_counted() -> None:
    two = [Bilingual("Degree", "学位"), Bilingual("Degree", "学位"), Bilingual("CV", "简历")]
    assert blockers.titles(two) == Bilingual("Degree; 1 more", "学位；另有1项")
