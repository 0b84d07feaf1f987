"""A search kept under a name, with how its list is laid out."""

from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Integer, Text
from sqlalchemy.orm import Mapped

from db.base import Base, Recorded, recorded, strict
from db.types import Key


class SavedSearchRow(Recorded, Base):
    """One search of one page; ``owner_id`` is whose it is, None for everybody's.

    ``layout`` is JSON as ``app.domain.layouts`` writes it, "" for the list's usual one.
    """

    __tablename__ = "saved_search"
    __table_args__: Any = strict(Index("ix_saved_search_by_place", "page", "place"))

    page: Mapped[str] = recorded(Text, nullable=False)
    name: Mapped[str] = recorded(Text, nullable=False)
    typed: Mapped[str] = recorded(Text, nullable=False)
    layout: Mapped[str] = recorded(Text, nullable=False, default="")
    owner_id: Mapped[UUID | None] = recorded(Key, ForeignKey("user_account.id"))
    place: Mapped[int] = recorded(Integer, nullable=False)
