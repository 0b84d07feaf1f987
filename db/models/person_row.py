"""The derived row of each person: what lists show and search reads, recomputed with every change."""

from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, strict
from db.types import Count, Flag, Key


class PersonListing(Base):
    """One person as one line. ``seq`` is an integer key, as full-text search needs and lists like.

    Each sort of the list has its covering index, archived persons apart.
    """

    __tablename__ = "person_row"
    __table_args__: Any = strict(
        Index("ix_person_row_by_name", "archived", "sort_name", "seq"),
        Index("ix_person_row_by_native_name", "archived", "native_name", "seq"),
        Index("ix_person_row_by_birth_date", "archived", "birth_date", "seq"),
        Index("ix_person_row_by_nationality", "archived", "nationality", "seq"),
        Index("ix_person_row_by_passport", "archived", "passport", "seq"),
    )

    seq: Mapped[int] = mapped_column(Count, primary_key=True, autoincrement=True)
    person_id: Mapped[UUID] = mapped_column(Key, ForeignKey("person.id"), nullable=False, unique=True)
    archived: Mapped[bool] = mapped_column(Flag, nullable=False)
    name: Mapped[str] = mapped_column(Text, nullable=False)
    native_name: Mapped[str] = mapped_column(Text, nullable=False)
    sort_name: Mapped[str] = mapped_column(Text, nullable=False)
    birth_date: Mapped[str] = mapped_column(Text, nullable=False)
    nationality: Mapped[str] = mapped_column(Text, nullable=False)
    passport: Mapped[str] = mapped_column(Text, nullable=False)
    folded: Mapped[str] = mapped_column(Text, nullable=False)
    tokens: Mapped[str] = mapped_column(Text, nullable=False)
