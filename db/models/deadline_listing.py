"""The list of open deadlines, derived from cases and their ledgers."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, strict
from db.types import Day, Flag, Key, Moment


class DeadlineListing(Base):
    """One open deadline as lists sort and filter it; derived, and never recorded.

    ``certain`` is false while it is open whether it applies at all.
    """

    __tablename__ = "deadline_listing"
    __table_args__: Any = strict(
        Index("ix_deadline_listing_by_due", "due", "id"),
        Index("ix_deadline_listing_by_day", "last_day", "case_id", "owner_id", "rule"),
    )

    id: Mapped[UUID] = mapped_column(Key, primary_key=True)
    case_id: Mapped[UUID] = mapped_column(Key, ForeignKey("case_file.id"), nullable=False, index=True)
    rule: Mapped[str] = mapped_column(Text, nullable=False)
    part: Mapped[str] = mapped_column(Text, nullable=False)
    due: Mapped[datetime] = mapped_column(Moment, nullable=False)
    last_day: Mapped[date] = mapped_column(Day, nullable=False)
    provisional: Mapped[bool] = mapped_column(Flag, nullable=False)
    certain: Mapped[bool] = mapped_column(Flag, nullable=False)
    owner_id: Mapped[UUID | None] = mapped_column(Key, ForeignKey("user_account.id"))


class DeadlineListingMade(Base):
    """By which limits the whole list of open deadlines was last made: one row, with their SHA-256."""

    __tablename__ = "deadline_listing_made"
    __table_args__: Any = strict()

    limits: Mapped[str] = mapped_column(Text, primary_key=True)
