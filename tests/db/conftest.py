"""Casebooks for the tests of db: ``book`` on a file and on PostgreSQL, ``file`` on a file alone."""

import pytest

from db.casebook import Casebook
from tests.casebooks import OpenBook


@pytest.fixture
def book(open_book: OpenBook) -> Casebook:
    """A fresh casebook, once on each kind of database there is."""
    return open_book()


@pytest.fixture
def file(open_file: OpenBook) -> Casebook:
    """A fresh casebook on disk."""
    return open_file()
