"""Insert many rows at nearly the speed of the driver."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import insert, inspect
from sqlalchemy.engine import Connection

FEW = 50  # rows that are not worth their own statement


def insert_rows(connection: Connection, model: type[Any], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert ``rows``, all with the columns of the first and every column that has a default.

    SQLAlchemy takes rows one by one and asks every column of each; SQLite's driver takes them as tuples,
    which are made here a column at a time, and columns without a conversion cost nothing.
    """
    if len(rows) < FEW or not connection.dialect.positional:
        if rows:
            connection.execute(insert(model), rows)
        return
    names = list(rows[0])
    statement = insert(model).inline().compile(dialect=connection.dialect, column_keys=names)
    order = statement.positiontup or names
    columns = [_bound(connection, model, name, rows) for name in order]
    connection.exec_driver_sql(str(statement), list(zip(*columns, strict=True)))


def _bound(
    connection: Connection, model: type[Any], name: str, rows: Sequence[Mapping[str, Any]]
) -> list[Any]:
    """Return one column's values as the driver takes them."""
    dialect, kind = connection.dialect, inspect(model).local_table.c[name].type
    convert = kind.dialect_impl(dialect).bind_processor(dialect)
    values = [row[name] for row in rows]
    return values if convert is None else [convert(value) for value in values]
