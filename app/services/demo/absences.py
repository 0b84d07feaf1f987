"""Who of the demo's office is away, and who stands in."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from app.domain.absences import Absence
from app.services import absences
from app.services.demo.scene import Scene
from app.services.demo.steps import Step
from app.services.demo.story import Story, Table


def steps(story: Story) -> Iterator[Step]:
    """Yield each absence, on the day it was recorded."""
    for table in story.absences:
        yield Step(table["recorded"], table["user"], partial(_record, table))


def _record(table: Table, scene: Scene) -> None:
    away = Absence(
        user_id=scene.users[table["user"]].id,
        deputy_id=scene.users[table["deputy"]].id,
        start=scene.today + timedelta(days=table["start"]),
        end=scene.today + timedelta(days=table["end"]),
    )
    scene.book.write(absences.save, away, scene.clock.day)
