"""The enquiries of the demo, from the tables of the story to steps on their days."""

from collections.abc import Iterator
from functools import partial

from app.domain import fields, reading
from app.domain.conflicts import Decision
from app.domain.enquiries import FirstCall
from app.services import conflict_search, conflicts, enquiries
from app.services.demo.scene import Scene
from app.services.demo.steps import Step
from app.services.demo.story import Story, Table
from app.services.enquiries import Taken


def steps(story: Story) -> Iterator[Step]:
    """Yield every call, and what was decided about its conflicts."""
    for table in story.enquiries:
        taken: list[Taken] = []
        yield Step(table["on"], table["by"], partial(_take, table=table, taken=taken))
        if "decided" in table:
            decided = table["decided"]
            yield Step(decided["on"], table["by"], partial(_decide, table=decided, taken=taken))


def _take(scene: Scene, table: Table, taken: list[Taken]) -> None:
    declared = fields.named(FirstCall)
    typed = {
        name: reading.read(declared[name], text, today=scene.today)
        for name, text in table.items()
        if name in declared
    }
    referrer = scene.people.get(table.get("referrer_person", ""))
    call = FirstCall(**typed, referrer_id=referrer)
    taken.append(scene.book.write(enquiries.add, call, scene.clock.day).result)


def _decide(scene: Scene, table: Table, taken: list[Taken]) -> None:
    person = taken[0].person_id
    found = scene.book.read(conflict_search.of_person, person)
    scene.book.write(
        conflicts.decide,
        person,
        found,
        Decision(table["decision"]),
        reason=table.get("reason", ""),
        enquiry_id=taken[0].id,
    )
