"""The demo's absence, told by its story."""

from app.services.demo import absences, story
from tests.builders import TODAY


def test_each_absence_is_recorded_by_who_goes_away() -> None:
    told = story.read(TODAY)
    assert [step.login for step in absences.steps(told)] == [table["user"] for table in told.absences]
