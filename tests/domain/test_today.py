"""What the first page's groups mean, and what is to be done next about a line."""

from datetime import date, timedelta

import pytest

from app.domain import today
from app.domain.cases import MOVES, Stage, is_open
from app.domain.item_records import ItemState
from app.domain.today import Group, Next

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)


def test_every_group_says_what_it_holds_and_what_it_means_to_be_empty() -> None:
    assert set(today.MEANS) == set(today.QUIET) == set(Group)


def test_every_open_stage_has_its_next_action() -> None:
    assert {stage for stage in MOVES if today.of_stage(stage)} == {s for s in Stage if is_open(s)}


def test_the_office_and_the_authority_share_the_open_stages() -> None:
    assert set(today.AT_HOME) | set(today.WITH_AUTHORITY) == set(MOVES)
    assert not set(today.AT_HOME) & set(today.WITH_AUTHORITY)


@pytest.mark.parametrize(
    ("rule", "last_day", "expected"),
    [
        ("CASE-FILE", TODAY, Next.FILE),
        ("CASE-APPT", TODAY, Next.ATTEND),
        ("CASE-APPT", TODAY - DAY, Next.TELL_APPOINTMENT),
        ("CASE-SUPPL", TODAY - DAY, Next.SUPPLY),
        ("DL-03", TODAY + DAY, Next.SETTLE),
    ],
)
def test_a_deadline_names_what_is_next(rule: str, last_day: date, expected: Next) -> None:
    assert today.of_deadline(rule, last_day, TODAY) is expected


def test_a_paper_that_went_back_is_to_come_corrected() -> None:
    assert today.of_paper(ItemState.RETURNED, is_ours=False) is Next.GET_AGAIN
    assert today.of_paper(ItemState.NEEDED, is_ours=False) is Next.GET
    assert today.of_paper(ItemState.NEEDED, is_ours=True) is Next.SETTLE


def test_a_supplement_without_its_day_asks_for_the_day() -> None:
    assert today.of_supplement(None) is Next.SUPPLY_DAY
    assert today.of_supplement(TODAY) is Next.SUPPLY


def test_a_status_is_looked_up_a_week_after_it_was_last_seen() -> None:
    assert today.of_waiting(TODAY - 6 * DAY, TODAY) is Next.WAIT
    assert today.of_waiting(TODAY - 7 * DAY, TODAY) is Next.LOOK
