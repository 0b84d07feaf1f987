"""Closing asks for the outcome, for every original, and keeps an unknown day unknown."""

from datetime import date
from typing import Any

import pytest

from app.domain.cases import Decision, Outcome, Stage
from app.domain.closing import Closing, checked, expected, why_reopened
from app.errors import UserError

TODAY = date(2026, 11, 25)
GRANTED = Outcome(decision=Decision.GRANTED, decided_on=TODAY)


def check(said: Closing, **more: Any) -> Closing:
    asked: dict[str, Any] = {"recorded": None, "returned": (), "kept": (), "today": TODAY}
    return checked(said, **{**asked, **more})


def field_of(said: Closing, **more: Any) -> str:
    with pytest.raises(UserError) as caught:
        check(said, **more)
    return caught.value.field


def test_a_case_needs_an_outcome_unless_one_is_recorded() -> None:
    assert field_of(Closing()) == "decision"
    assert check(Closing(), recorded=Decision.REFUSED) == Closing()
    refused = Outcome(decision=Decision.REFUSED, decided_on=TODAY)
    assert field_of(Closing(outcome=refused)) == "refusal_reason"


def test_originals_go_back_on_a_day_to_somebody() -> None:
    there = {"returned": ["Degree"]}
    assert field_of(Closing(outcome=GRANTED, returned_to="Ana"), **there) == "returned_on"
    assert field_of(Closing(outcome=GRANTED, returned_on=TODAY), **there) == "returned_to"
    late = date(2026, 11, 26)
    assert field_of(Closing(outcome=GRANTED, returned_on=late, returned_to="Ana"), **there) == "returned_on"
    said = Closing(outcome=GRANTED, returned_on=TODAY, returned_to=" 王小样 ")
    assert check(said, **there).returned_to == "王小样"


def test_an_original_that_is_held_is_named_until_a_reason_says_why() -> None:
    with pytest.raises(UserError, match=r"2 originals are still held: Degree; Passport\.") as caught:
        check(Closing(outcome=GRANTED), kept=["Degree", "Passport"])
    assert caught.value.field == "kept_because"
    said = check(Closing(outcome=GRANTED, kept_because="Client abroad"), kept=["Degree"])
    assert said.kept_because == "Client abroad"
    assert check(Closing(outcome=GRANTED, kept_because="Nothing held")).kept_because == ""


def test_a_file_is_kept_from_the_day_of_closing_on_and_unknown_stays_unknown() -> None:
    assert field_of(Closing(outcome=GRANTED, keep_until=date(2026, 11, 24))) == "keep_until"
    unknown = check(Closing(outcome=GRANTED, keep_rule="uk"))
    assert (unknown.keep_until, unknown.keep_rule) == (None, "")


def test_a_withdrawn_case_begins_with_what_its_stage_says() -> None:
    assert expected(Stage.WITHDRAWN, Stage.COLLECTING, None) is Decision.NOT_FILED
    assert expected(Stage.WITHDRAWN, Stage.PRE_REVIEW, None) is Decision.WITHDRAWN
    assert expected(Stage.WITHDRAWN, Stage.COLLECTING, Decision.REFUSED) is Decision.REFUSED
    assert expected(Stage.DECIDED, None, None) is None


def test_opening_a_case_again_needs_a_reason() -> None:
    with pytest.raises(UserError, match="Say why"):
        why_reopened(" \n")
    assert why_reopened(" 补充材料 ") == "补充材料"
