"""A casebook with cases in every kind of situation, the same for the same seed: for lists over many cases."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import Table, insert, select, update

from app.domain.cases import Stage
from app.domain.item_records import ItemState
from app.services import case_edits, firms
from app.services.case_edits import Edit
from db.casebook import Casebook
from db.models.case import CaseRow, ItemRow
from db.models.firm import User
from db.types import new_key
from tests.builders import TODAY, add_person, open_case

CASES = Table("case_file", CaseRow.metadata)
ITEMS = Table("case_item", ItemRow.metadata)
USERS = Table("user_account", User.metadata)
_DATED = ("planned_filing", "appointment_on", "supplement_due", "planned_entry")


@dataclass(frozen=True, slots=True)
class Busy:
    """Who else works in the casebook, and at which offices."""

    colleague: UUID
    offices: tuple[UUID, UUID]
    cases: tuple[UUID, ...]


def fill(book: Casebook, count: int = 30, seed: int = 2026) -> Busy:
    """Open cases of a few persons, at every stage, with papers in every state and days around today."""
    random = Random(seed)
    offices = tuple(book.write(firms.add_office, name, "Sample", "SG").result for name in ("East", "West"))
    colleague = new_key()
    with book.engine.begin() as connection:
        user = {"id": colleague, "version": 1, "login": "ben", "name": "Ben Example", "archived": False}
        connection.execute(insert(USERS), {**user, "role": "consultant", "office_id": None})
    persons = [add_person(book) for _number in range(4)]
    cases = tuple(open_case(book, random.choice(persons)).id for _number in range(count))
    owners = (book.actor.id, colleague, None)
    for number, case in enumerate(cases):
        has_days = number % 3 > 0
        stage = list(Stage)[number % len(Stage)]
        _scatter(book, random, case, stage, random.choice(owners), has_days=has_days)
        _set_office(book, case, random.choice((*offices, None)), is_archived=random.random() < 0.1)
        _set_days(book, random, case, has_days=has_days)
    return Busy(colleague, (offices[0], offices[1]), cases)


def _day(random: Random, first: int = -20, last: int = 20) -> date:
    return TODAY + timedelta(days=random.randint(first, last))


def _scatter(
    book: Casebook, random: Random, case: UUID, stage: Stage, owner: UUID | None, *, has_days: bool
) -> None:
    """Give a case its stage and owner, and its lines their states and days."""
    values: dict[str, Any] = {"stage": stage, "owner_id": owner, "stage_since": _day(random, -30, 0)}
    if random.random() < 0.5:
        values |= {"authority_status": "Under review", "authority_status_on": _day(random, -20, 0)}
    is_done = stage is Stage.CLIENT_SIGNED and random.random() < 0.7
    with book.engine.begin() as connection:
        connection.execute(update(CASES).where(CASES.c.id == case).values(**values))
        for key in connection.scalars(
            select(ITEMS.c.id).where(ITEMS.c.case_id == case).order_by(ITEMS.c.id)
        ).all():
            state = random.choice((ItemState.ACCEPTED, ItemState.WAIVED) if is_done else tuple(ItemState))
            line: dict[str, Any] = {
                "state": state,
                "responsible_id": random.choice((None, None, owner, book.actor.id)),
            }
            if has_days and random.random() < 0.15:
                line |= {"due_on": _day(random)}
            if state is not ItemState.NEEDED:
                line |= {"asked_on": _day(random, -40, -2)}
            if random.random() < 0.1:
                line |= {"last_chased_on": _day(random, -12, 0)}
            connection.execute(update(ITEMS).where(ITEMS.c.id == key).values(**line))


def _set_office(book: Casebook, case: UUID, office: UUID | None, *, is_archived: bool) -> None:
    with book.engine.begin() as connection:
        values = {"office_id": office, "archived": is_archived}
        connection.execute(update(CASES).where(CASES.c.id == case).values(**values))


def _set_days(book: Casebook, random: Random, case: UUID, *, has_days: bool) -> None:
    """Set some days through the service, so that the deadlines follow."""
    chosen = [name for name in _DATED if has_days and random.random() < 0.5]
    edits = [Edit(name, _day(random), is_fact=False) for name in chosen]
    edits.append(Edit("application_number", f"SAMPLE{random.randint(1, 9)}", is_fact=False))
    book.write(case_edits.set_values, case, edits, TODAY)
