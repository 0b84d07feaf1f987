"""What holds a case is the first thing that somebody has to get out of its way."""

from datetime import date, timedelta
from typing import Any

import pytest

from app.domain import board
from app.domain.board import Hold, Situation
from app.domain.cases import Stage
from app.domain.today import Next

DAY = date(2026, 11, 20)


def held(stage: Stage, **known: Any) -> board.Held:
    return board.first(Situation(stage=stage, since=date(2026, 11, 1), **known))


@pytest.mark.parametrize("stage", board.COLUMNS)
def test_what_is_overdue_comes_before_everything(stage: Stage) -> None:
    found = held(stage, overdue=DAY, supplement=DAY, asked=DAY, missing=3)
    assert (found.by, found.day) == (Hold.OVERDUE, DAY)


@pytest.mark.parametrize("stage", board.COLUMNS)
def test_every_column_has_something_to_say(stage: Stage) -> None:
    found = held(stage)
    assert found.next or found.day


def test_a_supplement_counts_where_it_was_asked_for() -> None:
    assert held(Stage.SUPPLEMENT_ASKED, supplement=DAY).by is Hold.SUPPLEMENT
    assert held(Stage.SUPPLEMENT_ASKED).next is Next.SUPPLY_DAY
    assert held(Stage.HANDED_IN, supplement=DAY).by is Hold.AUTHORITY


def test_while_papers_are_collected_the_client_comes_first_then_what_is_missing_and_to_check() -> None:
    stage = Stage.COLLECTING
    assert held(stage, asked=DAY, missing=3, received=2).day == DAY
    assert held(stage, missing=3, received=2) == board.Held(Hold.MISSING, count=3)
    assert held(stage, received=2) == board.Held(Hold.CHECKING, count=2)
    assert held(stage).next is Next.PLAN


def test_before_and_after_papers_hold_nothing() -> None:
    assert held(Stage.ENQUIRY, asked=DAY, missing=20).next is Next.SCREEN
    assert held(Stage.DECIDED, missing=2).next is Next.RECORD_ENTRY


def test_a_case_ages_after_thirty_days() -> None:
    assert not board.is_aged(DAY, DAY + timedelta(days=29))
    assert board.is_aged(DAY, DAY + timedelta(days=30))
