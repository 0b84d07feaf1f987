"""Sheets of persons and cases before they are taken in: what would come, and who is there already."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.importing import Candidate, RowError, Subject, Table, cell_values, heads, rows
from app.domain.importing.cell_values import Meaning
from app.domain.importing.columns import by_key
from app.domain.importing.duplicates import Choice, Crowd
from app.domain.importing.orders import Orders
from app.domain.likeness import Likeness, Traits
from app.errors import UserError
from app.i18n import _
from app.services import named_cases
from app.services.sheet_reader import ReadSheet
from db import search, search_index, trail
from db.models.import_columns import ImportColumns
from db.models.person_row import PersonListing

Report = Callable[[int, int], None]
_SAME = (Likeness.PASSPORT, Likeness.NAME_AND_BIRTH, None)  # and so left out, unless somebody says else


def _silent(done: int, total: int) -> None:
    """Report to nobody."""


@dataclass(frozen=True, slots=True)
class Like:
    """A row that may be there already: in the casebook (``person_id``), or as the row ``other_row``."""

    row: int
    why: Likeness | None  # None for a case: it has the same client, category and post
    person_id: UUID | None = None
    other_row: int = 0
    name: str = ""
    birth_date: str = ""
    passport: str = ""
    case_number: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """What taking in a sheet would do; nothing is written yet.

    ``asked`` are the columns of dates whose order somebody must say, ``missing`` says what has no column.
    """

    subject: Subject
    table: Table
    meaning: Meaning
    candidates: tuple[Candidate, ...]
    errors: tuple[RowError, ...]
    likes: tuple[Like, ...]
    asked: Mapping[int, Orders]
    missing: tuple[str, ...]

    @property
    def wrong_rows(self) -> int:
        """The number of rows with an error."""
        return len({error.row for error in self.errors})

    def usual(self) -> dict[int, Choice]:
        """Return what is proposed for each row that looks like somebody: the same person is left out."""
        found: dict[int, Choice] = {}
        for like in self.likes:
            found.setdefault(like.row, Choice.SKIP if like.why in _SAME else Choice.ADD)
        return found


def opened(session: Session, subject: Subject, sheet: ReadSheet) -> tuple[Table, Meaning]:
    """Return a sheet with its heads, and what its columns mean: as remembered for such heads, else guessed.

    Raises ``UserError`` where there is nothing under the heads.
    """
    table = heads.table(subject, sheet.rows, sheet.odd)
    if not table.rows:
        raise UserError(_("“{file}” has no rows under its heads.").format(file=sheet.file))
    return table, remembered(session, subject, table) or guessed(subject, table)


def guessed(subject: Subject, table: Table) -> Meaning:
    """Return what the heads of a sheet say by themselves."""
    found = heads.guessed(subject, table.heads)
    named = {at: heads.order_in(table.heads[at]) for at in found}
    return Meaning(found, {at: order for at, order in named.items() if order})


def remembered(session: Session, subject: Subject, table: Table) -> Meaning | None:
    """Return what columns of these heads were last said to mean, None where nobody has said."""
    kept = session.get(ImportColumns, heads.signature(subject, table.heads))
    if kept is None:
        return None
    held = json.loads(kept.meaning)
    known = by_key(subject)
    columns = {int(at): key for at, key in held["columns"].items() if key in known}
    return Meaning(columns, {int(at): order for at, order in held["orders"].items()})


def remember(session: Session, subject: Subject, table: Table, meaning: Meaning) -> None:
    """Remember what the columns of such a sheet mean, for the next one; in no history, and never undone."""
    signature = heads.signature(subject, table.heads)
    kept = session.get(ImportColumns, signature) or ImportColumns(signature=signature)
    kept.meaning = json.dumps({"columns": dict(meaning.columns), "orders": dict(meaning.orders)})
    kept.used_at = trail.of(session).at
    session.add(kept)


def preview(
    session: Session,
    subject: Subject,
    table: Table,
    meaning: Meaning,
    today: date,
    report: Report = _silent,
) -> Preview:
    """Return what taking in ``table`` would do; slow for a long one, and safe in a job."""
    asked = cell_values.open_orders(subject, table, meaning, today)
    parsed = rows.read(subject, table, meaning, today, report)
    likes: Iterator[Like]
    if subject is Subject.PERSONS:
        likes = _likes(session, parsed.candidates)
    else:
        parsed = named_cases.resolved(session, parsed, table, meaning, today)
        likes = _same_cases(session, parsed.candidates)
    return Preview(
        subject=subject,
        table=table,
        meaning=meaning,
        candidates=parsed.candidates,
        errors=parsed.errors,
        likes=tuple(likes),
        asked={at: orders for at, orders in asked.items() if at not in meaning.orders},
        missing=tuple(rows.unmet(subject, meaning)),
    )


def _likes(session: Session, candidates: Sequence[Candidate]) -> Iterator[Like]:
    """Yield for each row who it may be, of the casebook and of the rows before it."""
    lines = {line.seq: line for line in session.execute(_THERE)}
    crowd = Crowd((seq, Traits(line.folded, line.tokens, line.birth_date)) for seq, line in lines.items())
    reader = session.info.get(search_index.PINYIN)
    for candidate in candidates:
        traits = search.traits(candidate.value, reader)
        for key, why in crowd.like(traits):
            if isinstance(key, tuple):
                yield Like(candidate.row, why, other_row=key[1])
            else:
                line = lines[key]
                yield Like(candidate.row, why, line.person_id, 0, line.name, line.birth_date, line.passport)
        crowd.add(("row", candidate.row), traits)


def _same_cases(session: Session, candidates: Sequence[Candidate]) -> Iterator[Like]:
    """Yield the rows whose client has a case of the category at the post, open or not, or in a row before."""
    there = dict(named_cases.there(session))
    seen: dict[Any, int] = {}
    for candidate in candidates:
        key = candidate.value.key
        if key in there:
            yield Like(candidate.row, None, candidate.value.person_id, case_number=there[key])
        elif key in seen:
            yield Like(candidate.row, None, other_row=seen[key])
        seen.setdefault(key, candidate.row)


_THERE = select(
    PersonListing.seq,
    PersonListing.person_id,
    PersonListing.name,
    PersonListing.birth_date,
    PersonListing.passport,
    PersonListing.folded,
    PersonListing.tokens,
).where(PersonListing.archived.is_(False))


def with_column(meaning: Meaning, at: int, key: str) -> Meaning:
    """Return a meaning in which the column at ``at`` holds ``key``, and no other does; "" is nothing."""
    columns = {place: held for place, held in meaning.columns.items() if place != at and held != key}
    orders = {place: order for place, order in meaning.orders.items() if place != at}
    return Meaning({**columns, at: key} if key else columns, orders)


def with_order(meaning: Meaning, at: int, order: str) -> Meaning:
    """Return a meaning in which the dates of the column at ``at`` are of ``order``."""
    return replace(meaning, orders={**meaning.orders, at: order})


def refuse_unready(ready: Preview) -> None:
    """Raise ``UserError`` where a sheet can't be taken in as it is understood."""
    if ready.missing:
        raise UserError(" ".join(ready.missing))
    if not ready.candidates:
        raise UserError(_("No row can be taken in."))
