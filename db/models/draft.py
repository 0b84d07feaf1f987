"""What was typed and could not be saved yet: kept as text, never recorded, gone once it is saved."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, strict
from db.types import Key, Moment


class Draft(Base):
    """One field's unsaved text, of one user."""

    __tablename__ = "draft"
    __table_args__: Any = strict()

    user_id: Mapped[UUID] = mapped_column(Key, primary_key=True)
    field: Mapped[str] = mapped_column(Text, primary_key=True)
    text: Mapped[str] = mapped_column(Text, nullable=False)
    at: Mapped[datetime] = mapped_column(Moment, nullable=False)
