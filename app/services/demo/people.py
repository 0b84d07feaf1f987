"""The persons of the demo: recorded on the day their first case is opened, and then linked to each other."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from uuid import UUID

from app.domain.people import Relative
from app.services import client_files, people
from app.services.demo.scene import Scene
from app.services.demo.steps import Step
from app.services.demo.story import Story, Table

_OWN = ("key", "added", "by", "relatives")  # what the demo's tables have beside the shape of a person


def steps(story: Story) -> Iterator[Step]:
    """Yield the recording of every person, and then each link of a family."""
    added = {person["key"]: _added(story, person) for person in story.persons}
    for person in story.persons:
        yield Step(*added[person["key"]], partial(_record, table=person))
    for person in story.persons:
        for relative in person.get("relatives", ()):
            day = max(added[person["key"]][0], added[relative["person"]][0])
            login = added[person["key"]][1]
            yield Step(day, login, partial(_link, key=person["key"], table=relative))


def _added(story: Story, person: Table) -> tuple[int, str]:
    """Return on which day a person is recorded, and by whom."""
    if "added" in person:
        return person["added"], person["by"]
    first = min((case for case in story.cases if case["client"] == person["key"]), key=lambda c: c["opened"])
    return first["opened"], first["owner"]


def _record(scene: Scene, table: Table) -> None:
    shape = {name: value for name, value in table.items() if name not in _OWN}
    person = client_files.person_of(shape, scene.today)
    scene.people[table["key"]] = scene.book.write(people.add, person, scene.clock.day).result


def _link(scene: Scene, key: str, table: Table) -> None:
    link: Relative = client_files.part_of(Relative, table, "relatives", scene.today)
    relative: UUID = scene.people[table["person"]]
    link = replace(link, relative_id=relative)
    scene.book.write(people.save_part, scene.people[key], "relatives", link, scene.clock.day)
