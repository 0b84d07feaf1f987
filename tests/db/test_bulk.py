"""Many rows at once are the rows that one by one would be."""

from sqlalchemy import delete, select
from sqlalchemy.engine import Connection

from app.domain.choices import Sex
from app.domain.dates import PartialDate
from db.bulk import FEW, insert_rows
from db.models.person import PersonRow
from db.types import new_key
from tests.casebooks import OpenBook

COLUMNS = PersonRow.__table__.c


def a_row(number: int) -> dict[str, object]:
    known = {
        "id": new_key(),
        "version": 1,
        "archived": False,
        "sex": Sex.FEMALE,
        "birth_date": PartialDate(1990, 1 + number % 12),
    }
    return {column.name: known.get(column.name, None if column.nullable else "") for column in COLUMNS}


def stored(connection: Connection) -> list[dict[str, object]]:
    return [dict(row) for row in connection.execute(select(*COLUMNS).order_by(COLUMNS.id)).mappings()]


def test_many_rows_are_stored_as_a_few_would_be(open_book: OpenBook) -> None:
    rows = [a_row(number) for number in range(FEW + 1)]
    with open_book().engine.connect() as connection:
        insert_rows(connection, PersonRow, rows[: FEW - 1])
        few = stored(connection)
        connection.execute(delete(PersonRow))
        insert_rows(connection, PersonRow, rows)
        assert stored(connection)[: FEW - 1] == few == rows[: FEW - 1]


def test_no_rows_are_no_statement(open_book: OpenBook) -> None:
    with open_book().engine.connect() as connection:
        insert_rows(connection, PersonRow, [])
        assert stored(connection) == []
