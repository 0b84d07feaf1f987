"""A conflict check finds whom the firm knows: by any name, script, sound, employer, referrer or relative."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from app.bootstrap import derivations
from app.domain import pinyin
from app.domain.casefile import Party, Role
from app.domain.choices import NameKind, Relation
from app.domain.conflicts import Hit, Source, Subject, Why
from app.domain.dates import PartialDate
from app.domain.enquiries import FirstCall
from app.domain.people import Employment, Name, Relative
from app.services import cases, conflict_search, enquiries, people, quotes
from db.casebook import Casebook
from tests.builders import TODAY, add_person, open_case
from tests.casebooks import OpenBook


@pytest.fixture
def book(open_book: OpenBook) -> Casebook:
    """A casebook that reads Chinese names aloud, as the program opens one."""
    return open_book(derive=derivations(lambda: TODAY), pinyin=pinyin.readings)


def caller(book: Casebook, **changes: Any) -> UUID:
    return book.write(enquiries.add, replace(FirstCall(given="Otto"), **changes), TODAY).result.person_id


def hits(book: Casebook, key: UUID) -> list[Hit]:
    return list(book.read(conflict_search.of_person, key).hits)


def only(book: Casebook, key: UUID) -> Hit:
    found = hits(book, key)
    assert len(found) == 1
    return found[0]


def named(kind: NameKind, family: str, given: str) -> Name:
    return Name(kind=kind, family=family, given=given)


def bare(book: Casebook, *names: Name, **changes: Any) -> UUID:
    """Add a person of whom nothing but names is known."""
    blank = {"passports": (), "education": (), "nationalities": (), "birth_date": None}
    return add_person(book, names=names, **{**blank, **changes})


def test_who_is_a_client_already_is_found_with_the_case(book: Casebook) -> None:
    ananya = add_person(book)
    number = open_case(book, ananya).number
    found = only(book, caller(book, family="sample", given="ananya", birth_date=PartialDate(1998, 4, 2)))
    assert (found.source, found.why, found.person) == (Source.PERSON, Why.NAME_AND_BIRTH, str(ananya))
    assert found.links == (("client", number),)
    assert (found.native_name, found.birth_date) == ("अनन्या नमूना", "1998-04-02")


def test_nothing_is_found_where_nobody_is_like_them(book: Casebook) -> None:
    add_person(book)
    search = book.read(conflict_search.of_person, caller(book))
    assert search.hits == ()
    assert [(each.subject, each.spellings) for each in search.searched] == [(Subject.PERSON, ("Otto",))]


@pytest.mark.parametrize(
    ("there", "asked", "why"),
    [
        (named(NameKind.FORMER, "MUSTER", "Otto"), ("Muster", "Otto"), Why.NAME),
        (named(NameKind.ALIAS, "", "Ottokar Muster"), ("Muster", "Ottokar"), Why.NAME),
        (named(NameKind.NATIVE, "王", "伟"), ("Wang", "Wei"), Why.SOUND),
        (named(NameKind.PASSPORT, "WANG", "Wei"), ("王", "伟"), Why.SOUND),
        (named(NameKind.PASSPORT, "MÜSTERMANN", "Ötto"), ("Mustermann", "Otto"), Why.NAME),
        (named(NameKind.PASSPORT, "MUSTERMANN", "Otto"), ("Musterman", "Otto"), Why.SIMILAR),
        (named(NameKind.NATIVE, "نموذج", "ليلى"), ("نموذج", "ليلى"), Why.NAME),
        (named(NameKind.NATIVE, "नमूना", "अनन्या"), ("नमूना", "अनन्या"), Why.NAME),
    ],
)
def test_every_spelling_and_script_is_searched(
    book: Casebook, there: Name, asked: tuple[str, str], why: Why
) -> None:
    bare(book, named(NameKind.PASSPORT, "ZIEGLER", "Xaver"), there)
    family, given = asked
    assert only(book, caller(book, family=family, given=given)).why is why


def test_an_archived_person_is_found_and_said_to_be_so(book: Casebook) -> None:
    key = add_person(book)
    book.write(people.archive, key, 1)
    assert only(book, caller(book, family="SAMPLE", given="Ananya")).links == (("archived", ""),)


def test_an_employer_of_somebody_else_is_found_as_it_is_written_elsewhere(book: Casebook) -> None:
    works = Employment(employer="Fictional Robotics Ltd.")
    bare(book, named(NameKind.PASSPORT, "MUSTER", "Anna"), employment=(works,))
    key = bare(book, named(NameKind.PASSPORT, "ZIEGLER", "Xaver"))
    book.write(people.save_part, key, "employment", replace(works, employer="FICTIONAL ROBOTICS LTD"), TODAY)
    found = only(book, key)
    assert (found.subject, found.source, found.why) == (Subject.EMPLOYER, Source.EMPLOYER, Why.NAME)
    assert found.links == (("employer", "MUSTER, Anna"),)


def test_a_caller_who_is_party_to_a_case_or_referred_somebody_is_found(book: Casebook) -> None:
    case = open_case(book)
    party = Party(role=Role.PAYER, name="Otto Muster")
    book.write(cases.save_part, case.id, "parties", party, TODAY)
    caller(book, given="Xaver", referrer="Muster, Otto")
    found = hits(book, caller(book, family="MUSTER", given="Otto"))
    assert {(each.source, each.links) for each in found} == {
        (Source.PAYER, (("payer", case.number),)),
        (Source.REFERRER, (("referrer", "Xaver"),)),
    }


def test_who_pays_for_somebody_is_found_as_a_person_and_as_a_name(book: Casebook) -> None:
    payer = bare(book, named(NameKind.PASSPORT, "MUSTER", "Otto"))
    first, second = open_case(book), open_case(book)
    book.write(quotes.set_field, first.id, 0, "payer_id", payer, TODAY)
    book.write(quotes.set_field, second.id, 0, "payer", "Otto Muster", TODAY)
    found = hits(book, caller(book, family="Muster", given="Otto"))
    assert {(each.source, each.links) for each in found} == {
        (Source.PERSON, (("payer", first.number),)),
        (Source.PAYER, (("payer", second.number),)),
    }


def test_a_referrer_who_was_only_told_is_searched_among_persons(book: Casebook) -> None:
    add_person(book)
    found = only(book, caller(book, referrer="Ananya Sample"))
    assert (found.subject, found.found) == (Subject.REFERRER, "SAMPLE, Ananya")


def test_a_relative_with_a_case_of_their_own_is_told(book: Casebook) -> None:
    ananya = add_person(book)
    key = caller(book)
    link = Relative(relative_id=ananya, relation=Relation.SPOUSE)
    book.write(people.save_part, key, "relatives", link, TODAY)
    assert hits(book, key) == []
    number = open_case(book, ananya).number
    found = only(book, key)
    assert (found.subject, found.why, found.links) == (
        Subject.RELATIVE,
        Why.RECORDED,
        (("client", number),),
    )


def test_the_same_passport_is_found_under_another_name(book: Casebook) -> None:
    ananya = add_person(book)
    other = add_person(book, names=(named(NameKind.PASSPORT, "ZIEGLER", "Xaver"),))
    found = only(book, other)
    assert (found.why, found.person) == (Why.PASSPORT, str(ananya))
