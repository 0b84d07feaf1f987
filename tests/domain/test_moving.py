"""What a move asks for: no form goes to the authority before it was frozen."""

import pytest

from app.domain import moving
from app.domain.cases import MOVES, Stage
from app.errors import UserError

GOING = [(stage, to) for stage in MOVES for to in MOVES[stage] if moving.sends_the_form(stage, to)]


def test_the_form_goes_where_a_case_leaves_the_office() -> None:
    assert GOING == [
        (Stage.CLIENT_SIGNED, Stage.PRE_REVIEW),
        (Stage.CLIENT_SIGNED, Stage.HANDED_IN),
    ]


@pytest.mark.parametrize(("stage", "to"), GOING)
def test_a_form_that_nobody_froze_does_not_go(stage: Stage, to: Stage) -> None:
    with pytest.raises(UserError, match="not marked as submitted") as caught:
        moving.refuse_unsaid(stage, to, is_frozen=False)
    assert caught.value.field == moving.FORM
    moving.refuse_unsaid(stage, to, is_frozen=True)


def test_a_case_that_came_at_a_later_stage_goes_on() -> None:
    moving.refuse_unsaid(Stage.SUPPLEMENT_ASKED, Stage.HANDED_IN, is_frozen=False)
    moving.refuse_unsaid(Stage.ON_HOLD, Stage.HANDED_IN, Stage.HANDED_IN, is_frozen=False)


def test_pausing_and_coming_back_ask_for_nothing() -> None:
    moving.refuse_unsaid(Stage.CLIENT_SIGNED, Stage.ON_HOLD, is_frozen=False)
    moving.refuse_unsaid(Stage.ON_HOLD, Stage.CLIENT_SIGNED, Stage.CLIENT_SIGNED, is_frozen=False)
