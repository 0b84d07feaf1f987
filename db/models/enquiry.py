"""Enquiries, and the conflict checks that were decided."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped

from app.domain.conflicts import Decision
from app.domain.enquiries import EnquiryState
from db.base import Archivable, Base, recorded, strict
from db.models.person import PersonPart
from db.types import Choice, Day, Key, Moment


class EnquiryRow(PersonPart, Archivable, Base):
    """One call of a person; ``case_id`` is the case it became."""

    __tablename__ = "enquiry"
    __table_args__: Any = strict(
        Index("ix_enquiry_by_day", "taken_on", "id"), Index("ix_enquiry_by_state", "state", "taken_on", "id")
    )

    state: Mapped[EnquiryState] = recorded(Choice(EnquiryState), nullable=False)
    wanted: Mapped[str] = recorded(Text, nullable=False, default="")
    referrer_id: Mapped[UUID | None] = recorded(Key, ForeignKey("person.id"), index=True)
    referrer: Mapped[str] = recorded(Text, nullable=False, default="")
    taken_on: Mapped[date] = recorded(Day, nullable=False)
    taken_by: Mapped[str] = recorded(Text, nullable=False, default="")
    case_id: Mapped[UUID | None] = recorded(Key, ForeignKey("case_file.id"), index=True)


class ConflictCheckRow(PersonPart, Base):
    """A conflict check as it was decided; never changed, a newer one stands beside it.

    ``search`` is the text of ``app.domain.conflicts``: what was searched for and found at that time.
    """

    __tablename__ = "conflict_check"
    __table_args__: Any = strict()

    enquiry_id: Mapped[UUID | None] = recorded(Key, ForeignKey("enquiry.id"), index=True)
    search: Mapped[str] = recorded(Text, nullable=False)
    decision: Mapped[Decision] = recorded(Choice(Decision), nullable=False)
    reason: Mapped[str] = recorded(Text, nullable=False, default="")
    decided_by: Mapped[str] = recorded(Text, nullable=False)
    decided_at: Mapped[datetime] = recorded(Moment, nullable=False)
