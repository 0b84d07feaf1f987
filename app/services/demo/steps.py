"""One thing that happens in the demo: on which day, at whose desk, and what."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.services.demo.scene import Scene


@dataclass(frozen=True, slots=True)
class Step:
    """Something that somebody does ``day`` days from today."""

    day: int
    login: str
    act: Callable[[Scene], object]


def tell(scene: Scene, steps: Iterable[Step]) -> None:
    """Do all steps by day; those of one day in the order they are given."""
    for step in sorted(steps, key=lambda step: step.day):
        scene.step(step.day, step.login)
        step.act(scene)
