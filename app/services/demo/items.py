"""The checklists of the demo: lines moved together, and single lines with what their papers say."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from app.domain.conditions import Answer
from app.domain.item_records import ItemState
from app.services import case_edits, checklists, item_values
from app.services.checklists import ItemLine
from app.services.demo.scene import Scene
from app.services.demo.story import Table

Groups = Mapping[str, Sequence[str]]
_STATES = {state.value: state for state in ItemState}


def named(items: Sequence[str], groups: Groups) -> list[str]:
    """Return item ids, the names of groups replaced by what is in them."""
    return [each for item in items for each in groups.get(item, (item,))]


def days(item: Table, case: Table, groups: Groups) -> Iterator[tuple[int, ItemState | None]]:
    """Yield the day of each state an item went through; without any, when the last tick moved it."""
    moves = [(day, _STATES[name]) for name, day in item.items() if name in _STATES]
    if moves:
        yield from moves
        return
    ticks = [tick["on"] for tick in case.get("tick", ()) if item["id"] in named(tick["items"], groups)]
    yield max(ticks, default=case["opened"]), None


def tick(scene: Scene, number: int, table: Table, groups: Groups) -> None:
    """Move the lines of one tick that apply and are not there yet, as one step."""
    to = ItemState(table["to"])
    wanted = named(table["items"], groups)
    lines = [
        (each.row_id, each.version)
        for each in _lines(scene, number)
        if each.line.item.id in wanted and each.line.applies is Answer.YES and each.line.state is not to
    ]
    scene.book.write(case_edits.work_items, lines, to, scene.clock.day)


def work(scene: Scene, number: int, table: Table, to: ItemState | None) -> None:
    """Move one line; what its paper says is recorded with the first state that is not a request."""
    lines = [each for each in _lines(scene, number) if each.line.item.id == table["id"]]
    chosen = lines[table.get("repeat", 1) - 1]
    reason = table.get("reason", "") if to in (ItemState.RETURNED, ItemState.WAIVED) else ""
    values = {} if to is ItemState.REQUESTED and _goes_on(table) else _values(scene, table, chosen)
    scene.book.write(
        case_edits.work_items,
        [(chosen.row_id, chosen.version)],
        to if to is not chosen.line.state else None,
        scene.clock.day,
        values=values,
        reason=reason,
    )


def _goes_on(table: Table) -> bool:
    return any(name in table for name in _STATES if name != ItemState.REQUESTED.value)


def _values(scene: Scene, table: Table, chosen: ItemLine) -> dict[str, Any]:
    """Return what the table says about the paper and the line does not hold yet."""
    read = {
        name: item_values.read(name, typed, scene.today)
        for name, typed in table.items()
        if name in item_values.FIELDS
    }
    return {name: value for name, value in read.items() if getattr(chosen.line.record, name) != value}


def _lines(scene: Scene, number: int) -> Sequence[ItemLine]:
    return scene.book.read(checklists.lines, scene.cases[number], scene.clock.day)
