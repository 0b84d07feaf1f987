"""Which lines a tick moves, and when a line of its own is worked on."""

from app.domain.item_records import ItemState
from app.services import checklists
from app.services.demo import items
from app.services.demo.scene import Clock, Scene
from db.casebook import Casebook
from tests.builders import TODAY, open_case

GROUPS = {"papers": ["K-DOC-02", "K-DOC-06"]}


def test_a_group_stands_for_its_items() -> None:
    assert items.named(["K-DOC-01", "papers"], GROUPS) == ["K-DOC-01", "K-DOC-02", "K-DOC-06"]


def test_a_line_is_worked_on_for_each_of_its_states() -> None:
    item = {"id": "K-DOC-01", "requested": -5, "accepted": -3, "number": "Z0000001"}
    assert list(items.days(item, {}, GROUPS)) == [(-5, ItemState.REQUESTED), (-3, ItemState.ACCEPTED)]


def test_without_a_state_it_is_worked_on_when_the_last_tick_moved_it() -> None:
    ticks = [
        {"on": -9, "items": ["papers"]},
        {"on": -4, "items": ["papers"]},
        {"on": -1, "items": ["K-DOC-01"]},
    ]
    assert list(items.days({"id": "K-DOC-02"}, {"opened": -20, "tick": ticks}, GROUPS)) == [(-4, None)]
    assert list(items.days({"id": "K-DOC-09"}, {"opened": -20}, GROUPS)) == [(-20, None)]


def states(book: Casebook, scene: Scene) -> dict[str, ItemState]:
    return {each.line.item.id: each.line.state for each in book.read(checklists.lines, scene.cases[0], TODAY)}


def test_a_tick_passes_over_what_does_not_apply_and_work_records_the_paper(book: Casebook) -> None:
    scene = Scene(book, Clock(TODAY), TODAY)
    scene.cases[0] = open_case(book).id
    items.tick(scene, 0, {"on": 0, "to": "accepted", "items": ["papers"]}, GROUPS)
    found = states(book, scene)
    assert found["K-DOC-02"] is ItemState.ACCEPTED
    assert found["K-DOC-06"] is ItemState.NEEDED  # it asks: whether it applies is not known
    items.work(scene, 0, {"id": "K-DOC-01", "received": 0, "number": "Z0000001"}, ItemState.RECEIVED)
    line = next(
        each.line
        for each in book.read(checklists.lines, scene.cases[0], TODAY)
        if each.line.item.id == "K-DOC-01"
    )
    assert (line.state, line.record.number) == (ItemState.RECEIVED, "Z0000001")
