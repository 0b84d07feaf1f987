"""Values come back from the database, and from a change record, as they went in."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Column, Engine, Integer, LargeBinary, MetaData, Table, Text, insert, select, text
from sqlalchemy.exc import IntegrityError, StatementError

from app.domain.choices import Sex
from app.domain.dates import PartialDate
from db.casebook import Casebook
from db.types import Choice, Count, Day, Flag, Key, Moment, Partial, new_key, plain, restored, utc_now

SHANGHAI = timezone(timedelta(hours=8))
SCRATCH = Table(
    "scratch",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("key", Key),
    Column("moment", Moment),
    Column("day", Day),
    Column("partial", Partial),
    Column("flag", Flag),
    Column("choice", Choice(Sex)),
    Column("count", Count),
    Column("text", Text),
    Column("bytes", LargeBinary),
    sqlite_strict=True,
)


@pytest.fixture
def engine(book: Casebook) -> Iterator[Engine]:
    """An engine with a table that has a column of each type."""
    SCRATCH.create(book.engine)
    yield book.engine
    SCRATCH.drop(book.engine)


VALUES: list[tuple[str, Any]] = [
    ("key", UUID("01a2092a-aaea-753b-ab5e-2be177289f4a")),
    ("moment", datetime(2026, 11, 23, 9, 30, 0, 1, tzinfo=UTC)),
    ("moment", datetime(1, 1, 1, tzinfo=UTC)),
    ("day", date(2026, 2, 28)),
    ("day", date(1, 1, 1)),
    ("day", date(9999, 12, 31)),
    ("partial", PartialDate(1998)),
    ("partial", PartialDate(1998, 4)),
    ("partial", PartialDate(1998, 4, 2)),
    ("flag", True),
    ("flag", False),
    ("choice", Sex.FEMALE),
    ("count", 2**62),
    ("text", "O'Neil “%_\\” مثال 🙂 𠮷 e\u0301"),
    ("text", ""),
    ("bytes", b"\x00\xff"),
]


@pytest.mark.parametrize(("column", "value"), VALUES)
def test_a_value_comes_back_from_the_database(engine: Engine, column: str, value: Any) -> None:
    with engine.begin() as connection:
        connection.execute(insert(SCRATCH), {"id": 1, column: value})
        found = connection.execute(select(SCRATCH.c[column])).scalar_one()
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(("column", "value"), VALUES)
def test_a_value_comes_back_from_a_change_record(column: str, value: Any) -> None:
    written = json.loads(json.dumps(plain(value)))
    found = restored(SCRATCH.c[column].type, written)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("column", [column.name for column in SCRATCH.c if column.name != "id"])
def test_nothing_comes_back_as_nothing(engine: Engine, column: str) -> None:
    with engine.begin() as connection:
        connection.execute(insert(SCRATCH), {"id": 1, column: None})
        assert connection.execute(select(SCRATCH.c[column])).scalar_one() is None
    assert restored(SCRATCH.c[column].type, plain(None)) is None


def test_a_moment_of_another_time_zone_comes_back_in_utc(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(
            insert(SCRATCH), {"id": 1, "moment": datetime(2026, 11, 23, 17, 30, tzinfo=SHANGHAI)}
        )
        found = connection.execute(select(SCRATCH.c.moment)).scalar_one()
    assert found.isoformat() == "2026-11-23T09:30:00+00:00"


def test_one_moment_is_recorded_alike_from_every_time_zone() -> None:
    noon = datetime(2026, 11, 23, 12, tzinfo=UTC)
    assert plain(noon) == plain(noon.astimezone(SHANGHAI)) == "2026-11-23T12:00:00+00:00"


def test_a_moment_without_a_time_zone_is_refused(engine: Engine) -> None:
    naive = datetime(2026, 11, 23)  # noqa: DTZ001
    with engine.begin() as connection, pytest.raises(StatementError, match="time zone"):
        connection.execute(insert(SCRATCH), {"id": 1, "moment": naive})


def test_a_value_that_is_no_choice_is_refused(engine: Engine) -> None:
    with engine.begin() as connection, pytest.raises(StatementError):
        connection.execute(insert(SCRATCH), {"id": 1, "choice": "perhaps"})


def test_flags_are_asked_for_by_is_and_by_equals(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(insert(SCRATCH), [{"id": 1, "flag": True}, {"id": 2, "flag": False}])
        for condition in (SCRATCH.c.flag.is_(False), SCRATCH.c.flag == False, ~SCRATCH.c.flag):  # noqa: E712
            assert connection.scalars(select(SCRATCH.c.id).where(condition)).all() == [2]


def test_partial_dates_sort_by_time(engine: Engine) -> None:
    dates = [PartialDate.parse(written) for written in ("1998-04-02", "1998", "1997-12", "1998-04")]
    with engine.begin() as connection:
        connection.execute(insert(SCRATCH), [{"id": n, "partial": value} for n, value in enumerate(dates)])
        found = connection.scalars(select(SCRATCH.c.partial).order_by(SCRATCH.c.partial)).all()
    assert [str(value) for value in found] == ["1997-12", "1998", "1998-04", "1998-04-02"]


def test_a_strict_table_refuses_another_type(file: Casebook) -> None:
    SCRATCH.create(file.engine)
    with file.engine.connect() as connection, pytest.raises(IntegrityError, match="cannot store TEXT"):
        connection.execute(text("INSERT INTO scratch (id, count) VALUES (1, 'many')"))


def test_keys_are_in_the_order_they_were_made() -> None:
    keys = [new_key() for _ in range(1000)]
    assert keys == sorted(keys)
    assert len(set(keys)) == 1000
    assert {key.version for key in keys} == {7}


def test_the_present_moment_is_in_utc() -> None:
    assert utc_now().tzinfo is UTC


def test_a_key_of_another_version_is_kept_as_it_is(engine: Engine) -> None:
    key = uuid4()
    with engine.begin() as connection:
        connection.execute(insert(SCRATCH), {"id": 1, "key": key})
        assert connection.execute(select(SCRATCH.c.id).where(SCRATCH.c.key == key)).scalar_one() == 1
