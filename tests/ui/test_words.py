"""Words that several pages share."""

from datetime import UTC, date, datetime

import pytest

from app.domain.cases import Stage
from app.ui import words

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("day", "said"),
    [(23, "today"), (24, "tomorrow"), (22, "yesterday"), (26, "in 3 days"), (18, "5 days ago")],
)
def test_how_far_off_a_day_is(day: int, said: str) -> None:
    assert words.days_left(date(2026, 11, day), TODAY) == said


def test_a_date_is_said_with_its_distance_and_none_is_nothing() -> None:
    assert words.dated(date(2026, 12, 14), TODAY) == "14 Dec 2026, in 21 days"
    assert words.dated(None, TODAY) == ""


def test_a_moment_is_said_as_the_users_clock_shows_it() -> None:
    at = datetime(2026, 11, 3, 8, 38, tzinfo=UTC)
    assert words.moment(at) == f"3 Nov 2026, {at.astimezone():%H:%M}"


def test_progress_is_papers_checked() -> None:
    assert words.progress(9, 14) == "9 of 14 papers checked"


def test_moves_are_said_as_what_they_are() -> None:
    assert words.move(Stage.HANDED_IN, Stage.PRE_REVIEW) == "Mark as handed in"
    assert words.move(Stage.COLLECTING, Stage.ENGAGED) == "Move to “Collecting papers”"
    assert words.move(Stage.ENGAGED, Stage.ON_HOLD) == "Back to “Engaged”"


def test_no_move_says_submit() -> None:
    said = [words.move(to, Stage.ENQUIRY) for to in Stage]
    assert [text for text in said if "ubmit" in text] == []
