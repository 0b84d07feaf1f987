"""The order in which persons are found, the index that follows them, and who may be there already."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Engine, delete, update
from sqlalchemy.engine import Connection

from app.domain.dates import PartialDate
from app.domain.likeness import Likeness
from app.domain.people import Name, Passport, Person
from app.domain.pinyin import readings
from db import search, search_index
from db.models.person_row import PersonListing
from tests.casebooks import KINDS
from tests.db.persons import n, new_engine, put, row


@pytest.fixture(scope="module", params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """The kind of database, once each."""
    return str(request.param)


@pytest.fixture(scope="module")
def engine(kind: str, request: pytest.FixtureRequest) -> Engine:
    """An empty database."""
    return new_engine(kind, request)


@pytest.fixture
def empty(engine: Engine) -> Iterator[Connection]:
    """A connection whose changes are taken back."""
    with engine.connect() as connection, connection.begin() as transaction:
        yield connection
        transaction.rollback()


def test_whole_names_come_first_then_beginnings_then_words_then_parts(empty: Connection) -> None:
    people = [
        n("Wangler", "Ann"),
        n("Swang", "Bo"),
        n("Li", "Wang"),
        n("Wang", "Chen"),
        n("Wang"),
        n("Ang", "Wanga"),
    ]
    seqs = put(empty, *(row(name) for name in people))
    order = [people[seqs.index(seq)] for seq in search.find(empty, "wang")]
    assert order == [people[i] for i in (4, 3, 0, 2, 5, 1)]


def test_a_whole_native_name_comes_before_longer_ones(empty: Connection) -> None:
    longer, whole = put(empty, row(n("Aa"), n("王", "伟明")), row(n("Zz"), n("王", "伟")))
    assert search.find(empty, "王伟") == [whole, longer]


def test_no_more_are_found_than_asked_for_and_the_best_of_them(empty: Connection) -> None:
    put(empty, *(row(n(f"Xwang{i:03}")) for i in range(300)))
    (whole,) = put(empty, row(n("Wang")))
    assert search.find(empty, "wang", limit=3)[0] == whole
    assert len(search.find(empty, "wang", limit=3)) == 3


def test_archived_persons_are_apart(empty: Connection) -> None:
    here, gone = put(empty, row(n("Sample", "A")), row(n("Sample", "B"), archived=True))
    assert search.find(empty, "sample") == [here]
    assert search.find(empty, "sample", archived=True) == [gone]
    assert search.find(empty, "sample", archived=None) == [here, gone]
    assert search.similar(empty, "samble") == [here]


def test_the_index_follows_every_change(empty: Connection) -> None:
    (seq,) = put(empty, row(n("Before")))
    after = row(n("After"))
    change = update(PersonListing).where(PersonListing.seq == seq)
    empty.execute(change.values(folded=after["folded"], tokens=after["tokens"], sort_name=after["sort_name"]))
    assert (search.find(empty, "before"), search.find(empty, "after")) == ([], [seq])
    empty.execute(delete(PersonListing))
    assert search.find(empty, "after") == []
    assert search_index.is_sound(empty)


def test_what_is_rolled_back_is_not_found(empty: Connection) -> None:
    with empty.begin_nested() as inner:
        put(empty, row(n("Ghost")))
        inner.rollback()
    assert search.find(empty, "ghost") == []
    assert search_index.is_sound(empty)


def test_many_rows_come_in_without_the_index_and_are_found_after(empty: Connection) -> None:
    with search_index.bulk(empty):
        seqs = put(empty, *(row(n("Bulk", f"N{i}")) for i in range(50)))
    assert sorted(search.find(empty, "bulk", limit=100)) == sorted(seqs)
    (later,) = put(empty, row(n("Later")))
    assert search.find(empty, "later") == [later]
    assert search_index.is_sound(empty)


def test_the_index_may_be_made_again_over_one_that_is_there(empty: Connection) -> None:
    search_index.create_index(empty)
    (seq,) = put(empty, row(n("Again")))
    search_index.rebuild(empty)
    assert search.find(empty, "again") == [seq]


def person(*written: Name, birth: PartialDate | None = None, passport: str = "", **more: Any) -> Person:
    passports = (Passport(number=passport),) if passport else ()
    return Person(names=written, birth_date=birth, passports=passports, **more)


def test_a_person_already_there_is_hinted_at_with_the_reason(empty: Connection) -> None:
    one, two, three = put(
        empty,
        row(n("Sharma", "Ananya"), passport="Z1", birth="1998-04-02"),
        row(n("Scharma", "Ananya"), birth="1998-04-02"),
        row(n("Other"), passport="Z7654321", archived=True),
    )
    put(empty, row(n("Sharma", "Rahul"), birth="1970-01-01"))
    asked = person(n("SHARMA", "Ananya"), birth=PartialDate(1998, 4, 2), passport="z 765 4321")
    assert search.matches(empty, asked) == [
        (three, Likeness.PASSPORT),
        (one, Likeness.NAME_AND_BIRTH),
        (two, Likeness.SIMILAR_NAME_AND_BIRTH),
    ]
    assert search.likely_same(empty, asked, limit=1) == [three]


def test_a_chinese_name_is_hinted_at_by_its_sound(empty: Connection) -> None:
    (seq,) = put(empty, row(n("王", "小明"), birth="1990-01-01"))
    asked = person(n("WANG", "Xiaoming"), birth=PartialDate(1990, 1, 1))
    assert search.likely_same(empty, asked, pinyin=readings) == [seq]


def test_nobody_is_hinted_at_as_their_own_double(empty: Connection) -> None:
    double = row(n("Sample", "Ana"), birth="1990-01-01")
    put(empty, double)
    asked = person(n("Sample", "Ana"), birth=PartialDate(1990, 1, 1), id=double["person_id"])
    assert search.likely_same(empty, asked) == []
    assert search.likely_same(empty, person()) == []
