"""Every table there is, and how those of a new casebook are made, with its keys and the start of its chain.

A start reads a few of them: it does not load this module, which ``upgrade`` does before the first write.
"""

import os
from collections.abc import Iterable
from typing import Any

from sqlalchemy import insert, text
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Mapper

from db import search_index
from db.base import Base
from db.chain import START
from db.engine import APPLICATION_ID
from db.models import (
    absence,
    case,
    deadline_listing,
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
from db.schema import HEAD

METADATA = Base.metadata
SECRETS = ("audit", "objects", "backup", "signing")
MODELS = (
    absence,
    case,
    deadline_listing,
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
    METADATA.create_all(connection)
    search_index.create_index(connection)
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


def mappers() -> Iterable[Mapper[Any]]:
    """Return how the rows of every table are mapped."""
    return Base.registry.mappers
