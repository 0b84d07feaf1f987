"""What a server, or its absence, says is known trouble too; only where there is a server to ask."""

from collections.abc import Iterator

import pytest
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.orm import Session

from app.errors import Busy, NotFound, ReadOnly
from db.casebook import Casebook
from db.engine import postgres_engine
from db.models.draft import Draft
from db.trouble import translated
from db.types import utc_now
from tests.casebooks import KINDS, Server
from tests.db.operations import add, families

if "postgres" in KINDS:

    @pytest.fixture
    def served(server: Server) -> Iterator[Casebook]:
        """A casebook on a server of its own database."""
        name = server.fresh()
        book = Casebook.found(server.engine(name), firm="Fictional Firm", name="Ana Sample", login="ana")
        yield book
        book.close()
        server.drop(name)

    def test_a_database_that_is_not_there_is_told(server: Server) -> None:
        with (
            pytest.raises(NotFound, match="no casebook here"),
            translated(),
            server.engine("absent").connect(),
        ):
            pass

    def test_a_dropped_connection_is_told_and_the_next_one_works(served: Casebook) -> None:
        end = text("SELECT pg_terminate_backend(pg_backend_pid())")
        with pytest.raises(NotFound, match="server does not answer"):
            served.read(lambda session: session.scalar(end))
        assert served.read(families) == []
        served.write(add, "Sample")

    def test_a_statement_that_takes_too_long_is_told(served: Casebook) -> None:
        def sleep(session: Session) -> None:
            session.execute(text("SELECT set_config('statement_timeout', '50', true)"))
            session.execute(text("SELECT pg_sleep(9)"))

        with pytest.raises(Busy):
            served.read(sleep)

    def test_a_read_cannot_write(served: Casebook) -> None:
        def scribble(session: Session) -> None:
            session.add(Draft(user_id=served.actor.id, field="x", text="x", at=utc_now()))
            session.flush()

        with pytest.raises(ReadOnly):
            served.read(scribble)

    def test_a_missing_table_stays_a_bug(served: Casebook) -> None:
        with pytest.raises(ProgrammingError, match="does not exist"):
            served.read(lambda session: session.execute(text("SELECT * FROM absent")))


def test_a_server_that_does_not_answer_is_told() -> None:
    engine = postgres_engine("postgresql+psycopg://nobody@/none?host=/nowhere")
    with pytest.raises(NotFound, match="server does not answer"), translated(), engine.connect():
        pass
