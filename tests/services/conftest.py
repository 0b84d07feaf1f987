"""A casebook as the program opens it, for the tests of the services."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from app.services import checklists
from db import listing
from db.casebook import Casebook
from db.keyslots import CHEAP
from tests.builders import TODAY


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Casebook]:
    book, _code = Casebook.create(
        tmp_path / "Test.kasebook",
        firm="Fictional Firm",
        name="Ana Sample",
        login="ana",
        passphrase="correct horse battery",
        cost=CHEAP,
        derive=(listing.refresh, partial(checklists.follow, today=TODAY)),
    )
    yield book
    book.close()
