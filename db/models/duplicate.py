"""What was decided about persons who look like one: that they are two, or that they are one."""

from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped

from db.base import Base, recorded, strict
from db.models.person import PersonPart
from db.types import Key


class DifferentRow(PersonPart, Base):
    """Two persons who look alike and are not the same; it holds both ways, whichever stands first."""

    __tablename__ = "person_different"
    __table_args__: Any = strict(UniqueConstraint("person_id", "other_id"))

    other_id: Mapped[UUID] = recorded(Key, ForeignKey("person.id"), nullable=False, index=True)


class MergeRow(PersonPart, Base):
    """A record merged into that of ``person_id``: ``other_id`` is archived, and points there by this."""

    __tablename__ = "person_merge"
    __table_args__: Any = strict()

    other_id: Mapped[UUID] = recorded(Key, ForeignKey("person.id"), nullable=False, index=True)
