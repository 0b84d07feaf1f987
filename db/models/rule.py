"""The firm's own rules of items and tables, and whose signed packs it trusts.

Rules are added and never changed: a newer one stands over an older.
"""

from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Index, Text
from sqlalchemy.orm import Mapped

from app.domain.rule_actions import Action
from app.domain.table_kinds import TableKind
from db.base import Base, Recorded, recorded, strict
from db.types import Choice, Day, Key


class OfFirm(Recorded):
    """Mixin of the firm's rules: from when to when they hold, why, and by whom."""

    action: Mapped[Action] = recorded(Choice(Action), nullable=False)
    effective_from: Mapped[date] = recorded(Day, nullable=False)
    effective_to: Mapped[date | None] = recorded(Day)
    reason: Mapped[str] = recorded(Text, nullable=False)
    source: Mapped[str] = recorded(Text, nullable=False)
    told_on: Mapped[date] = recorded(Day, nullable=False)
    author: Mapped[str] = recorded(Text, nullable=False)
    origin: Mapped[str] = recorded(Text, nullable=False, default="")


class FirmRuleRow(OfFirm, Base):
    """One rule of the firm; ``item_values`` is its item's table as JSON (see ``app.domain.firm_rules``)."""

    __tablename__ = "firm_rule"
    __table_args__: Any = strict(Index(None, "category", "item"))

    category: Mapped[str] = recorded(Text, nullable=False)
    post: Mapped[str] = recorded(Text, nullable=False, default="")
    item: Mapped[str] = recorded(Text, nullable=False)
    item_values: Mapped[str] = recorded(Text, nullable=False, default="")


class TableRuleRow(OfFirm, Base):
    """One rule of the firm about the row ``entry`` of a table (see ``app.domain.firm_tables``).

    ``table_key`` is the key of its table; ``row_values`` is the row as JSON.
    """

    __tablename__ = "table_rule"
    __table_args__: Any = strict(Index(None, "of_table", "entry"))
    about: ClassVar[str] = "table_key"

    table_key: Mapped[UUID] = recorded(Key, nullable=False)
    of_table: Mapped[TableKind] = recorded(Choice(TableKind), nullable=False)
    entry: Mapped[str] = recorded(Text, nullable=False)
    row_values: Mapped[str] = recorded(Text, nullable=False, default="")


class SignerRow(Recorded, Base):
    """A signer of pack files that is trusted; ``public_key`` is in hexadecimal."""

    __tablename__ = "trusted_signer"
    __table_args__: Any = strict()

    public_key: Mapped[str] = recorded(Text, nullable=False, unique=True)
    name: Mapped[str] = recorded(Text, nullable=False)
