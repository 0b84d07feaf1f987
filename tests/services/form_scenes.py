"""Scenes for undo: the second look at a form."""

from collections.abc import Callable
from typing import Any

from app.domain.filing.sign_off import PAUSE
from app.services import snapshots
from db.casebook import Casebook
from tests.builders import TODAY, open_case
from tests.services.test_case_people import hire

Run = Callable[[], Any]


def _signed(book: Casebook) -> Run:
    key = open_case(book, owner_id=book.write(hire).result).id
    sha256 = book.read(snapshots.state, key, TODAY).sha256
    return lambda: book.write(snapshots.sign_off, key, sha256, TODAY)


def _begun(book: Casebook) -> Run:
    key = open_case(book).id
    sha256 = book.read(snapshots.state, key, TODAY).sha256
    return lambda: book.write(snapshots.begin_self_check, key, sha256, TODAY)


def _ended(book: Casebook) -> Run:
    key, now = open_case(book).id, book.clock
    sha256 = book.read(snapshots.state, key, TODAY).sha256
    book.write(snapshots.begin_self_check, key, sha256, TODAY)
    book.clock = lambda: now() + PAUSE
    return lambda: book.write(snapshots.end_self_check, key, sha256, TODAY)


FORM_SCENES: dict[str, Callable[[Casebook], Run]] = {
    "case:form:sign-off": _signed,
    "case:form:self-check": _begun,
    "case:form:self-checked": _ended,
}
