"""What the firm says about itself."""

import pytest

from app.errors import Conflict, UserError
from app.services import firm_blocks, firms, history
from db.casebook import Casebook
from tests.builders import open_case
from tests.services.test_case_people import hire


def test_the_firm_prints_what_was_entered(book: Casebook) -> None:
    version = book.write(firms.set_firm_field, 1, "name_zh", "虚构事务所").result
    book.write(firms.set_firm_field, version, "address", "1 Sample Road\nSampleville")
    block = book.read(firm_blocks.block)
    assert (block.name, block.name_zh) == ("Fictional Firm", "虚构事务所")
    assert block.address == "1 Sample Road\nSampleville"


def test_the_firm_keeps_a_name(book: Casebook) -> None:
    with pytest.raises(UserError) as refused:
        book.write(firms.set_firm_field, 1, "name", " ")
    assert refused.value.field == "name"


def test_case_numbers_begin_with_the_firms_prefix(book: Casebook) -> None:
    book.write(firms.set_firm_field, 1, "case_prefix", "abc")
    assert open_case(book).number == "ABC-2026-0001"


def test_two_windows_can_not_overwrite_the_firm(book: Casebook) -> None:
    book.write(firms.set_firm_field, 1, "phone", "+6560000000")
    with pytest.raises(Conflict):
        book.write(firms.set_firm_field, 1, "phone", "+6560000001")


def test_offices_and_users_are_listed_by_name(book: Casebook) -> None:
    book.write(firms.add_office, "South", "Sampleville", "SG")
    book.write(firms.add_office, "North", "Sampleville", "SG")
    assert [office.name for office in book.read(firms.offices)] == ["North", "South"]
    assert [user.name for user in book.read(firms.users)] == ["Ana Sample"]


def test_only_the_firms_own_fields_are_set(book: Casebook) -> None:
    with pytest.raises(UserError):
        book.write(firms.set_firm_field, 1, "version", "9")


def roles(book: Casebook) -> list[tuple[str, str]]:
    return [(line.name, line.role) for line in book.read(firms.users)]


def test_an_owner_makes_another_and_is_made_a_consultant_again(book: Casebook) -> None:
    ben = book.write(hire).result
    version = book.write(firms.set_role, ben, 1, "owner").result
    assert roles(book) == [("Ana Sample", "owner"), ("Ben Sample", "owner")]
    book.write(firms.set_role, ben, version, "consultant")
    assert roles(book) == [("Ana Sample", "owner"), ("Ben Sample", "consultant")]
    assert book.read(history.entries, limit=1)[0].about == ben


def test_the_last_owner_stays_one(book: Casebook) -> None:
    book.write(hire)
    with pytest.raises(UserError, match="keeps one owner") as refused:
        book.write(firms.set_role, book.actor.id, 1, "consultant")
    assert refused.value.field == "role"
    assert roles(book)[0] == ("Ana Sample", "owner")


def test_only_an_owner_says_who_owns_the_casebook(book: Casebook) -> None:
    ben = book.write(hire).result
    book.write(firms.set_role, ben, 1, "owner")
    book.write(firms.set_role, book.actor.id, 1, "consultant")
    with pytest.raises(UserError, match="Only an owner"):
        book.write(firms.set_role, book.actor.id, 2, "owner")


def test_neither_another_role_nor_somebody_who_left_is_taken(book: Casebook) -> None:
    gone = book.write(hire, "cy", True).result
    with pytest.raises(UserError, match="left"):
        book.write(firms.set_role, gone, 1, "owner")
    with pytest.raises(UserError, match="owner or a consultant"):
        book.write(firms.set_role, book.actor.id, 1, "king")
