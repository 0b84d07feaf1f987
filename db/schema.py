"""Make the tables of a new casebook, with its keys and the start of its chain."""

import os

from sqlalchemy import insert, inspect, text
from sqlalchemy.engine import Connection

from db import search
from db.base import Base
from db.chain import START
from db.engine import APPLICATION_ID
from db.models import (
    absence,
    case,
    draft,
    duplicate,
    enquiry,
    family,
    filed,
    firm,
    holiday_year,
    import_columns,
    label,
    mail,
    operation,
    person,
    person_row,
    post,
    quote,
    rule,
    saved_search,
    stay,
    wording,
)
from db.models.operation import ChainHead, Secret

# Every revision of the tables, oldest first; the last is what this program works with.
REVISIONS = ("0001",)
HEAD = REVISIONS[-1]
SECRETS = ("audit", "objects", "backup", "signing")
MODELS = (
    absence,
    case,
    draft,
    duplicate,
    enquiry,
    family,
    firm,
    holiday_year,
    import_columns,
    label,
    filed,
    mail,
    operation,
    person,
    person_row,
    post,
    quote,
    rule,
    saved_search,
    stay,
    wording,
)


def create(connection: Connection) -> None:
    """Create everything in an empty database, inside the caller's transaction."""
    Base.metadata.create_all(connection)
    search.create_index(connection)
    connection.execute(text(_VERSION_TABLE))
    connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})
    connection.execute(insert(Secret), [{"name": name, "value": os.urandom(32)} for name in SECRETS])
    connection.execute(insert(ChainHead), {"id": 1, "seq": 0, "mac": START})
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")


_VERSION_TABLE = """CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL,
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)"""  # as Alembic makes it


def revision(connection: Connection) -> str:
    """Return the revision of the tables that are there, or "" where there are none of ours."""
    sqlite = connection.dialect.name == "sqlite"
    if sqlite and connection.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION_ID:
        return ""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or ""
