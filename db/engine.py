"""Open the encrypted SQLite file, or PostgreSQL, as an engine; every connection gets the same settings."""

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, ExceptionContext, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from app.errors import KasebookError, UnsafePlace
from app.i18n import _

# Below 3.51.3 a write racing a checkpoint on two connections can lose pages (sqlite.org/wal.html §11).
OLDEST_SQLITE = (3, 51, 3)
APPLICATION_ID = 0x4B415345  # "KASE"

SETTINGS = {
    "foreign_keys": "ON",
    "synchronous": "FULL",  # NORMAL loses the last commits at power loss
    "temp_store": "MEMORY",  # nothing decrypted on disk
    "secure_delete": "ON",
    "recursive_triggers": "ON",  # else REPLACE leaves stale search entries
    "trusted_schema": "OFF",
    "cell_size_check": "ON",
    "cache_size": "-8000",
}


def check_library() -> None:
    """Refuse a SQLite that may lose pages. Raises ``KasebookError``."""
    if dbapi2.sqlite_version_info < OLDEST_SQLITE:
        raise KasebookError(
            _("The database library is too old to keep data safe."), _("Install the program again.")
        )


def sqlite_engine(
    file: Path, key: bytes, *, busy_ms: int = 5000, create: bool = False, journal: str = "WAL"
) -> Engine:
    """Return an engine on the encrypted ``file``; ``key`` has 32 bytes and never enters an address.

    A copy that may lie on another machine's disk is opened with the ``journal`` "DELETE".
    """
    check_library()
    uri = f"{file.absolute().as_uri()}?mode={'rwc' if create else 'rw'}"

    def connect() -> Any:
        raw = dbapi2.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
        try:
            prepare(raw, key, busy_ms, journal)
        except BaseException:
            raw.close()
            raise
        return raw

    engine = create_engine(
        "sqlite://", module=dbapi2, creator=connect, poolclass=QueuePool, hide_parameters=True
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", _drop_after_damage)
    return engine


def prepare(raw: Any, key: bytes, busy_ms: int = 5000, journal: str = "WAL") -> None:
    """Key a fresh driver connection and set it up; the log first, for SQLCipher writes to stderr."""
    raw.execute("PRAGMA cipher_log_level=NONE")
    raw.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    raw.execute(f"PRAGMA busy_timeout={int(busy_ms)}")
    mode = raw.execute(f"PRAGMA journal_mode={journal}").fetchone()[0]
    if mode != journal.lower():  # no shared memory here; SQLite would go on in another mode
        raise UnsafePlace(
            _("This folder can't keep a database safe."), _("Keep the casebook on this computer's own disk.")
        )
    for name, value in SETTINGS.items():
        raw.execute(f"PRAGMA {name}={value}")


def _drop_after_damage(context: ExceptionContext) -> None:
    """Let go of all connections after a bad page: SQLCipher refuses everything on the one that met it."""
    name = getattr(context.original_exception, "sqlite_errorname", None) or ""
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR")):
        context.is_disconnect = True


def _begin(connection: Connection) -> None:
    raw = connection.connection.dbapi_connection  # by itself: every read begins one
    assert raw is not None
    raw.execute(connection.get_execution_options().get("begin", "BEGIN"))


def postgres_engine(address: str) -> Engine:
    """Return an engine on a firm's PostgreSQL; statements end after 30 seconds, so that no window hangs."""
    return create_engine(
        address,
        hide_parameters=True,
        pool_pre_ping=True,
        connect_args={"connect_timeout": 5, "options": "-c statement_timeout=30000"},
    )


def reading(engine: Engine) -> Engine:
    """Return the engine for readers: what they read is one state, which SQLite gives by itself."""
    if engine.dialect.name == "postgresql":
        return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return engine


def writing(engine: Engine) -> Engine:
    """Return the engine for writers: they take the lock at once, since an upgrade of a read would fail."""
    return engine.execution_options(begin="BEGIN IMMEDIATE")
