"""What the firm learned from posts. Rows are added and never changed: a newer one stands over an older."""

from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Index, Text
from sqlalchemy.orm import Mapped

from db.base import Base, Recorded, recorded, strict
from db.types import Day, Key


class OfPost(Recorded):
    """Mixin of the rows about one post; ``post_key`` is the key of its code (``app.domain.posts.key``).

    ``told_on`` is the day it was learned. ``origin`` is "", or who signed the pack file that brought it.
    """

    about: ClassVar[str] = "post_key"

    post_key: Mapped[UUID] = recorded(Key, nullable=False)
    post: Mapped[str] = recorded(Text, nullable=False)
    told_on: Mapped[date] = recorded(Day, nullable=False)
    author: Mapped[str] = recorded(Text, nullable=False)
    note: Mapped[str] = recorded(Text, nullable=False, default="")
    origin: Mapped[str] = recorded(Text, nullable=False, default="")


class PostAnswerRow(OfPost, Base):
    """One answer to one question; ``value`` as ``app.domain.facts`` writes it, "" where nothing is known.

    ``category`` is the visa it speaks of, "" for every visa.
    ``valid_from`` and ``valid_until`` are its first and last day, where the post named them. ``capture`` is
    the text that was kept of what was read, ``capture_name`` the name of the file or page.
    """

    __tablename__ = "post_answer"
    __table_args__: Any = strict(Index(None, "post", "fact"))

    fact: Mapped[str] = recorded(Text, nullable=False)
    category: Mapped[str] = recorded(Text, nullable=False, default="")
    value: Mapped[str] = recorded(Text, nullable=False, default="")
    source: Mapped[str] = recorded(Text, nullable=False)
    valid_from: Mapped[date | None] = recorded(Day)
    valid_until: Mapped[date | None] = recorded(Day)
    capture_name: Mapped[str] = recorded(Text, nullable=False, default="")
    capture: Mapped[str] = recorded(Text, nullable=False, default="")


class PostCheckRow(OfPost, Base):
    """One time that somebody read a post's rules as a whole, and found them as they were."""

    __tablename__ = "post_check"
    __table_args__: Any = strict(Index(None, "post"))
