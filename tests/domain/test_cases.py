"""Stages, the authority's answer, and case numbers."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.cases import (
    MOVES,
    NOT_STATED,
    AuthorityStatus,
    CaseNumber,
    Decision,
    Outcome,
    Stage,
    allowed,
    check,
    check_prefix,
    is_open,
    remembered,
)
from app.errors import UserError

TODAY = date(2026, 11, 23)
OPEN = [stage for stage in Stage if is_open(stage)]


def test_every_stage_that_is_no_pause_nor_the_end_is_open() -> None:
    assert set(Stage) - set(OPEN) == {Stage.ON_HOLD, Stage.WITHDRAWN, Stage.CLOSED}


def test_the_usual_way_goes_from_enquiry_to_closed() -> None:
    way = [
        Stage.ENQUIRY, Stage.SCREENED, Stage.QUOTED, Stage.ENGAGED, Stage.COLLECTING, Stage.FORM_READY,
        Stage.CLIENT_SIGNED, Stage.PRE_REVIEW, Stage.SUPPLEMENT_ASKED, Stage.PRE_REVIEW, Stage.HANDED_IN,
        Stage.DECIDED, Stage.ARRIVED, Stage.CLOSED,
    ]  # fmt: skip
    for stage, to in itertools.pairwise(way):
        check(stage, to)


@pytest.mark.parametrize("stage", OPEN)
def test_every_open_stage_can_pause_and_go_back(stage: Stage) -> None:
    for pause in (Stage.ON_HOLD, Stage.WITHDRAWN):
        check(stage, pause)
        check(pause, stage, remembered(stage, pause))


@pytest.mark.parametrize("stage", OPEN)
def test_a_case_on_hold_that_is_withdrawn_still_knows_where_it_was(stage: Stage) -> None:
    held = remembered(stage, Stage.ON_HOLD)
    check(Stage.ON_HOLD, Stage.WITHDRAWN, held)
    withdrawn = remembered(Stage.ON_HOLD, Stage.WITHDRAWN, held)
    assert allowed(Stage.WITHDRAWN, withdrawn) == (stage, Stage.CLOSED)


def test_back_at_work_nothing_is_remembered() -> None:
    assert remembered(Stage.ON_HOLD, Stage.COLLECTING, Stage.COLLECTING) is None


def test_every_stage_can_be_reached_and_closed() -> None:
    reached = {Stage.ENQUIRY}
    while more := {to for stage in reached for to in allowed(stage, Stage.ENQUIRY)} - reached:
        reached |= more
    assert reached == set(Stage)


def test_a_closed_case_goes_back_to_where_it_was_left() -> None:
    assert remembered(Stage.ARRIVED, Stage.CLOSED) is Stage.ARRIVED
    assert remembered(Stage.WITHDRAWN, Stage.CLOSED, Stage.QUOTED) is Stage.QUOTED
    assert allowed(Stage.CLOSED, Stage.QUOTED) == (Stage.QUOTED,)
    assert allowed(Stage.CLOSED) == (Stage.DECIDED,)
    with pytest.raises(UserError, match="can't go to"):
        check(Stage.CLOSED, Stage.COLLECTING, Stage.ARRIVED)


def test_a_step_that_is_not_possible_says_which_are() -> None:
    with pytest.raises(UserError) as refused:
        check(Stage.ENQUIRY, Stage.HANDED_IN)
    assert refused.value.message == "A case at “Enquiry” can't go to “Handed in”."
    assert refused.value.hint == "Possible now: Screened, On hold, Withdrawn."


def test_no_stage_leads_to_itself() -> None:
    assert all(stage not in steps for stage, steps in MOVES.items())


def test_a_status_keeps_the_post_s_own_words() -> None:
    assert (
        AuthorityStatus.seen(" Passport to be submitted ", TODAY, TODAY).words == "Passport to be submitted"
    )


@pytest.mark.parametrize(
    ("words", "on"), [("", TODAY), ("two\nlines", TODAY), ("x" * 501, TODAY), ("ok", date(2026, 11, 24))]
)
def test_a_status_without_words_or_of_a_day_to_come_is_refused(words: str, on: date) -> None:
    with pytest.raises(UserError) as refused:
        AuthorityStatus.seen(words, on, TODAY)
    assert refused.value.field.startswith("authority_status")


def test_a_refusal_gives_its_reason_or_says_that_none_was_stated() -> None:
    stated = Outcome(decision=Decision.REFUSED, decided_on=TODAY, refusal_reason="Art. 21(5)")
    silent = Outcome(decision=Decision.REFUSED, decided_on=TODAY, reason_stated=False)
    assert stated.checked(TODAY).reason == ("Art. 21(5)", "Art. 21(5)")
    assert silent.checked(TODAY).reason == NOT_STATED


def test_a_visa_granted_has_no_reason() -> None:
    assert Outcome(decision=Decision.GRANTED, decided_on=TODAY).checked(TODAY).reason is None


@pytest.mark.parametrize(
    "outcome",
    [
        Outcome(decision=Decision.REFUSED, decided_on=TODAY),
        Outcome(decision=Decision.GRANTED, decided_on=TODAY, refusal_reason="why"),
        Outcome(decision=Decision.REFUSED, decided_on=TODAY, refusal_reason="why", reason_stated=False),
        Outcome(decision=Decision.GRANTED, decided_on=date(2026, 11, 24)),
    ],
)
def test_an_outcome_that_can_not_be_is_refused(outcome: Outcome) -> None:
    with pytest.raises(UserError):
        outcome.checked(TODAY)


@pytest.mark.parametrize("text", ["KB-2026-0007", "kb-2026-7", " KB-2026-0007 "])
def test_a_case_number_is_read_as_typed(text: str) -> None:
    assert str(CaseNumber.parse(text)) == "KB-2026-0007"


@given(st.from_regex(r"\A[A-Z][A-Z0-9]{0,7}\Z"), st.integers(1, 9999), st.integers(1, 99_999))
def test_a_written_case_number_reads_back(prefix: str, year: int, running: int) -> None:
    number = CaseNumber(prefix, year, running)
    assert CaseNumber.parse(str(number)) == number


@pytest.mark.parametrize(
    "text",
    ["", "7", "KB-26-7", "KB-2026-0000", "KB-2026-", "2026-7", "KB_2026_7", "KB-２０２６-7", "x" * 999],
)
def test_what_is_no_case_number_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="KB-2026-0007"):
        CaseNumber.parse(text)


def test_case_numbers_sort_by_year_and_number() -> None:
    numbers = ["KB-2026-10000", "KB-2025-0003", "KB-2026-9999"]
    ordered = sorted(CaseNumber.parse(each) for each in numbers)
    assert [str(each) for each in ordered] == ["KB-2025-0003", "KB-2026-9999", "KB-2026-10000"]


def test_a_prefix_is_kept_in_capitals() -> None:
    assert check_prefix(" kb2 ") == "KB2"


@pytest.mark.parametrize("prefix", ["", "2KB", "K-B", "中", "TOOLONGPREFIX"])
def test_a_prefix_that_would_break_numbers_is_refused(prefix: str) -> None:
    with pytest.raises(UserError):
        check_prefix(prefix)
