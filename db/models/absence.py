"""Who is away, and who stands in."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped

from db.base import Base, Recorded, recorded, strict
from db.types import Day, Key


class AbsenceRow(Recorded, Base):
    """One absence; both days are included."""

    __tablename__ = "absence"
    __table_args__: Any = strict()

    user_id: Mapped[UUID] = recorded(Key, ForeignKey("user_account.id"), nullable=False, index=True)
    deputy_id: Mapped[UUID] = recorded(Key, ForeignKey("user_account.id"), nullable=False)
    start: Mapped[date] = recorded(Day, nullable=False)
    end: Mapped[date] = recorded(Day, nullable=False)
