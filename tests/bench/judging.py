"""What rules as data cost: many K cases against the same items written out in Python, and one new fact."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import cycle
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.domain import checklist
from app.services import case_facts, case_values, cases, checklists, deadlines, packs, stays
from db.casebook import Casebook
from tests.bench import judging_by_hand
from tests.bench.ground import TODAY, Ground, casebook, fill
from tests.bench.measure import Figure, interleaved, milliseconds
from tests.services.ledgers import ENTERED, a_visa, enter, move_in

CASES = 1_000
OFTEN = 20  # evaluations timed as one


def figures(ground: Ground) -> list[Figure]:
    """Judge many cases both ways; then re-evaluate one open case after one fact, without the commit."""
    with casebook(ground.folder / "Judged.kasebook") as book:
        return [_judged(ground), _one_fact(ground, book), _in_china(ground, book)]


def facts_of(number: int) -> Mapping[str, object]:
    """Return the facts of a made-up case: about half of those that K looks at, each known in its own way."""
    values: dict[str, tuple[object, ...]] = {
        "limb": (frozenset({"graduate"}), frozenset({"staff"}), frozenset()),
        "age_on_filing": (12, 30, 71),
        "planned_filing": (date(2026, 12, 1), date(2027, 2, 1)),
        "requested_stay_days": (90, 181),
        **dict.fromkeys(judging_by_hand.YES_NO, (True, False)),
    }
    return {
        name: choices[(number * 7 + at) % len(choices)]
        for at, (name, choices) in enumerate(values.items())
        if (number * 31 + at * 17) % 5 > 1
    }


def _judged(ground: Ground) -> Figure:
    rules = packs.rule_set("K", "new-delhi", TODAY)
    known = [facts_of(number) for number in range(min(CASES, ground.size.persons))]
    taken = interleaved(
        ground.size.rounds,
        {
            "ours": lambda: [checklist.judge(rules, facts) for facts in known],
            "floor": lambda: [judging_by_hand.judge(facts) for facts in known],
        },
    )
    return Figure(
        f"which items apply in {CASES:,} K cases",
        "the same items written out as a Python function",
        taken["ours"] / taken["floor"],
        3,
        f"{taken['ours'] / len(known) * 1e6:.3g} µs a case",
    )


def _one_fact(ground: Ground, book: Casebook) -> Figure:
    key = fill(book, 10)[0]
    operation: Any = cases.open_case
    case: UUID = book.write(operation, key, category="K", post="new-delhi", today=TODAY).result.id
    turns = cycle(("graduate", "staff"))

    def changed() -> None:
        book.write(case_facts.set_fact, case, "limb", next(turns))

    def evaluated() -> object:
        return book.read(_evaluate, case)  # OFTEN times in one open session

    taken = interleaved(min(ground.size.rounds, 7), {"one fact": changed, "evaluated": evaluated})
    return Figure(
        "re-evaluating one open case after one fact, without the commit, in ms",
        "none",
        taken["evaluated"] * 1000 / OFTEN,
        5,
        f"the whole operation with its commit {milliseconds(taken['one fact'])}",
    )


def _in_china(ground: Ground, book: Casebook) -> Figure:
    """Time one fact of a case whose holder is in China: the checklist, and what falls due by its ledger."""
    case = a_visa(book)
    entry = enter(book, case)
    move_in(book, case)
    exit_ = replace(entry, left_on=ENTERED + timedelta(days=9), left_time="09:00")
    book.write(stays.save, case, "entries", exit_, TODAY)
    enter(book, case, entered_on=ENTERED + timedelta(days=14))
    taken = interleaved(
        min(ground.size.rounds, 7), {"evaluated": lambda: book.read(_evaluate_with_ledger, case)}
    )
    return Figure(
        "the same with an entries ledger and its deadlines, in ms",
        "none",
        taken["evaluated"] * 1000 / OFTEN,
        5,
        "facts gathered once for both",
    )


def _evaluate_with_ledger(session: Session, case: UUID) -> object:
    row = case_values.row(session, case)
    found = []
    for _time in range(OFTEN):
        now = checklists.evaluated(session, row, TODAY)
        found.append(deadlines.open_of(session, row, TODAY, {row.id: (now.file, now.facts)}))
    return found


def _evaluate(session: Session, case: UUID) -> object:
    return [checklists.evaluated(session, case_values.row(session, case), TODAY) for _time in range(OFTEN)]
