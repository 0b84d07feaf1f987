"""What happened in China after a visa was issued, and what people did about deadlines."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Integer, Text, UniqueConstraint
from sqlalchemy.orm import Mapped

from app.domain.stays import EventKind, ExtensionState
from db.base import Base, recorded, strict
from db.models.case import CasePart
from db.types import Choice, Day, Flag, Key, Moment


class EntryRow(CasePart, Base):
    """One entry on the visa; days and times of day are China's."""

    __tablename__ = "case_entry"
    __table_args__: Any = strict()

    entered_on: Mapped[date | None] = recorded(Day)
    entered_time: Mapped[str] = recorded(Text, nullable=False, default="")
    port: Mapped[str] = recorded(Text, nullable=False, default="")
    stay_days: Mapped[int | None] = recorded(Integer)
    left_on: Mapped[date | None] = recorded(Day)
    left_time: Mapped[str] = recorded(Text, nullable=False, default="")
    left_port: Mapped[str] = recorded(Text, nullable=False, default="")


class ChinaAddressRow(CasePart, Base):
    """One address in China."""

    __tablename__ = "case_address"
    __table_args__: Any = strict()

    checked_in_on: Mapped[date | None] = recorded(Day)
    checked_in_time: Mapped[str] = recorded(Text, nullable=False, default="")
    address: Mapped[str] = recorded(Text, nullable=False, default="")
    is_hotel: Mapped[bool] = recorded(Flag, nullable=False, default=False)
    registered_on: Mapped[date | None] = recorded(Day)
    left_on: Mapped[date | None] = recorded(Day)


class ExtensionRow(CasePart, Base):
    """One application to stay longer."""

    __tablename__ = "case_extension"
    __table_args__: Any = strict()

    filed_on: Mapped[date | None] = recorded(Day)
    accepted_on: Mapped[date | None] = recorded(Day)
    decided_on: Mapped[date | None] = recorded(Day)
    state: Mapped[ExtensionState | None] = recorded(Choice(ExtensionState))
    days: Mapped[int | None] = recorded(Integer)


class PermitRow(CasePart, Base):
    """One residence permit."""

    __tablename__ = "case_permit"
    __table_args__: Any = strict()

    number: Mapped[str] = recorded(Text, nullable=False, default="")
    filed_on: Mapped[date | None] = recorded(Day)
    accepted_on: Mapped[date | None] = recorded(Day)
    issued_on: Mapped[date | None] = recorded(Day)
    expires_on: Mapped[date | None] = recorded(Day)
    renewed_on: Mapped[date | None] = recorded(Day)


class EventRow(CasePart, Base):
    """One event that starts a limit."""

    __tablename__ = "case_event"
    __table_args__: Any = strict()

    kind: Mapped[EventKind | None] = recorded(Choice(EventKind))
    on: Mapped[date | None] = recorded(Day)
    days: Mapped[int | None] = recorded(Integer)
    settled_on: Mapped[date | None] = recorded(Day)
    note: Mapped[str] = recorded(Text, nullable=False, default="")


class MarkRow(CasePart, Base):
    """What people did about one deadline; the deadline itself is computed. ``part`` tells several apart.

    ``due`` stands over the computed moment, with who set it, when and why. ``alerts`` are counts such as
    "21 14 10" in place of the rule's, "-" for none, "" for the rule's own.
    """

    __tablename__ = "case_deadline_mark"
    __table_args__: Any = strict(UniqueConstraint("case_id", "rule", "part"))

    rule: Mapped[str] = recorded(Text, nullable=False)
    part: Mapped[str] = recorded(Text, nullable=False, default="")
    owner_id: Mapped[UUID | None] = recorded(Key, ForeignKey("user_account.id"))
    done_on: Mapped[date | None] = recorded(Day)
    waived_reason: Mapped[str] = recorded(Text, nullable=False, default="")
    due: Mapped[datetime | None] = recorded(Moment)
    due_reason: Mapped[str] = recorded(Text, nullable=False, default="")
    due_set_by: Mapped[str] = recorded(Text, nullable=False, default="")
    due_set_at: Mapped[datetime | None] = recorded(Moment)
    alerts: Mapped[str] = recorded(Text, nullable=False, default="")


# The row class of each part of a ledger, by its name in ``app.domain.stays.LEDGER_PARTS``.
LEDGER_ROWS: dict[str, type[CasePart]] = {
    "entries": EntryRow,
    "addresses": ChinaAddressRow,
    "extensions": ExtensionRow,
    "permits": PermitRow,
    "events": EventRow,
}
