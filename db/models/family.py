"""Cases of one family: whose hangs on whose, and what each has seen of the others."""

from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped

from app.domain.families import FamilyRole
from db.base import Base, recorded, strict
from db.models.case import CasePart
from db.types import Choice, Flag, Key


class FamilyLinkRow(CasePart, Base):
    """A dependant's case and the principal's case it hangs on; a case hangs on one."""

    __tablename__ = "case_family"
    __table_args__: Any = strict(UniqueConstraint("case_id"))

    principal_id: Mapped[UUID] = recorded(Key, ForeignKey("case_file.id"), nullable=False, index=True)
    role: Mapped[FamilyRole] = recorded(Choice(FamilyRole), nullable=False)
    shares_owner: Mapped[bool] = recorded(Flag, nullable=False, default=True)
    shares_quote: Mapped[bool] = recorded(Flag, nullable=False, default=True)


class FamilySeenRow(CasePart, Base):
    """What was last seen, from one case, of another: JSON of its watched values."""

    __tablename__ = "case_family_seen"
    __table_args__: Any = strict(UniqueConstraint("case_id", "other_id"))

    other_id: Mapped[UUID] = recorded(Key, ForeignKey("case_file.id"), nullable=False, index=True)
    seen: Mapped[str] = recorded(Text, nullable=False, default="{}")
