"""Years of China's working days that the firm loaded."""

from datetime import date
from typing import Any

from sqlalchemy import Integer, Text
from sqlalchemy.orm import Mapped

from db.base import Base, Recorded, recorded, strict
from db.types import Day


class HolidayYearRow(Recorded, Base):
    """One year: its days off and the weekends worked, as ISO days with spaces, and where that was read."""

    __tablename__ = "holiday_year"
    __table_args__: Any = strict()

    year: Mapped[int] = recorded(Integer, nullable=False, unique=True)
    holidays: Mapped[str] = recorded(Text, nullable=False)
    workdays: Mapped[str] = recorded(Text, nullable=False, default="")
    source: Mapped[str] = recorded(Text, nullable=False)
    announced_on: Mapped[date] = recorded(Day, nullable=False)
