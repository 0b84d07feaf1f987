"""A casebook with cases in every kind of situation, the same for the same seed: for lists over many cases."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import Table, insert, select, update

from app.domain.absences import Absence
from app.domain.cases import Stage
from app.domain.item_records import ItemState
from app.domain.timeline import NoteKind
from app.services import absences, case_edits, firms
from app.services.case_edits import Edit
from db.casebook import Casebook
from db.models.case import CaseNoteRow, CaseRow, ItemRow
from db.models.firm import User
from db.models.mail import MailFileRow, MailRow
from db.types import new_key
from tests.builders import TODAY, add_person, open_case

CASES = Table("case_file", CaseRow.metadata)
ITEMS = Table("case_item", ItemRow.metadata)
USERS = Table("user_account", User.metadata)
NOTES = Table("case_note", CaseNoteRow.metadata)
MAILS = Table("case_mail", MailRow.metadata)
MAIL_FILES = Table("mail_file", MailFileRow.metadata)
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
        if number % 2:
            _keep_quiet(book, case)
        _set_office(book, case, random.choice((*offices, None)), is_archived=random.random() < 0.1)
        _set_days(book, random, case, has_days=has_days)
        _speak(book, Random(seed + number), case)
    _go_away(book, colleague)
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


def _keep_quiet(book: Casebook, case: UUID) -> None:
    """Let all that was asked lie three weeks further back."""
    with book.engine.begin() as connection:
        rows = connection.execute(
            select(ITEMS.c.id, ITEMS.c.asked_on, ITEMS.c.last_chased_on).where(ITEMS.c.case_id == case)
        ).all()
        for key, *days in rows:
            asked, chased = (day - timedelta(days=21) if day else None for day in days)
            values = {"asked_on": asked, "last_chased_on": chased}
            connection.execute(update(ITEMS).where(ITEMS.c.id == key).values(**values))


def _speak(book: Casebook, random: Random, case: UUID) -> None:
    """Note down calls and thoughts, and keep mails, some of them of late."""
    rows: list[tuple[Table, dict[str, Any]]] = []
    for kind in random.sample(tuple(NoteKind), random.randint(0, 2)):
        at = _moment(random)
        rows.append((NOTES, {"written_at": at, "author": "Ana Sample", "text": "Sample", "kind": kind}))
        if random.random() < 0.5:
            rows[-1][1]["happened_at"] = at - timedelta(days=random.randint(0, 9))
    if random.random() < 0.4:
        mail = {"sha256": "0" * 64, "file_name": "a.eml", "size": 1, "kept_by": "Ana Sample"}
        rows.append((MAILS, {**mail, "kept_at": _moment(random), "sent_at": _moment(random)}))
    with book.engine.begin() as connection:
        for table, values in rows:
            if table is MAILS and not connection.execute(select(MAIL_FILES.c.sha256)).first():
                connection.execute(insert(MAIL_FILES), {"sha256": values["sha256"], "data": b"x"})
            whole = {"id": new_key(), "version": 1, "case_id": case, **values}
            connection.execute(insert(table), whole)


def _moment(random: Random) -> datetime:
    return datetime.combine(_day(random, -20, -1), time(random.randint(0, 23)), UTC)


def _go_away(book: Casebook, colleague: UUID) -> None:
    """Let the actor stand in for the colleague today; the other way it is over."""
    me, day = book.actor.id, timedelta(days=1)
    for away in (
        Absence(user_id=colleague, deputy_id=me, start=TODAY, end=TODAY),
        Absence(user_id=me, deputy_id=colleague, start=TODAY - 3 * day, end=TODAY - day),
    ):
        book.write(absences.save, away, TODAY)


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
