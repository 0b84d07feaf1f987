"""E-mail files kept with a case: what they say, and the file itself, byte for byte."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Integer, LargeBinary, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, recorded, strict
from db.models.case import CasePart
from db.types import Moment


class MailFileRow(Base):
    """A file as it came, named by its SHA-256; change records hold the name alone."""

    __tablename__ = "mail_file"
    __table_args__: Any = strict()

    sha256: Mapped[str] = mapped_column(Text, primary_key=True)
    data: Mapped[bytes] = mapped_column(LargeBinary, nullable=False)


class MailRow(CasePart, Base):
    """One e-mail of a case; ``attachments`` is JSON, names with sizes in bytes."""

    __tablename__ = "case_mail"
    __table_args__: Any = strict()

    sha256: Mapped[str] = recorded(Text, ForeignKey("mail_file.sha256"), nullable=False)
    file_name: Mapped[str] = recorded(Text, nullable=False)
    size: Mapped[int] = recorded(Integer, nullable=False)
    subject: Mapped[str] = recorded(Text, nullable=False, default="")
    sender: Mapped[str] = recorded(Text, nullable=False, default="")
    recipients: Mapped[str] = recorded(Text, nullable=False, default="")
    sent_at: Mapped[datetime | None] = recorded(Moment)
    body: Mapped[str] = recorded(Text, nullable=False, default="")
    attachments: Mapped[str] = recorded(Text, nullable=False, default="[]")
    kept_at: Mapped[datetime] = recorded(Moment, nullable=False)
    kept_by: Mapped[str] = recorded(Text, nullable=False)
