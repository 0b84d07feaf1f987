"""The demo, built once for all tests that look at it; nobody changes it."""

from collections.abc import Iterator

import pytest

from app import bootstrap
from app.services import demo
from app.services.demo import Built
from db.casebook import Casebook
from db.keyslots import CHEAP
from tests.builders import TODAY


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return demo.build(tmp_path_factory.mktemp("demo"), bootstrap.create_casebook, TODAY, cost=CHEAP)


@pytest.fixture(scope="session")
def told(built: Built) -> Iterator[Casebook]:
    """The demo's casebook, opened as its user opens it."""
    book = bootstrap.open_casebook(built.casebook, login=demo.LOGIN, passphrase=demo.PASSPHRASE)
    yield book
    book.close()
