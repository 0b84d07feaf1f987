"""What posts answered: recorded once with source and day, it stands for every case at that post."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.domain import checking, facts, posts
from app.domain.basis import Basis
from app.domain.categories import CATEGORIES
from app.domain.fact_types import Fact, Origin
from app.domain.posts import Post, PostAnswer, Told
from app.errors import UserError
from app.i18n import N_, Bilingual, _
from app.services import packs, records
from db import trail
from db.models.post import PostAnswerRow, PostCheckRow

CAPTURE_LIMIT = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAnswer:
    """An answer as it is typed; ``value`` is the fact's text, "" or "unknown" where the post says nothing.

    ``category`` is the visa it speaks of, "" for every visa.
    """

    post: str
    fact: str
    value: str
    source: str
    told_on: date | None
    valid_from: date | None = None
    valid_until: date | None = None
    note: str = ""
    capture_name: str = ""
    capture: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLine:
    """An answer that was recorded; ``shown`` is None where it said that nothing is known."""

    id: UUID
    fact: str
    category: str
    shown: Bilingual | None
    source: str
    told_on: date
    valid_from: date | None
    valid_until: date | None
    author: str
    note: str
    capture_name: str
    capture: str
    origin: str
    stands: bool


def post(session: Session, code: str, today: date) -> Post:
    """Return a post as shipped, with what the firm recorded over it. Raises ``UserError``."""
    shipped = packs.post(code)
    rows = _in_force(_rows(session, code), today)
    return shipped.with_answers([_answer(row) for row in rows], _last_check(session, code))


def _rows(session: Session, code: str) -> list[PostAnswerRow]:
    """Return what was recorded of a post, the newest first: by the day it was learned, then as recorded."""
    found = session.scalars(records.of_owner(PostAnswerRow, "post"), {"key": code})
    known = [row for row in found if _is_readable(row)]
    return sorted(known, key=lambda row: (row.told_on, row.id), reverse=True)


def _is_readable(row: PostAnswerRow) -> bool:
    """Whether this version of the program knows the fact, and can read its value."""
    try:
        facts.parse_value(facts.named(row.fact), row.value)
    except UserError:
        return False
    return True


def _in_force(rows: Sequence[PostAnswerRow], today: date) -> list[PostAnswerRow]:
    """Return of each fact, for each visa, the newest answer that holds today: it has begun, and not ended."""
    newest: dict[tuple[str, str], PostAnswerRow] = {}
    for row in rows:
        if (row.valid_from or today) <= today <= (row.valid_until or today):
            newest.setdefault((row.fact, row.category), row)
    return list(newest.values())


def _answer(row: PostAnswerRow) -> PostAnswer:
    value = facts.parse_value(facts.named(row.fact), row.value)
    told = Told(row.source, row.told_on, row.author, row.valid_until)
    spoken_of = (row.category,) if row.category else ()
    return PostAnswer(fact=row.fact, value=value, basis=Basis.POST, told=told, categories=spoken_of)


def _last_check(session: Session, code: str) -> date | None:
    found = session.scalars(records.of_owner(PostCheckRow, "post"), {"key": code})
    return max((row.told_on for row in found), default=None)


def shown(answer: PostAnswer) -> Bilingual:
    """Return an answer in both languages."""
    return facts.show(facts.named(answer.fact), answer.value)


def history(session: Session, code: str, fact: str, today: date) -> list[AnswerLine]:
    """Return everything recorded for one question, the newest first."""
    rows = [row for row in _rows(session, code) if row.fact == fact]
    standing = {row.id for row in _in_force(rows, today)}
    return [_line(row, row.id in standing) for row in rows]


def _line(row: PostAnswerRow, stands: bool) -> AnswerLine:
    fact = facts.named(row.fact)
    value = facts.parse_value(fact, row.value)
    return AnswerLine(
        id=row.id,
        fact=row.fact,
        category=row.category,
        shown=None if value is None else facts.show(fact, value),
        source=row.source,
        told_on=row.told_on,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        author=row.author,
        note=row.note,
        capture_name=row.capture_name,
        capture=row.capture,
        origin=row.origin,
        stands=stands,
    )


@trail.operation("post:answer", N_("Record answer of a post"))
def record(session: Session, answer: NewAnswer, today: date) -> UUID:
    """Record an answer; every case at the post follows in the same step. An older answer stays on record.

    Raises ``UserError`` on the field: an unknown post or fact, a value the fact can't have, no source, a
    day to come.
    """
    fact = question(answer.fact)
    value = facts.parse_value(fact, answer.value)
    code = packs.post(answer.post).code
    row = PostAnswerRow(
        post_key=posts.key(code),
        post=code,
        fact=fact.name,
        category=visa(answer.category),
        value="" if value is None else facts.write_value(fact, value),
        source=_source(answer.source),
        told_on=_told_on(answer.told_on, today),
        valid_from=answer.valid_from,
        valid_until=_valid_until(answer, today),
        author=trail.of(session).actor.name,
        note=checking.text(answer.note, limit=2000, lines=True, field="note"),
        capture_name=checking.text(answer.capture_name, limit=200, field="capture_name"),
        capture=checking.text(answer.capture, limit=CAPTURE_LIMIT, lines=True, field="capture"),
    )
    session.add(row)
    session.flush()
    trail.note(session, about=row.post_key)
    return row.id


def question(name: str) -> Fact:
    """Return the fact ``name`` if it is a question for a post. Raises ``UserError``."""
    fact = facts.named(name if name in facts.REGISTRY else f"post.{name.removeprefix('post.')}")
    if fact.origin is not Origin.POST:
        message = _("“{name}” is not a question for a post.").format(name=name[:60])
        raise UserError(message, _("“rules questions --all” lists them."), field="fact")
    return fact


def visa(code: str) -> str:
    """Return the code of a visa as answers name it, "" for every visa. Raises ``UserError``."""
    code = code.strip().upper()
    if code and code not in CATEGORIES:
        message = _("There is no visa “{code}” here.").format(code=code[:20])
        raise UserError(message, ", ".join(CATEGORIES), field="category")
    return code


def _source(typed: str) -> str:
    source = checking.text(typed, limit=500, field="source")
    if not source:
        raise UserError(_("Say where this was read, or who said it."), field="source")
    return source


def _told_on(day: date | None, today: date) -> date:
    if day is None:
        raise UserError(_("Say on which day it was read or said."), field="told_on")
    if day > today:
        raise UserError(_("This can't lie in the future."), field="told_on")
    return day


def _valid_until(answer: NewAnswer, today: date) -> date | None:
    last = answer.valid_until
    if last is not None and last < (answer.valid_from or _told_on(answer.told_on, today)):
        raise UserError(_("The end lies before the beginning."), field="valid_until")
    return last


@trail.operation("post:check", N_("Check a post's rules"))
def check(session: Session, code: str, on: date, today: date, *, note: str = "") -> UUID:
    """Record that a post's own rules were read on a day and found unchanged. Raises ``UserError``."""
    code = packs.post(code).code
    row = PostCheckRow(
        post_key=posts.key(code),
        post=code,
        told_on=_told_on(on, today),
        author=trail.of(session).actor.name,
        note=checking.text(note, limit=2000, lines=True, field="note"),
    )
    session.add(row)
    session.flush()
    trail.note(session, about=row.post_key)
    return row.id
