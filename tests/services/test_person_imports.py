"""Persons of a sheet written as one step."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.domain.choices import ContactKind, Sex
from app.domain.importing import Subject
from app.domain.importing.duplicates import Choice
from app.domain.likeness import Likeness
from app.errors import UserError
from app.services import history, people, people_list, person_imports
from app.services.importing import Preview
from db import trail
from db.casebook import Casebook
from tests.bench import population
from tests.builders import TODAY, a_passport, add_person
from tests.db.content import content_hash
from tests.services.sheet_files import a_preview, written

HEADS = ("Surname", "Given name", "DOB", "Passport no", "E-mail", "Occupation")


@trail.operation("test:add", "Add")
def _add(session: Any, persons: Any) -> Any:
    return person_imports.add(session, persons)


def ready(book: Casebook, folder: Path, *rows: tuple[str, ...]) -> Preview:
    return book.read(a_preview, Subject.PERSONS, written(folder / "a.xlsx", HEADS, *rows))


def test_an_import_is_one_step_in_the_history_and_one_undo(book: Casebook, tmp_path: Path) -> None:
    before = content_hash(book)
    rows = [("SAMPLE", "A", "1998", "Z1", "a@example.org", ""), ("=1+1", "नमूना", "", "0012", "", "")]
    taken = book.write(person_imports.accept, ready(book, tmp_path, *rows), {}, TODAY).result
    assert (taken.added, taken.filled, taken.skipped) == (2, 0, 0)
    person = book.read(people.person, taken.keys[1])
    assert (person.names[0].family, person.passports[0].number) == ("=1+1", "0012")
    assert len(book.read(people_list.ids, typed="नमूना")) == 1
    entry = book.read(history.entries)[0]
    assert (entry.label, entry.detail["added"]) == ("Import persons", 2)
    book.undo()
    assert content_hash(book) == before
    assert len(book.read(people_list.ids)) == 0


def test_somebody_there_is_left_out_added_or_filled_in_by_choice(book: Casebook, tmp_path: Path) -> None:
    key = add_person(book, occupation="", contacts=(), passports=(a_passport(country=""),))
    row = ("SAMPLE", "Ananya", "1998-04-02", "Z0000001", "a@example.org", "Engineer")
    seen = ready(book, tmp_path, row)
    assert seen.likes[0].why is Likeness.PASSPORT
    assert book.write(person_imports.accept, seen, {}, TODAY).result.skipped == 1
    assert book.write(person_imports.accept, seen, {2: Choice.FILL}, TODAY).result.filled == 1
    person = book.read(people.person, key)
    assert (person.occupation, person.sex) == ("Engineer", Sex.FEMALE)
    assert [(one.kind, one.value) for one in person.contacts] == [(ContactKind.EMAIL, "a@example.org")]
    assert (len(person.names), len(person.passports)) == (2, 1)
    book.undo()
    assert book.read(people.person, key).occupation == ""
    assert book.write(person_imports.accept, seen, {2: Choice.ADD}, TODAY).result.added == 1


def test_a_passport_both_have_is_completed(book: Casebook, tmp_path: Path) -> None:
    key = add_person(book, passports=(replace(a_passport(), expires_on=None),))
    path = written(
        tmp_path / "a.csv", ("Surname", "Passport", "Expiry"), ("SAMPLE", "Z0000001", "2033-05-01")
    )
    seen = book.read(a_preview, Subject.PERSONS, path)
    book.write(person_imports.accept, seen, {2: Choice.FILL}, TODAY)
    assert str(book.read(people.person, key).passports[0].expires_on) == "2033-05-01"


def test_what_is_not_ready_writes_nothing(book: Casebook, tmp_path: Path) -> None:
    before = content_hash(book)
    seen = ready(book, tmp_path, ("", "", "1998", "", "", ""))
    with pytest.raises(UserError):
        book.write(person_imports.accept, seen, {}, TODAY)
    assert content_hash(book) == before


def test_many_persons_are_added_at_once_with_all_their_parts(book: Casebook) -> None:
    persons = list(population.persons(60))
    before = content_hash(book)
    keys = book.write(_add, persons).result
    held = book.read(people.person, keys[7])
    assert [name.family for name in held.names] == [name.family for name in persons[7].names]
    book.undo()
    assert content_hash(book) == before


@pytest.mark.slow
def test_five_thousand_rows_come_and_go_with_equal_content(book: Casebook, tmp_path: Path) -> None:
    before = content_hash(book)
    rows = [
        (f"SAMPLE{n}", f"Given{n}", f"19{n % 90 + 10}-0{n % 9 + 1}-11", f"Z{n:07d}", f"a{n}@example.org", "")
        for n in range(5_000)
    ]
    taken = book.write(person_imports.accept, ready(book, tmp_path, *rows), {}, TODAY).result
    assert taken.added == 5_000
    book.undo()
    assert content_hash(book) == before
