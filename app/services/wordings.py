"""The firm's wording of agreement and authority letter; supplied text until it has its own."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

import resources
from app.domain import wording
from app.domain.wording import LANGUAGES, Paper
from app.errors import UserError
from app.i18n import N_, _
from app.services import records
from db import trail
from db.models.wording import WordingRow


@dataclass(frozen=True, slots=True)
class Wording:
    """One text; ``is_supplied`` where the firm has none of its own: a draft that nobody checked."""

    body: str
    version: int
    is_supplied: bool


def supplied(paper: Paper, language: str) -> str:
    """Return the text that comes with the program."""
    return resources.text(f"wording/{paper.value}.{language}.txt").strip()


def of(session: Session, paper: Paper, language: str) -> Wording:
    """Return the text in force. Raises ``UserError`` for a language that papers are not printed in."""
    row = _row(session, paper, language)
    return Wording(row.body, row.version, False) if row else Wording(supplied(paper, language), 0, True)


def _row(session: Session, paper: Paper, language: str) -> WordingRow | None:
    if language not in LANGUAGES:
        raise UserError(_("Papers are printed in these languages."), ", ".join(LANGUAGES), field="language")
    query = select(WordingRow).where(WordingRow.paper == paper, WordingRow.language == language)
    return session.scalars(query).first()


@trail.operation("wording:save", N_("Edit wording"))
def save(session: Session, paper: Paper, language: str, version: int, body: str) -> int:
    """Keep the firm's own text; ``version`` is 0 while it has none. Return the new version.

    Raises ``UserError`` naming an unknown placeholder, or ``Conflict``.
    """
    cleaned = wording.checked(body)
    row = _row(session, paper, language)
    if row is None:
        row = WordingRow(paper=paper, language=language, body=cleaned)
        session.add(row)
    else:
        records.current(session, WordingRow, row.id, version).body = cleaned
    session.flush()
    return row.version


@trail.operation("wording:reset", N_("Take the supplied wording"))
def reset(session: Session, paper: Paper, language: str) -> None:
    """Go back to the supplied text."""
    row = _row(session, paper, language)
    if row is not None:
        session.delete(row)
