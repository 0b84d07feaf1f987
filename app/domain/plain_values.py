"""A record of a pack or table as plain JSON values, which its own reader reads back to an equal record."""

import dataclasses
from collections.abc import Collection
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from app.domain.photo_profiles import Span
from app.i18n import Bilingual


def values_of(record: Any, skip: Collection[str] = ()) -> dict[str, Any]:
    """Return the fields that differ from their defaults, so that a new field does not change old texts."""
    fields = [field for field in dataclasses.fields(record) if field.name not in skip]
    return {f.name: plain(v) for f in fields if (v := getattr(record, f.name)) != f.default}


def plain(value: object) -> object:
    """Return one value as JSON has it."""
    if isinstance(value, Bilingual):
        return value._asdict()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Span):
        return [value.least, value.most]
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [values_of(each) if dataclasses.is_dataclass(each) else plain(each) for each in value]
    return value
