"""Operations and the change records they leave, chained by their MACs."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Integer, LargeBinary, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, strict
from db.types import Count, Key, Moment


class Operation(Base):
    """One named change. ``label`` is a msgid and holds no personal values.

    ``seq`` counts without gaps; ``undoes`` is the seq of the operation this one takes back;
    ``mac`` covers the operation, the digests of its changes, and the operation before it.
    """

    __tablename__ = "operation"
    __table_args__: Any = strict(Index(None, "actor_id", "seq"), Index(None, "about", "seq"))

    seq: Mapped[int] = mapped_column(Count, primary_key=True, autoincrement=False)
    id: Mapped[UUID] = mapped_column(Key, nullable=False, unique=True)
    tag: Mapped[str] = mapped_column(Text, nullable=False)
    label: Mapped[str] = mapped_column(Text, nullable=False)
    actor_id: Mapped[UUID] = mapped_column(Key, nullable=False)
    actor_name: Mapped[str] = mapped_column(Text, nullable=False)
    at: Mapped[datetime] = mapped_column(Moment, nullable=False)
    undo: Mapped[str] = mapped_column(Text, nullable=False)
    undoes: Mapped[int | None] = mapped_column(Count)
    about: Mapped[UUID | None] = mapped_column(Key)
    detail: Mapped[str] = mapped_column(Text, nullable=False)
    changes: Mapped[int] = mapped_column(Integer, nullable=False)
    mac: Mapped[bytes] = mapped_column(LargeBinary, nullable=False)


class Change(Base):
    """One changed row of one operation.

    ``digest`` is the salted hash of the values. The values stand beside it, so that erasing them
    leaves the chain verifiable.
    """

    __tablename__ = "change"
    __table_args__: Any = strict(
        Index(None, "row_id", "operation_seq"), Index(None, "about", "operation_seq")
    )

    operation_seq: Mapped[int] = mapped_column(Count, ForeignKey("operation.seq"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(Integer, primary_key=True)
    entity: Mapped[str] = mapped_column(Text, nullable=False)
    row_id: Mapped[UUID] = mapped_column(Key, nullable=False)
    about: Mapped[UUID] = mapped_column(Key, nullable=False)
    kind: Mapped[str] = mapped_column(Text, nullable=False)
    version: Mapped[int] = mapped_column(Integer, nullable=False)
    before: Mapped[str | None] = mapped_column(Text)
    after: Mapped[str | None] = mapped_column(Text)
    salt: Mapped[bytes] = mapped_column(LargeBinary, nullable=False)
    digest: Mapped[bytes] = mapped_column(LargeBinary, nullable=False)


class ChainHead(Base):
    """The one row that names the last operation: a truncated chain does not end here."""

    __tablename__ = "chain_head"
    __table_args__: Any = strict()

    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    seq: Mapped[int] = mapped_column(Count, nullable=False)
    mac: Mapped[bytes] = mapped_column(LargeBinary, nullable=False)


class Secret(Base):
    """A random key (``audit``, ``objects``, ``backup``, ``signing``) kept inside: a rekey leaves it."""

    __tablename__ = "secret"
    __table_args__: Any = strict()

    name: Mapped[str] = mapped_column(Text, primary_key=True)
    value: Mapped[bytes] = mapped_column(LargeBinary, nullable=False)
