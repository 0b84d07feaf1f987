"""The form as it was filed, and the second look at it before."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Integer, Text, UniqueConstraint
from sqlalchemy.orm import Mapped

from app.domain.filing.sign_off import Check
from db.base import Base, recorded, strict
from db.models.case import CasePart
from db.types import Choice, Key, Moment


class SignOffRow(CasePart, Base):
    """A second look at one state of the form, named by its SHA-256; ``signed_at`` is empty while it lasts."""

    __tablename__ = "case_sign_off"
    __table_args__: Any = strict()

    sha256: Mapped[str] = recorded(Text, nullable=False)
    kind: Mapped[Check] = recorded(Choice(Check), nullable=False)
    reader_id: Mapped[UUID] = recorded(Key, ForeignKey("user_account.id"), nullable=False)
    reader: Mapped[str] = recorded(Text, nullable=False)
    begun_at: Mapped[datetime] = recorded(Moment, nullable=False)
    signed_at: Mapped[datetime | None] = recorded(Moment)


class SnapshotRow(CasePart, Base):
    """The values of the form as they were filed, numbered from 1 within the case; no operation changes one.

    ``content`` is canonical JSON as ``app.domain.filing.frozen`` writes it; ``kind``, ``reader`` and the
    moments are the second look's.
    """

    __tablename__ = "case_snapshot"
    __table_args__: Any = strict(UniqueConstraint("case_id", "number"))

    number: Mapped[int] = recorded(Integer, nullable=False)
    filed_at: Mapped[datetime] = recorded(Moment, nullable=False)
    filed_by: Mapped[str] = recorded(Text, nullable=False)
    sha256: Mapped[str] = recorded(Text, nullable=False)
    content: Mapped[str] = recorded(Text, nullable=False)
    kind: Mapped[Check] = recorded(Choice(Check), nullable=False)
    reader: Mapped[str] = recorded(Text, nullable=False)
    begun_at: Mapped[datetime] = recorded(Moment, nullable=False)
    signed_at: Mapped[datetime] = recorded(Moment, nullable=False)
    explained: Mapped[str] = recorded(Text, nullable=False, default="")
