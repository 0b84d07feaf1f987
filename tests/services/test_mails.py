"""E-mails are kept whole with a case, once, and given out byte for byte."""

import pytest

from app.errors import UserError
from app.services import contact_days, mail_reader, mails, timeline
from db.casebook import Casebook
from tests.builders import open_case
from tests.services.test_mail_reader import LETTER


def test_a_mail_comes_out_as_it_came_and_counts_as_contact(book: Casebook) -> None:
    key = open_case(book).id
    mail = book.write(mails.keep, key, mail_reader.read_data("one.eml", LETTER)).result
    assert book.read(mails.file_of, mail) == ("one.eml", LETTER)
    (line,) = book.read(mails.of_case, key)
    assert (line.subject, line.size, line.kept_by) == ("Papers", len(LETTER), "Ana Sample")
    assert book.read(contact_days.last, [key])[key].isoformat() >= "2026-11-02"
    assert [each.mail_id for each in book.read(timeline.entries, key) if each.mail_id] == [mail]


def test_the_same_mail_is_kept_once_in_a_case_and_again_in_another(book: Casebook) -> None:
    first, second = open_case(book).id, open_case(book).id
    read = mail_reader.read_data("one.eml", LETTER)
    book.write(mails.keep, first, read)
    with pytest.raises(UserError, match="already"):
        book.write(mails.keep, first, read)
    book.write(mails.keep, second, read)
    assert len(book.read(mails.of_case, second)) == 1


def test_a_mail_is_removed_and_comes_back(book: Casebook) -> None:
    key = open_case(book).id
    book.write(mails.keep, key, mail_reader.read_data("one.eml", LETTER))
    (line,) = book.read(mails.of_case, key)
    book.write(mails.remove, line.id, line.version)
    assert book.read(mails.of_case, key) == []
    book.undo()
    assert book.read(mails.file_of, line.id)[1] == LETTER
