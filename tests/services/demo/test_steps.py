"""Steps are done by day, and those of one day in the order they were given."""

from functools import partial

from app.services.demo.scene import Clock, Scene
from app.services.demo.steps import Step, tell
from db.casebook import Casebook
from tests.builders import TODAY


def _add(done: list[str], word: str, scene: Scene) -> None:
    done.append(word)


def test_steps_are_told_by_day_and_then_as_given(book: Casebook) -> None:
    done: list[str] = []
    told = ((0, "c"), (-2, "a"), (0, "d"), (-1, "b"))
    steps = [Step(day, "ana", partial(_add, done, word)) for day, word in told]
    scene = Scene(book, Clock(TODAY), TODAY)
    tell(scene, steps)
    assert "".join(done) == "abcd"
    assert scene.clock.day == TODAY
