"""Scenes for undo: e-mails kept and removed."""

from collections.abc import Callable
from typing import Any

from app.services import mail_reader, mails
from db.casebook import Casebook
from tests.builders import open_case
from tests.services.test_mail_reader import LETTER

Run = Callable[[], Any]


def _kept(book: Casebook) -> Run:
    key, read = open_case(book).id, mail_reader.read_data("one.eml", LETTER)
    return lambda: book.write(mails.keep, key, read)


def _removed(book: Casebook) -> Run:
    key = open_case(book).id
    book.write(mails.keep, key, mail_reader.read_data("one.eml", LETTER))
    (line,) = book.read(mails.of_case, key)
    return lambda: book.write(mails.remove, line.id, line.version)


MAIL_SCENES: dict[str, Callable[[Casebook], Run]] = {"case:mail:keep": _kept, "case:mail:remove": _removed}
