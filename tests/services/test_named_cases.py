"""Words of a sheet of cases understood: client, category, post, owner, office."""

from pathlib import Path

import pytest

from app.domain.importing import Subject
from app.services import firms, named_cases, packs, people
from db.casebook import Casebook
from tests.builders import add_person, open_case
from tests.services.sheet_files import a_preview, written
from tests.services.test_case_people import hire

HEADS = ("Client", "Passport", "Category", "Post", "Owner", "Office")


def test_everything_is_found_by_the_words_people_write(book: Casebook, tmp_path: Path) -> None:
    key = add_person(book)
    office = book.write(firms.add_office, "Head office", "Sampleville", "SG").result
    post = packs.post("new-delhi")
    rows = [
        ("Ananya Sample", "", "k visa", post.name.en, book.actor.name, "head office"),
        ("अनन्या नमूना", "", "K", post.name.zh, "", ""),
        ("", "z0000001", "K", "new-delhi", "ana", ""),
    ]
    ready = book.read(a_preview, Subject.CASES, written(tmp_path / "a.csv", HEADS, *rows))
    assert ready.errors == ()
    found = [one.value for one in ready.candidates]
    assert {(one.person_id, one.category, one.post) for one in found} == {(key, "K", "new-delhi")}
    assert (found[0].owner_id, found[0].office_id, found[1].owner_id) == (book.actor.id, office, None)


@pytest.mark.parametrize(
    ("row", "head"),
    [
        (("Nobody", "", "K", "new-delhi", "", ""), "Client"),
        (("", "A9", "K", "new-delhi", "", ""), "Passport"),
        (("Ananya Sample", "", "Q9", "new-delhi", "", ""), "Category"),
        (("Ananya Sample", "", "K", "Atlantis", "", ""), "Post"),
        (("Ananya Sample", "", "K", "new-delhi", "Nobody", ""), "Owner"),
        (("Ananya Sample", "", "K", "new-delhi", "", "Nowhere"), "Office"),
    ],
)
def test_what_names_nothing_is_an_error_of_its_cell(
    book: Casebook, tmp_path: Path, row: tuple[str, ...], head: str
) -> None:
    add_person(book)
    ready = book.read(a_preview, Subject.CASES, written(tmp_path / "a.csv", HEADS, row))
    assert ([error.head for error in ready.errors], ready.candidates) == ([head], ())


def test_cases_there_are_named_by_client_category_and_post(book: Casebook) -> None:
    opened = open_case(book)
    (key, number) = next(iter(book.read(lambda session: list(named_cases.there(session)))))
    assert (key[1:], number) == (("K", "new-delhi"), opened.number)


def test_an_archived_client_and_an_owner_who_left_are_errors_with_their_reason(
    book: Casebook, tmp_path: Path
) -> None:
    key = add_person(book)
    book.write(people.archive, key, 1)
    book.write(hire, "gone", True)
    rows = [("", "Z0000001", "K", "new-delhi", "gone", ""), (str(key), "", "K", "new-delhi", "", "")]
    ready = book.read(a_preview, Subject.CASES, written(tmp_path / "a.csv", HEADS, *rows))
    said = [(error.row, error.message) for error in ready.errors]
    assert ready.candidates == ()
    assert [row for row, _message in said] == [2, 2, 3]
    assert sum("archived" in message for _row, message in said) == 2
    assert any("no longer works" in message for _row, message in said)
