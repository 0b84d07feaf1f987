"""Prints of a case: bytes with their name and hash, or sentences about what would print wrong."""

import hashlib
from pathlib import Path

import pytest

from app.domain.choices import NameKind
from app.domain.people import Name
from app.errors import UserError
from app.services import documents, firms, history, printing
from app.services.orders import Order, Subject
from app.services.printing import Print
from db.casebook import Casebook
from tests.builders import TODAY, add_person, open_case

CHOSEN = {"handover-list", "list"}  # of rows somebody chose: printed in tests of their own
TIBETAN = Name(kind=NameKind.NATIVE, family="བོད")


def printed(book: Casebook, order: Order) -> Print:
    return printing.made(order, book.read(printing.value, order, TODAY))


@pytest.mark.parametrize("kind", sorted(documents.KINDS.keys() - CHOSEN))
def test_a_print_has_its_bytes_and_their_hash(book: Casebook, kind: str) -> None:
    case = open_case(book).id
    book.write(firms.set_firm_field, 1, "address", "00 Sample Street")  # what clients sign names it
    is_of_case = documents.kind(kind).subject is Subject.CASE
    found = printed(book, Order(case_id=case if is_of_case else None, kind=kind))
    assert found.data.startswith(b"%PDF")
    assert found.sha256 == hashlib.sha256(found.data).hexdigest()
    assert found.problems == ()


def test_a_file_is_named_by_case_and_kind_and_nobody(book: Casebook) -> None:
    found = printed(book, Order(case_id=open_case(book).id))
    assert found.file_name == "KB-2026-0001 Client checklist.pdf"


def test_a_file_for_the_archive_says_so_in_its_name(book: Casebook) -> None:
    found = printed(book, Order(case_id=open_case(book).id, profile="archive"))
    assert found.file_name == "KB-2026-0001 Client checklist PDF-A.pdf"


def test_the_same_case_prints_the_same_bytes(book: Casebook) -> None:
    order = Order(case_id=open_case(book).id, language="en")
    assert printed(book, order) == printed(book, order)


def test_what_no_font_draws_is_told_beside_the_print(book: Casebook) -> None:
    names = (Name(kind=NameKind.PASSPORT, family="SAMPLE", given="Layla"), TIBETAN)
    found = printed(book, Order(case_id=open_case(book, add_person(book, names=names)).id))
    assert found.data.startswith(b"%PDF")
    assert len(found.problems) == 1
    assert found.problems[0].startswith("Names in other scripts: in none of the fonts, so drawn as boxes: ")
    assert "\u0f51 (TIBETAN LETTER DA, U+0F51)" in found.problems[0]


@pytest.mark.parametrize(("family", "given"), [("عيّنة", "ليلى"), ("דוגמה", "נועה"), ("نمونہ", "ٹیپو")])
def test_names_written_from_the_right_are_printed(book: Casebook, family: str, given: str) -> None:
    native = Name(kind=NameKind.NATIVE, family=family, given=given)
    names = (Name(kind=NameKind.PASSPORT, family="SAMPLE", given="Noa"), native)
    order = Order(case_id=open_case(book, add_person(book, names=names)).id)
    assert printed(book, order).problems == ()


def test_an_unknown_document_is_refused(book: Casebook) -> None:
    with pytest.raises(UserError):
        printed(book, Order(case_id=open_case(book).id, kind="visa"))


def test_a_print_is_saved_as_a_whole(book: Casebook, tmp_path: Path) -> None:
    found = printed(book, Order(case_id=open_case(book).id))
    place = tmp_path / "here.pdf"
    place.write_bytes(b"older")
    printing.save(found, place)
    assert place.read_bytes() == found.data
    assert [file.name for file in tmp_path.glob(".print-*")] == []


def test_a_place_that_takes_no_file_is_refused(book: Casebook, tmp_path: Path) -> None:
    with pytest.raises(UserError):
        printing.save(printed(book, Order(case_id=open_case(book).id)), tmp_path / "none" / "here.pdf")


def test_a_print_is_recorded_with_its_hash_and_can_not_be_undone(book: Casebook) -> None:
    case = open_case(book)
    book.write(printing.record, Order(case_id=case.id, kind="summary"), "ab" * 32)
    entry = book.read(history.entries, about=case.id)[0]
    assert entry.label == "Print"
    assert entry.detail["sha256"] == "ab" * 32
    assert not entry.undoable
