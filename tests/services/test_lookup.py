"""Which client is meant is found by key, number or whole name, and never guessed."""

import pytest

from app.domain.choices import NameKind
from app.domain.people import Name
from app.errors import UserError
from app.services import lookup, people
from db.casebook import Casebook
from tests.builders import a_passport, add_person
from tests.services.test_case_people import hire


@pytest.mark.parametrize(
    "words", ["z0000001", " Z 0000001 ", "Ananya  SAMPLE", "sample, ananya", "नमूना अनन्या"]
)
def test_a_client_is_found_by_what_only_they_have(book: Casebook, words: str) -> None:
    key = add_person(book)
    assert book.read(lookup.client, words) == key


@pytest.mark.parametrize("words", ["样本晓雨", "样本 晓雨", "YANGBEN Xiaoyu"])
def test_a_chinese_name_is_found_run_together_or_apart(book: Casebook, words: str) -> None:
    names = (
        Name(kind=NameKind.PASSPORT, family="YANGBEN", given="Xiaoyu"),
        Name(kind=NameKind.CHINESE, family="样本", given="晓雨"),
    )
    key = add_person(book, names=names)
    assert book.read(lookup.client, words) == key


@pytest.mark.parametrize(
    "words", ["", " ", "Ananya", "Anany Sample", "Z000000", "%", "*", "00000000-0000-7000-8000-000000000000"]
)
def test_nobody_is_guessed(book: Casebook, words: str) -> None:
    add_person(book)
    with pytest.raises(UserError):
        book.read(lookup.client, words)


def test_two_of_a_name_are_told_by_their_keys_and_nothing_else(book: Casebook) -> None:
    keys = [add_person(book), add_person(book, passports=(a_passport(number="Z0000002"),))]
    with pytest.raises(UserError) as refused:
        book.read(lookup.client, "Ananya Sample")
    assert all(str(key) in refused.value.hint for key in keys)
    assert "Sample" not in str(refused.value)


def test_who_is_archived_is_found_by_key_alone(book: Casebook) -> None:
    key = add_person(book)
    book.write(people.archive, key, 1)
    assert book.read(lookup.client, str(key)) == key
    with pytest.raises(UserError):
        book.read(lookup.client, "Z0000001")


def test_the_reason_is_said_for_an_archived_client_and_a_user_who_left(book: Casebook) -> None:
    key = add_person(book)
    book.write(people.archive, key, 1)
    for words in ("Z0000001", "Ananya Sample"):
        with pytest.raises(UserError, match="archived"):
            book.read(lookup.client, words)
    gone = book.write(hire, "gone", True).result
    for words in ("gone", "Gone Sample"):
        with pytest.raises(UserError, match="no longer works"):
            book.read(lookup.user, words)
    assert book.read(lookup.user, "gone", left=True) == gone
