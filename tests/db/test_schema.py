"""The tables of a new casebook, and how its revision is told."""

from pathlib import Path

import pytest
from sqlalchemy import inspect, select, text

from db import schema, tables
from db.casebook import Casebook
from db.engine import APPLICATION_ID, writing
from db.migrations import versions
from db.models.operation import Secret
from tests.tree import ROOT


def test_every_table_is_there_and_no_other(book: Casebook) -> None:
    found = set(inspect(book.engine).get_table_names())
    index = {name for name in found if name.startswith(("person_trigram", "person_token"))}
    assert found - index == {table.name for table in tables.METADATA.sorted_tables} | {"alembic_version"}


def test_a_new_casebook_is_of_the_newest_revision(book: Casebook) -> None:
    with book.engine.connect() as connection:
        assert schema.revision(connection) == schema.HEAD


def test_every_revision_has_its_migration_and_the_last_is_the_newest() -> None:
    names = sorted(path.name for folder in versions.__path__ for path in _scripts(folder))
    assert [name.split("_")[0] for name in names] == list(schema.REVISIONS)


def _scripts(folder: str) -> list[Path]:
    return [path for path in Path(folder).glob("*.py") if path.name != "__init__.py"]


def test_a_casebook_file_says_what_it_is(file: Casebook) -> None:
    with file.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION_ID


def test_every_key_inside_is_random_and_long(book: Casebook) -> None:
    secrets = book.read(lambda session: dict(session.execute(select(Secret.name, Secret.value)).all()))
    assert secrets.keys() == set(tables.SECRETS)
    assert {len(value) for value in secrets.values()} == {32}
    assert len(set(secrets.values())) == len(secrets)


@pytest.mark.parametrize("spoil", ["DELETE FROM alembic_version", "DROP TABLE alembic_version"])
def test_a_database_that_says_no_revision_is_none_of_ours(book: Casebook, spoil: str) -> None:
    with writing(book.engine).connect() as connection:
        connection.execute(text(spoil))
        assert schema.revision(connection) == ""


def test_a_file_of_another_program_is_none_of_ours(file: Casebook) -> None:
    with file.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA application_id=1")
        assert schema.revision(connection) == ""


def test_a_schema_is_made_whole_or_not_at_all(file: Casebook) -> None:
    with pytest.raises(Exception, match="already exists"), writing(file.engine).begin() as connection:
        connection.execute(text("DROP TABLE chain_head"))
        tables.create(connection)
    with file.engine.connect() as connection:
        assert inspect(connection).has_table("chain_head")


def test_every_file_of_models_is_known_to_a_new_casebook() -> None:
    files = {file.stem for file in (ROOT / "db/models").glob("*.py")} - {"__init__"}
    assert files == {model.__name__.rpartition(".")[2] for model in tables.MODELS}
