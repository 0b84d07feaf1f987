"""The firm's own rules, and whose signed packs it trusts.

Rules are added and never changed: a newer one stands over an older.
"""

from datetime import date
from typing import Any

from sqlalchemy import Index, Text
from sqlalchemy.orm import Mapped

from app.domain.firm_rules import Action
from db.base import Base, Recorded, recorded, strict
from db.types import Choice, Day


class FirmRuleRow(Recorded, Base):
    """One rule of the firm; ``item_values`` is its item's table as JSON (see ``app.domain.firm_rules``)."""

    __tablename__ = "firm_rule"
    __table_args__: Any = strict(Index(None, "category", "item"))

    category: Mapped[str] = recorded(Text, nullable=False)
    post: Mapped[str] = recorded(Text, nullable=False, default="")
    item: Mapped[str] = recorded(Text, nullable=False)
    action: Mapped[Action] = recorded(Choice(Action), nullable=False)
    item_values: Mapped[str] = recorded(Text, nullable=False, default="")
    effective_from: Mapped[date] = recorded(Day, nullable=False)
    effective_to: Mapped[date | None] = recorded(Day)
    reason: Mapped[str] = recorded(Text, nullable=False)
    source: Mapped[str] = recorded(Text, nullable=False)
    told_on: Mapped[date] = recorded(Day, nullable=False)
    author: Mapped[str] = recorded(Text, nullable=False)
    origin: Mapped[str] = recorded(Text, nullable=False, default="")


class SignerRow(Recorded, Base):
    """A signer of pack files that is trusted; ``public_key`` is in hexadecimal."""

    __tablename__ = "trusted_signer"
    __table_args__: Any = strict()

    public_key: Mapped[str] = recorded(Text, nullable=False, unique=True)
    name: Mapped[str] = recorded(Text, nullable=False)
