"""Every connection to an encrypted file is set up the same, and its key stays hidden."""

import logging
import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlcipher3 import dbapi2

from app.errors import Busy, KasebookError, UnsafePlace
from db import engine as engines
from db.engine import sqlite_engine, writing
from db.trouble import translated

KEY = bytes(range(32))


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """An encrypted file with a table of a thousand rows."""
    file = tmp_path / "some folder, 文件夹 & #1?.db"
    engine = sqlite_engine(file, KEY, create=True)
    with writing(engine).begin() as connection:
        connection.execute(text("CREATE TABLE t (n INTEGER PRIMARY KEY, x TEXT) STRICT"))
        rows = [{"n": n, "x": f"row {n} " * 20} for n in range(1000)]
        connection.execute(text("INSERT INTO t VALUES (:n, :x)"), rows)
    engine.dispose()
    return file


@pytest.fixture
def engine(made: Path) -> Engine:
    """An engine on it that waits 50 ms for others."""
    return sqlite_engine(made, KEY, busy_ms=50)


def test_every_connection_has_the_settings_that_keep_data_safe(engine: Engine) -> None:
    expected = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "recursive_triggers": 1,
        "busy_timeout": 50,
        "cache_size": -8000,
    }
    with engine.connect() as first, engine.connect() as second:
        for connection in (first, second):
            found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in expected}
            assert found == expected


def test_a_library_with_the_bug_that_loses_pages_is_refused(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dbapi2, "sqlite_version_info", (3, 51, 2))
    with pytest.raises(KasebookError, match="too old"):
        sqlite_engine(made, KEY)


def test_our_library_is_new_enough_and_encrypts() -> None:
    assert dbapi2.sqlite_version_info >= engines.OLDEST_SQLITE
    assert dbapi2.connect(":memory:").execute("PRAGMA cipher_version").fetchone()


def test_the_file_is_not_readable_without_the_key(made: Path) -> None:
    assert b"row 1 " not in made.read_bytes()
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(made).execute("SELECT * FROM t")


def test_an_engine_makes_no_file_unless_told(tmp_path: Path) -> None:
    with pytest.raises(OperationalError), sqlite_engine(tmp_path / "absent.db", KEY).connect():
        pass
    assert list(tmp_path.iterdir()) == []


def test_the_key_shows_nowhere(made: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    engine = sqlite_engine(made, KEY)
    with engine.connect() as connection, pytest.raises(OperationalError) as raised:
        connection.execute(text("SELECT * FROM absent WHERE x = :x"), {"x": "a client's name"})
    told = repr(engine) + str(engine.url) + repr(raised.value) + str(raised.value) + caplog.text
    assert KEY.hex() not in told.lower()
    assert "a client's name" not in told


def test_a_writer_takes_the_lock_at_once_and_another_waits_and_is_told(engine: Engine) -> None:
    with writing(engine).begin(), pytest.raises(Busy), translated(), writing(engine).begin():
        pass


def test_readers_go_on_while_somebody_writes(engine: Engine) -> None:
    with writing(engine).begin() as writer:
        writer.execute(text("DELETE FROM t"))
        with engine.connect() as reader:
            assert reader.execute(text("SELECT count(*) FROM t")).scalar() == 1000


def test_a_connection_crosses_threads(engine: Engine) -> None:
    found: list[object] = []
    with engine.connect() as connection:
        thread = threading.Thread(
            target=lambda: found.append(connection.execute(text("SELECT count(*) FROM t")).scalar())
        )
        thread.start()
        thread.join()
    assert found == [1000]


def test_a_read_sees_one_state_though_others_write(engine: Engine) -> None:
    with engine.connect() as reader:
        reader.execute(text("SELECT 1 FROM t LIMIT 1"))
        with writing(engine).begin() as writer:
            writer.execute(text("DELETE FROM t"))
        assert reader.execute(text("SELECT count(*) FROM t")).scalar() == 1000


def test_a_bad_page_says_nothing_on_the_screen_and_leaves_other_rows_readable(
    made: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    content = bytearray(made.read_bytes())
    at = len(content) // 4096 // 2 * 4096
    content[at + 100] ^= 1
    made.write_bytes(content)
    engine = sqlite_engine(made, KEY)
    with pytest.raises(DatabaseError) as raised, engine.connect() as connection:
        connection.execute(text("SELECT x FROM t")).all()
    assert raised.value.connection_invalidated
    with engine.connect() as connection:
        assert connection.execute(text("SELECT x FROM t WHERE n = 1")).scalar() == "row 1 " * 20
    assert capfd.readouterr() == ("", "")


def test_a_folder_where_the_journal_cannot_be_kept_is_refused() -> None:
    raw = dbapi2.connect(":memory:", isolation_level=None)
    with pytest.raises(UnsafePlace, match="can't keep a database safe"):
        engines.prepare(raw, KEY)
