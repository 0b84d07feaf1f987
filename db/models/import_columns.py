"""What the columns of a spreadsheet were said to mean, remembered for the next one with the same heads."""

from datetime import datetime
from typing import Any

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, strict
from db.types import Moment


class ImportColumns(Base):
    """One kind of sheet, named by the hash of its heads; ``meaning`` is JSON. Never recorded."""

    __tablename__ = "import_columns"
    __table_args__: Any = strict()

    signature: Mapped[str] = mapped_column(Text, primary_key=True)
    meaning: Mapped[str] = mapped_column(Text, nullable=False)
    used_at: Mapped[datetime] = mapped_column(Moment, nullable=False)
