"""Quotes, instalments, and the invoices that were issued."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Integer, Text, UniqueConstraint
from sqlalchemy.orm import Mapped

from app.domain.money import Money
from app.domain.quotes import BillKind, LineKind
from db.base import Base, recorded, strict
from db.models.case import CasePart
from db.types import Choice, Day, Key, Moment


class InMoney:
    """Mixin of rows with one amount, in two columns: the currency, and how many of its smallest unit."""

    currency: Mapped[str] = recorded(Text, nullable=False, default="")
    minor: Mapped[int] = recorded(Integer, nullable=False, default=0)

    @property
    def amount(self) -> Money | None:
        """The amount; None where none is given."""
        return Money(self.currency, self.minor) if self.currency else None

    @amount.setter
    def amount(self, value: Money | None) -> None:
        self.currency, self.minor = (value.currency, value.minor) if value else ("", 0)


class QuoteRow(CasePart, Base):
    """Who pays for a case, and when it was engaged."""

    __tablename__ = "case_quote"
    __table_args__: Any = strict(UniqueConstraint("case_id"))

    payer_id: Mapped[UUID | None] = recorded(Key, ForeignKey("person.id"), index=True)
    payer: Mapped[str] = recorded(Text, nullable=False, default="")
    payer_address: Mapped[str] = recorded(Text, nullable=False, default="")
    note: Mapped[str] = recorded(Text, nullable=False, default="")
    agreement_signed_on: Mapped[date | None] = recorded(Day)
    authority_signed_on: Mapped[date | None] = recorded(Day)


class QuoteLineRow(CasePart, InMoney, Base):
    """One line of a quote."""

    __tablename__ = "case_quote_line"
    __table_args__: Any = strict()

    kind: Mapped[LineKind | None] = recorded(Choice(LineKind))
    text: Mapped[str] = recorded(Text, nullable=False, default="")
    source: Mapped[str] = recorded(Text, nullable=False, default="")
    read_on: Mapped[date | None] = recorded(Day)


class InstalmentRow(CasePart, InMoney, Base):
    """One instalment. What was paid and given back is in the currency of the instalment."""

    __tablename__ = "case_instalment"
    __table_args__: Any = strict(Index("ix_case_instalment_by_due", "due_on", "id"))

    text: Mapped[str] = recorded(Text, nullable=False, default="")
    due_on: Mapped[date | None] = recorded(Day)
    paid_on: Mapped[date | None] = recorded(Day)
    paid_minor: Mapped[int] = recorded(Integer, nullable=False, default=0)
    paid_reason: Mapped[str] = recorded(Text, nullable=False, default="")
    refunded_on: Mapped[date | None] = recorded(Day)
    refunded_minor: Mapped[int] = recorded(Integer, nullable=False, default=0)


class BillRow(CasePart, Base):
    """An invoice or credit note as it was issued: never changed, numbered without gaps.

    ``content`` is the text of ``app.domain.bills``; ``credits`` is the number of the invoice that a credit
    note takes back.
    """

    __tablename__ = "case_bill"
    __table_args__: Any = strict()

    kind: Mapped[BillKind] = recorded(Choice(BillKind), nullable=False)
    number: Mapped[str] = recorded(Text, nullable=False, unique=True)
    issued_on: Mapped[date] = recorded(Day, nullable=False)
    issued_by: Mapped[str] = recorded(Text, nullable=False)
    issued_at: Mapped[datetime] = recorded(Moment, nullable=False)
    content: Mapped[str] = recorded(Text, nullable=False)
    credits: Mapped[str] = recorded(Text, nullable=False, default="")
