"""Persons who look alike: remembered as two, or merged into one by a step that undo takes back whole."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from app.domain.choices import MaritalStatus, NameKind, Relation
from app.domain.dates import PartialDate
from app.domain.enquiries import FirstCall
from app.domain.likeness import Likeness
from app.domain.people import Contact, Name, Relative
from app.errors import Conflict, UserError
from app.services import cases, duplicates, enquiries, labels, merging, people, people_list
from db.casebook import Casebook
from tests.builders import TODAY, add_person, open_case
from tests.db.content import content_hash


@pytest.fixture
def kept(book: Casebook) -> UUID:
    return add_person(book)


@pytest.fixture
def other(book: Casebook, kept: UUID) -> UUID:
    """The same person, recorded once more and a little differently."""
    name = Name(kind=NameKind.ALIAS, family="SAMPLE", given="Anu")
    contact = Contact(value="anu@example.org")
    return add_person(
        book,
        names=(Name(kind=NameKind.PASSPORT, family="SAMPLE", given="Ananya"), name),
        contacts=(contact,),
        birth_city="Pune",
        occupation="Engineer",
    )


def merge(book: Casebook, kept: UUID, other: UUID, *from_other: str) -> None:
    versions = book.read(duplicates.preview, kept, other).versions
    book.write(duplicates.merge, kept, other, versions, from_other)


def test_who_looks_alike_is_hinted_with_the_reason(book: Casebook, kept: UUID, other: UUID) -> None:
    found = book.read(duplicates.alike, kept)
    assert [(each.line.id, each.why) for each in found] == [(other, Likeness.PASSPORT)]


def test_different_people_are_remembered_both_ways_until_that_is_taken_back(
    book: Casebook, kept: UUID, other: UUID
) -> None:
    book.write(duplicates.say_different, kept, other)
    book.write(duplicates.say_different, other, kept)
    assert (book.read(duplicates.alike, kept), book.read(duplicates.alike, other)) == ([], [])
    assert [line.id for line in book.read(duplicates.different, other)] == [kept]
    assert "different persons" in book.read(duplicates.preview, kept, other).refusals[0]
    book.write(duplicates.hint_again, other, kept)
    assert len(book.read(duplicates.alike, kept)) == 1


def test_a_record_is_not_different_from_itself(book: Casebook, kept: UUID) -> None:
    with pytest.raises(UserError):
        book.write(duplicates.say_different, kept, kept)
    with pytest.raises(UserError, match="one and the same"):
        book.write(duplicates.merge, kept, kept, (1, 1))


def test_the_preview_shows_every_field_of_both_and_what_moves(
    book: Casebook, kept: UUID, other: UUID
) -> None:
    book.write(people.set_field, kept, 1, "occupation", "Researcher", TODAY)
    number = open_case(book, other).number
    seen = book.read(duplicates.preview, kept, other)
    assert number
    assert [side.field.name for side in seen.sides if side.differs] == ["occupation"]
    assert dict(seen.moved)["Name"] == 2
    assert dict(seen.moved)["Cases"] == 1
    assert seen.refusals == ()


def test_all_rows_move_the_chosen_fields_count_and_the_other_points_to_the_one_kept(
    book: Casebook, kept: UUID, other: UUID
) -> None:
    book.write(people.set_field, kept, 1, "occupation", "Researcher", TODAY)
    book.write(people.set_field, kept, 2, "marital_status", MaritalStatus.SINGLE, TODAY)
    case = open_case(book, other)
    taken = book.write(enquiries.add, FirstCall(wanted="A visa"), TODAY, person_id=other).result
    merge(book, kept, other, "occupation")
    person = book.read(people.person, kept)
    assert (person.occupation, person.birth_city, person.marital_status) == (
        "Engineer",
        "Pune",
        MaritalStatus.SINGLE,
    )
    assert [name.given for name in person.names] == ["Ananya", "अनन्या", "Anu"]
    assert len(person.passports) == 1
    assert [contact.value for contact in person.contacts] == ["anu@example.org"]
    assert book.read(cases.case, case.id).person_id == kept
    assert [line.id for line in book.read(enquiries.of_person, kept)] == [taken.id]
    assert book.read(duplicates.merged_into, other) == kept
    assert book.read(people.person, other).names == ()
    assert book.read(duplicates.alike, kept) == []


def test_the_one_kept_is_found_by_what_came_from_the_other_and_undo_puts_that_back(
    book: Casebook, kept: UUID, other: UUID
) -> None:
    merge(book, kept, other)
    assert found(book, "Anu") == [kept]
    book.undo()
    assert found(book, "Anu") == [other]
    assert sorted(found(book, "Ananya")) == sorted([kept, other])


def found(book: Casebook, typed: str) -> list[UUID]:
    lines = book.read(people_list.lines, book.read(people_list.ids, typed=typed))
    return [line.id for line in lines]


def test_undo_gives_back_exactly_what_was_there(book: Casebook, kept: UUID, other: UUID) -> None:
    third = add_person(book, names=(Name(family="MUSTER"),), passports=())
    open_case(book, other)
    book.write(people.save_part, third, "relatives", link(other), TODAY)
    book.write(duplicates.say_different, other, third)
    book.write(duplicates.say_different, kept, third)
    before = content_hash(book)
    merge(book, kept, other)
    assert content_hash(book) != before
    assert book.read(people.person, third).relatives[0].relative_id == kept
    book.undo()
    assert content_hash(book) == before
    book.redo()
    assert book.read(duplicates.merged_into, other) == kept


def link(to: UUID) -> Relative:
    return Relative(relative_id=to, relation=Relation.SIBLING)


def test_what_stands_against_a_merge_is_named_and_nothing_is_changed(
    book: Casebook, kept: UUID, other: UUID
) -> None:
    open_case(book, kept)
    open_case(book, other)
    book.write(people.save_part, kept, "relatives", link(other), TODAY)
    call = replace(FirstCall(), referrer_id=kept)
    book.write(enquiries.add, call, TODAY, person_id=other)
    told = book.read(lambda session: list(merging.refusals(session, kept, other)))
    assert [text.split()[0] for text in told] == ["They", "One", "Both"]
    before = content_hash(book)
    with pytest.raises(UserError, match="close or archive one first"):
        book.write(duplicates.merge, kept, other, book.read(duplicates.preview, kept, other).versions)
    assert content_hash(book) == before


def test_an_archived_record_is_not_merged(book: Casebook, kept: UUID, other: UUID) -> None:
    book.write(people.archive, other, 1)
    assert "archived" in book.read(duplicates.preview, kept, other).refusals[0]


def test_a_record_that_changed_since_the_preview_is_a_conflict(
    book: Casebook, kept: UUID, other: UUID
) -> None:
    versions = book.read(duplicates.preview, kept, other).versions
    book.write(people.set_field, other, 1, "birth_date", PartialDate(1998), TODAY)
    with pytest.raises(Conflict):
        book.write(duplicates.merge, kept, other, versions)


def test_two_applications_at_different_posts_do_not_exclude_each_other(
    book: Casebook, kept: UUID, other: UUID
) -> None:
    posts: tuple[Any, ...] = ("new-delhi", "mumbai")
    for key, post in zip((kept, other), posts, strict=True):
        open_case(book, key, post=post)
    assert book.read(duplicates.preview, kept, other).refusals == ()


def test_labels_move_and_stand_once(book: Casebook, kept: UUID, other: UUID) -> None:
    book.write(labels.set_labels, kept, "urgent")
    book.write(labels.set_labels, other, "urgent, later")
    before = content_hash(book)
    merge(book, kept, other)
    assert book.read(labels.of, [kept, other]) == {kept: ("later", "urgent")}
    book.undo()
    assert content_hash(book) == before
