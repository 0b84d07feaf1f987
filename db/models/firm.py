"""The firm: its name and address for print, its offices, its people, its counters."""

from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Integer, LargeBinary, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Archivable, Base, Recorded, recorded, strict
from db.types import Flag, Key


class Firm(Recorded, Base):
    """The one row with what the firm prints about itself. ``case_prefix`` begins its case numbers.

    All that is in the casebook of a firm that ``is_sample`` is made up, and every print says so.
    """

    __tablename__ = "firm"
    __table_args__: Any = strict()

    name: Mapped[str] = recorded(Text, nullable=False, default="")
    name_zh: Mapped[str] = recorded(Text, nullable=False, default="")
    address: Mapped[str] = recorded(Text, nullable=False, default="")
    phone: Mapped[str] = recorded(Text, nullable=False, default="")
    email: Mapped[str] = recorded(Text, nullable=False, default="")
    registration: Mapped[str] = recorded(Text, nullable=False, default="")
    case_prefix: Mapped[str] = recorded(Text, nullable=False, default="KB")
    logo: Mapped[str | None] = recorded(Text, ForeignKey("logo.sha256"))
    is_sample: Mapped[bool] = recorded(Flag, nullable=False, default=False)


class LogoRow(Base):
    """A logo that the firm has or had: a PNG, named by its SHA-256. Change records hold the name alone."""

    __tablename__ = "logo"
    __table_args__: Any = strict()

    sha256: Mapped[str] = mapped_column(Text, primary_key=True)
    data: Mapped[bytes] = mapped_column(LargeBinary, nullable=False)


class Office(Recorded, Archivable, Base):
    """A place of business of the firm."""

    __tablename__ = "office"
    __table_args__: Any = strict()

    name: Mapped[str] = recorded(Text, nullable=False)
    city: Mapped[str] = recorded(Text, nullable=False, default="")
    country: Mapped[str] = recorded(Text, nullable=False, default="")


class User(Recorded, Archivable, Base):
    """Somebody who works in the casebook; ``login`` names the key slot that opens it."""

    __tablename__ = "user_account"
    __table_args__: Any = strict()

    login: Mapped[str] = recorded(Text, nullable=False, unique=True)
    name: Mapped[str] = recorded(Text, nullable=False)
    role: Mapped[str] = recorded(Text, nullable=False, default="consultant")
    office_id: Mapped[UUID | None] = recorded(Key, ForeignKey("office.id"))


class Counter(Base):
    """The last number given out of one series, such as the cases of a year; never undone."""

    __tablename__ = "counter"
    __table_args__: Any = strict()

    series: Mapped[str] = mapped_column(Text, primary_key=True)
    last: Mapped[int] = mapped_column(Integer, nullable=False)
