"""What somebody found in a conflict check is to the firm."""

from app.domain.conflicts import Link
from app.services import conflict_links
from db.casebook import Casebook
from tests.builders import add_person, open_case


def test_a_client_is_named_with_the_case_and_a_stranger_is_nothing(book: Casebook) -> None:
    client, stranger, asked = add_person(book), add_person(book), add_person(book)
    case = open_case(book, client)
    found = book.read(conflict_links.of_persons, [client, stranger], without=asked)
    assert found[client] == [(Link.CLIENT, case.number)]
    assert not found.get(stranger)


def test_a_casebook_without_names_beside_records_holds_none(book: Casebook) -> None:
    assert not book.read(conflict_links.held, add_person(book))
