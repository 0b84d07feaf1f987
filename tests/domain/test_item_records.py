"""States of a line are moved by people, one possible step at a time."""

from datetime import date

import pytest

from app.domain.item_records import STATE_MOVES, ItemRecord, ItemState, check_dates, move
from app.errors import UserError
from app.i18n import Bilingual

TODAY = date(2026, 11, 23)


def test_the_usual_way_ends_checked() -> None:
    way = [
        ItemState.REQUESTED,
        ItemState.RECEIVED,
        ItemState.RETURNED,
        ItemState.RECEIVED,
        ItemState.ACCEPTED,
    ]
    state = ItemState.NEEDED
    for to in way:
        state = move(state, to, "the seal is missing")
    assert state is ItemState.ACCEPTED


def test_a_paper_on_the_table_is_ticked_at_once() -> None:
    assert move(ItemState.NEEDED, ItemState.ACCEPTED) is ItemState.ACCEPTED


@pytest.mark.parametrize("to", [ItemState.RETURNED, ItemState.WAIVED])
def test_a_return_and_a_waiver_need_their_reason(to: ItemState) -> None:
    with pytest.raises(UserError) as refused:
        move(ItemState.RECEIVED, to, "  ")
    assert refused.value.field == "state_reason"
    assert move(ItemState.RECEIVED, to, "post confirmed on 2026-11-20") is to


@pytest.mark.parametrize(
    ("state", "to"),
    [
        (ItemState.NEEDED, ItemState.RETURNED),
        (ItemState.ACCEPTED, ItemState.WAIVED),
        (ItemState.WAIVED, ItemState.ACCEPTED),
        (ItemState.NEEDED, ItemState.NEEDED),
    ],
)
def test_a_step_that_makes_no_sense_says_what_is_possible(state: ItemState, to: ItemState) -> None:
    with pytest.raises(UserError, match="Possible now: ") as refused:
        move(state, to, "because")
    assert refused.value.field == "state"


def test_every_state_can_be_left_and_reached() -> None:
    assert set(STATE_MOVES) == set(ItemState)
    assert {to for steps in STATE_MOVES.values() for to in steps} == set(ItemState)


@pytest.mark.parametrize(
    ("record", "field"),
    [
        (ItemRecord(issued_on=date(2026, 11, 24)), "issued_on"),
        (ItemRecord(issued_on=date(2026, 1, 2), valid_until=date(2026, 1, 1)), "valid_until"),
    ],
)
def test_dates_that_can_not_be_are_refused(record: ItemRecord, field: str) -> None:
    with pytest.raises(UserError) as refused:
        check_dates(record, TODAY)
    assert refused.value.field == field


def test_dates_that_can_be_are_kept() -> None:
    record = ItemRecord(issued_on=TODAY, valid_until=TODAY)
    assert check_dates(record, TODAY) is record


def test_a_line_nobody_worked_on_is_untouched() -> None:
    assert ItemRecord(repeat_label=Bilingual("BSc", "BSc")).is_untouched
    assert not ItemRecord(number="7").is_untouched
