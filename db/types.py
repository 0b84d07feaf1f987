"""Column types: INTEGER, REAL, TEXT and BLOB on SQLite (STRICT tables), native types on PostgreSQL."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Boolean, Date, DateTime, Dialect, Integer, LargeBinary, Text, Uuid
from sqlalchemy.types import TypeDecorator, TypeEngine
from uuid_utils.compat import uuid7

from app.domain.dates import PartialDate
from app.domain.fields import Labelled

# A counter that may outgrow 32 bits on PostgreSQL; SQLite's INTEGER always holds 64.
Count = Integer().with_variant(BigInteger(), "postgresql")


def new_key() -> UUID:
    """Return a new UUIDv7: in order of time, and unique without asking a server."""
    return uuid7()


def utc_now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


class _KeyBytes(LargeBinary):
    """A UUID as 16 bytes on SQLite, in one call a value: bulk rows are mostly keys."""

    def bind_processor(self, dialect: Dialect) -> Any:
        return _bytes_of

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        return _key_of


def _bytes_of(key: UUID | None) -> bytes | None:
    return None if key is None else key.bytes


def _key_of(raw: bytes | None) -> UUID | None:
    return None if raw is None else UUID(bytes=raw)


def as_key(raw: bytes | UUID) -> UUID:
    """Return a key that came from the driver as it is."""
    return raw if isinstance(raw, UUID) else UUID(bytes=raw)


class Key(TypeDecorator[UUID]):
    """A UUID: 16 bytes on SQLite, ``uuid`` on PostgreSQL."""

    impl = LargeBinary
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:  # noqa: D102
        return dialect.type_descriptor(Uuid() if dialect.name == "postgresql" else _KeyBytes(16))


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; a datetime without a time zone is refused."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:  # noqa: D102
        return dialect.type_descriptor(DateTime(timezone=True) if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:  # noqa: D102
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        moment = value.astimezone(UTC)
        return moment if dialect.name == "postgresql" else moment.isoformat(timespec="microseconds")

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: D102
        if value is None:
            return None
        return (value if isinstance(value, datetime) else datetime.fromisoformat(value)).astimezone(UTC)


class Day(TypeDecorator[date]):
    """A calendar date without a time zone."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:  # noqa: D102
        return dialect.type_descriptor(Date() if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: date | None, dialect: Dialect) -> Any:  # noqa: D102
        return value if value is None or dialect.name == "postgresql" else value.isoformat()

    def process_result_value(self, value: Any, dialect: Dialect) -> date | None:  # noqa: D102
        return value if value is None or isinstance(value, date) else date.fromisoformat(value)


class Partial(TypeDecorator[PartialDate]):
    """A year, a month of a year, or a date, as ISO text that sorts."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: PartialDate | None, dialect: Dialect) -> Any:  # noqa: D102
        return None if value is None else str(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> PartialDate | None:  # noqa: D102
        return None if value is None else PartialDate.parse(value)


class Flag(TypeDecorator[bool]):
    """True or false: 1 or 0 on SQLite, ``boolean`` on PostgreSQL."""

    impl = Integer
    cache_ok = True
    coerce_to_is_types = (type(None), bool)  # PostgreSQL takes "IS false", but no parameter there

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:  # noqa: D102
        return dialect.type_descriptor(Boolean() if dialect.name == "postgresql" else Integer())

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> Any:  # noqa: D102
        return value if value is None or dialect.name == "postgresql" else int(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> bool | None:  # noqa: D102
        return None if value is None else bool(value)


class Choice(TypeDecorator[Labelled]):
    """One member of an enumeration, stored by value; ``base.Base`` adds the CHECK."""

    impl = Text
    cache_ok = True

    def __init__(self, choices: type[Labelled]) -> None:
        super().__init__()
        self.choices = choices

    def process_bind_param(self, value: Labelled | None, dialect: Dialect) -> Any:  # noqa: D102
        return None if value is None else self.choices(value).value

    def process_result_value(self, value: Any, dialect: Dialect) -> Labelled | None:  # noqa: D102
        return None if value is None else self.choices(value)


def plain(value: Any) -> Any:
    """Return a column's value as it is written into a change record (JSON): the same however it was set."""
    if value is None or type(value) is str:  # most values
        return value
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, datetime):  # before date, which it is too
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date | PartialDate):
        return value.isoformat() if isinstance(value, date) else str(value)
    if isinstance(value, bytes):
        return value.hex()
    return value.value if isinstance(value, Labelled) else value


_RESTORE: dict[type, Callable[[Any], Any]] = {
    Key: UUID,
    Moment: datetime.fromisoformat,
    Day: date.fromisoformat,
    Partial: PartialDate.parse,
    LargeBinary: bytes.fromhex,
}


def restored(column_type: TypeEngine[Any], value: Any) -> Any:
    """Return the column value that ``plain`` made ``value`` from."""
    if value is None:
        return None
    if isinstance(column_type, Choice):
        return column_type.choices(value)
    restore = _RESTORE.get(type(column_type))
    return restore(value) if restore else value
