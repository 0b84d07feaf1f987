"""A casebook as the program opens it, for the tests of the services, on each kind of database there is."""

import pytest

from app.bootstrap import derivations
from db.casebook import Casebook
from tests.builders import TODAY
from tests.casebooks import OpenBook


@pytest.fixture
def book(open_book: OpenBook) -> Casebook:
    """A fresh casebook whose search rows, checklists and progress follow every change."""
    return open_book(derive=derivations(lambda: TODAY))
