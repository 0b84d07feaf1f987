"""Which version the tables of a casebook are of."""

from sqlalchemy import inspect, text
from sqlalchemy.engine import Connection

from db.engine import APPLICATION_ID

# Every revision of the tables, oldest first; the last is what this program works with.
REVISIONS = ("0001",)
HEAD = REVISIONS[-1]


def revision(connection: Connection) -> str:
    """Return the revision of the tables that are there, or "" where there are none of ours."""
    sqlite = connection.dialect.name == "sqlite"
    if sqlite and connection.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION_ID:
        return ""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or ""
