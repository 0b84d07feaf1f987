"""The labels of persons and cases."""

from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped

from db.base import Base, Recorded, recorded, strict
from db.types import Key


class LabelRow(Recorded, Base):
    """One label on the person or case ``of_id``, which may have several, each once."""

    about: ClassVar[str] = "of_id"

    __tablename__ = "label"
    __table_args__: Any = strict(
        UniqueConstraint("of_id", "text"),
        Index("ix_label_by_text", "text", "of_id"),
    )

    of_id: Mapped[UUID] = recorded(Key, nullable=False)
    text: Mapped[str] = recorded(Text, nullable=False)
