"""Printing: a bilingual summary, tagged, against the same content by others and against a floor.

The packages to compare with are the extra ``bench``, never among the program's own; what is absent is said.
"""

import importlib
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import cycle
from types import ModuleType

from app.pdf import render
from app.pdf.tree import Document
from tests.bench import paper_cells, paper_content, paper_floor, paper_processes
from tests.bench.ground import Ground
from tests.bench.measure import MOST, Figure, Variant, interleaved, milliseconds

FAST = {"Platypus": "paper_platypus", "Typst": "paper_typst"}
SLOW = {"WeasyPrint": "paper_weasyprint", "fpdf2": "paper_fpdf2"}
REACH = {"Platypus": 0.4, "Typst": 1.0}
WORK = "six-page bilingual summary, tagged"
HINT = (
    "Not compared with {names}: not installed. In an environment of its own, with all that Kasebook needs:\n"
    "  uv pip install --python PYTHON -r requirements.lock '.[bench]'; PYTHON -m tests.bench paper\n"
)


def figures(ground: Ground) -> list[Figure]:
    """Measure printing with as many others as there are, and say which are not."""
    others = _installed({**FAST, **SLOW})
    if absent := [name for name in (*FAST, *SLOW) if name not in others]:
        sys.stderr.write(HINT.format(names=", ".join(absent)))
    rounds = ground.size.rounds
    return [
        *_warm(rounds, {name: others[name] for name in FAST if name in others}),
        *_slow({name: others[name] for name in SLOW if name in others}),
        _fallback(rounds),
        *paper_processes.figures(rounds, is_compared="Platypus" in others),
    ]


def _installed(names: Mapping[str, str]) -> dict[str, ModuleType]:
    found = {}
    for name, module in names.items():
        try:
            found[name] = importlib.import_module(f"tests.bench.{module}")
        except ImportError:
            continue
    return found


def _prepared(module: ModuleType, document: Document) -> Variant:
    """Return what makes the PDF by another producer, its content got ready before."""
    return partial(module.made, module.prepared(paper_cells.pieces(document)))


def _warm(rounds: int, others: Mapping[str, ModuleType]) -> list[Figure]:
    """Return how long the same document takes again, in a process that printed it before."""
    document = paper_content.summary()
    makers = {name: _prepared(module, document) for name, module in others.items()}
    ours: Callable[[], bytes] = partial(render.render, document)
    taken = interleaved(rounds, {"ours": ours, "floor": paper_floor.floor(document), **makers})
    note = milliseconds(taken["ours"])
    floor = f"deflate, subset and shape each string once, {milliseconds(taken['floor'])}"
    found = [Figure(WORK, floor, taken["ours"] / taken["floor"], 6.0, note)]
    for name in makers:
        remembers = name == "Typst"
        told = f"{name}, {milliseconds(taken[name])}" + ", remembering the whole layout" * remembers
        goal = None if remembers else REACH[name]
        found.append(Figure(WORK, told, taken["ours"] / taken[name], goal, note))
    if "Platypus" in makers:
        found.append(_sizes(ours(), makers["Platypus"]()))
    return [*found, *_changing(rounds, others)]


def _sizes(ours: bytes, other: object) -> Figure:
    assert isinstance(other, bytes)
    told = f"Platypus, {len(other) // 1024} KB"
    return Figure("size of that file", told, len(ours) / len(other), 1.0, f"{len(ours) // 1024} KB")


def _changing(rounds: int, others: Mapping[str, ModuleType]) -> list[Figure]:
    """Return the same with other clients each time, so that nobody remembers the whole document."""
    documents = [paper_content.summary(seed=seed) for seed in range(1, MOST + 3 if rounds > 1 else 3)]
    makers = {name: _each(_prepared(module, one) for one in documents) for name, module in others.items()}
    ours = _each(partial(render.render, one) for one in documents)
    taken = interleaved(rounds, {"ours": ours, **makers}, warm=2)
    note = milliseconds(taken["ours"])
    return [
        Figure(
            f"{WORK}, other clients each time",
            f"{name}, {milliseconds(taken[name])}",
            taken["ours"] / taken[name],
            REACH[name],
            note,
        )
        for name in makers
    ]


def _each(makers: Iterable[Variant]) -> Variant:
    """Return what runs the next of ``makers`` each time, and at their end begins again."""
    following = cycle(list(makers))
    return lambda: next(following)()


def _slow(others: Mapping[str, ModuleType]) -> list[Figure]:
    """Return how many times as long the slow ones take, from a few rounds."""
    document = paper_content.summary()
    makers = {name: _prepared(module, document) for name, module in others.items()}
    taken = interleaved(1, {"ours": partial(render.render, document), **makers})
    return [
        Figure(f"{WORK}, by {name}", f"ours, {milliseconds(taken['ours'])}", taken[name] / taken["ours"])
        for name in makers
    ]


def _fallback(rounds: int) -> Figure:
    """Return what names in eight scripts cost, against names in Latin and Chinese only."""
    plain, native = paper_content.summary(), paper_content.summary(native=True)
    taken = interleaved(
        rounds, {"plain": partial(render.render, plain), "native": partial(render.render, native)}
    )
    return Figure(
        "the same with names in their own scripts",
        f"Latin and Chinese only, {milliseconds(taken['plain'])}",
        taken["native"] / taken["plain"],
        1.2,
        milliseconds(taken["native"]),
    )
