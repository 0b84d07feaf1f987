"""Make the tables of a casebook, and bring those of an older version up to date.

An upgrade makes a verified backup first, then runs in one transaction.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine
from sqlalchemy.engine import Connection

from app.errors import Damaged, NotOurs, TooNew
from app.i18n import _
from db import backup, schema, search_index
from db.engine import writing
from db.folder import Folder

if TYPE_CHECKING:
    from alembic.config import Config


def create(connection: Connection) -> None:
    """Create everything in an empty database, inside the caller's transaction."""
    from db import tables

    tables.create(connection)


def know_every_table() -> None:
    """Map every table: what writes follows references to tables that it does not name, and so does undo.

    A start only reads, and a third of all classes is enough for it.
    """
    from db import tables  # noqa: F401  (for its imports)


def bring_up_to_date(engine: Engine, folder: Folder | None, key: bytes = b"") -> Path | None:
    """Upgrade where needed; return the backup made before, or None where nothing was to do.

    Raises ``NotOurs`` or ``TooNew``. On any error the casebook is as it was.
    """
    with engine.connect() as connection:
        found = schema.revision(connection)
    if found == schema.HEAD:
        return None
    if not found:
        raise NotOurs(_("This is not a Kasebook casebook."), _("It was left as it is."))
    if found not in schema.REVISIONS:
        raise TooNew(_("This casebook was made by a newer version of Kasebook."), _("Update the program."))
    saved = backup.make(engine, folder, key, folder.path / "before-upgrade") if folder else None
    migrate(engine)
    return saved.path if saved else None


def migrate(engine: Engine, target: str = "") -> None:
    """Run the migrations up to ``target`` (the newest) in one transaction; no table may lose a row."""
    with writing(engine).connect() as connection:
        connection.detach()  # its settings are changed, so it goes back to no pool
        sqlite = connection.dialect.name == "sqlite"
        if sqlite:
            _without_references(connection)
        with connection.begin():
            before = backup.counts(connection)
            _run(connection, target or schema.HEAD)
            _compare(before, backup.counts(connection))
            search_index.create_index(connection)  # a rebuilt table has lost its triggers
            search_index.rebuild(connection)
            if sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise _given_up()


def _without_references(connection: Connection) -> None:
    """Turn references off, before BEGIN: or rebuilding a table takes others' rows along."""
    raw = connection.connection.dbapi_connection
    assert raw is not None
    raw.execute("PRAGMA foreign_keys=OFF")


def _run(connection: Connection, target: str) -> None:
    from alembic import command  # costs a third of a second; only where there is something to upgrade

    command.upgrade(alembic_config(connection), target)


def alembic_config(connection: Connection) -> Config:
    """Return what Alembic's commands need to work on ``connection`` with our migrations."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "db:migrations")
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config


def _compare(before: Mapping[str, int], after: Mapping[str, int]) -> None:
    lost = [name for name, count in before.items() if after.get(name, 0) < count]
    if lost:
        raise _given_up(", ".join(lost))


def _given_up(why: str = "") -> Damaged:
    return Damaged(_("The upgrade was given up; the casebook is as it was."), why)
