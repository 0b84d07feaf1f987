"""The firm's own wording of what clients sign."""

from typing import Any

from sqlalchemy import Text, UniqueConstraint
from sqlalchemy.orm import Mapped

from app.domain.wording import Paper
from db.base import Base, Recorded, recorded, strict
from db.types import Choice


class WordingRow(Recorded, Base):
    """One text in one language; without a row the supplied text counts."""

    __tablename__ = "firm_wording"
    __table_args__: Any = strict(UniqueConstraint("paper", "language"))

    paper: Mapped[Paper] = recorded(Choice(Paper), nullable=False)
    language: Mapped[str] = recorded(Text, nullable=False)
    body: Mapped[str] = recorded(Text, nullable=False)
