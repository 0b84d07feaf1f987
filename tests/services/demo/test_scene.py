"""The demo's clock gives the same moments every time, and never goes back."""

from datetime import date

from app.services.demo.scene import Clock, Scene
from db.casebook import Casebook
from db.trail import Actor
from db.types import new_key

DAY, NEXT = date(2026, 11, 23), date(2026, 11, 24)


def test_the_clock_goes_on_with_every_look() -> None:
    clock = Clock(DAY)
    first, second = clock.now(), clock.now()
    assert first.date() == second.date() == DAY
    assert first < second
    assert clock.today() == DAY


def test_each_day_begins_anew() -> None:
    clock, other = Clock(DAY), Clock(NEXT)
    clock.now()
    clock.turn(NEXT)
    assert clock.now() == other.now()


def test_telling_the_same_day_again_does_not_set_it_back() -> None:
    clock = Clock(DAY)
    before = clock.now()
    clock.turn(DAY)
    assert clock.now() > before


def test_a_step_sets_the_day_and_who_is_at_the_desk(book: Casebook) -> None:
    scene = Scene(book, Clock(DAY), DAY)
    scene.users["siti"] = Actor(new_key(), "Siti Contohari")
    scene.step(1, "siti")
    assert (scene.clock.day, book.actor.name) == (NEXT, "Siti Contohari")
