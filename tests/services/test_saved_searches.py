"""Searches kept under a name: whose they are, their order, and how many rows they have."""

import pytest

from app.domain.cases import Stage
from app.errors import Conflict, UserError
from app.services import cases, saved_search_counts, saved_searches
from app.services.saved_searches import CASES, PEOPLE, SavedSearch
from db.casebook import Casebook
from tests.builders import TODAY, add_person, open_case
from tests.casebooks import colleague


def kept(book: Casebook, page: str = CASES) -> tuple[SavedSearch, ...]:
    return book.read(saved_searches.of_page, page, book.actor.id)


def names(book: Casebook) -> list[str]:
    return [search.name for search in kept(book)]


def save(book: Casebook, name: str, typed: str = "owner:me", *, is_shared: bool = False) -> None:
    book.write(saved_searches.save, CASES, name, typed, is_shared=is_shared)


def test_a_search_of_mine_is_mine_and_a_shared_one_everybodys(book: Casebook) -> None:
    save(book, "Mine")
    save(book, "Ours", is_shared=True)
    book.write(saved_searches.save, PEOPLE, "Persons", "has:cases")
    assert names(book) == ["Mine", "Ours"]
    assert names(colleague(book)) == ["Ours"]
    assert [search.name for search in kept(book, PEOPLE)] == ["Persons"]


def test_saving_under_a_name_of_mine_replaces(book: Casebook) -> None:
    save(book, "Mine", "stage:enquiry")
    save(book, "Mine", "stage:screened")
    assert [search.typed for search in kept(book)] == ["stage:screened"]
    save(book, "Mine", "stage:quoted", is_shared=True)
    assert len(kept(book)) == 2


def test_an_empty_name_or_search_is_refused(book: Casebook) -> None:
    with pytest.raises(UserError, match="name"):
        save(book, "  ")
    with pytest.raises(UserError, match="empty"):
        save(book, "All", " ")


def test_a_search_is_renamed_laid_out_and_removed(book: Casebook) -> None:
    save(book, "Mine")
    search = kept(book)[0]
    version = book.write(saved_searches.rename, search.id, search.version, "待补件").result
    book.write(saved_searches.set_layout, search.id, version, "{}")
    assert (kept(book)[0].name, kept(book)[0].layout) == ("待补件", "{}")
    with pytest.raises(Conflict):
        book.write(saved_searches.remove, search.id, search.version)
    book.write(saved_searches.remove, search.id, kept(book)[0].version)
    assert names(book) == []
    book.undo()
    assert names(book) == ["待补件"]


def test_searches_change_places(book: Casebook) -> None:
    for name in "abc":
        save(book, name)
    last = kept(book)[2].id
    book.write(saved_searches.move, last, steps=-1)
    assert names(book) == ["a", "c", "b"]
    book.write(saved_searches.move, last, steps=-1)
    book.write(saved_searches.move, last, steps=-1)
    assert names(book) == ["c", "a", "b"]


def test_each_search_counts_what_its_page_shows(book: Casebook) -> None:
    first = open_case(book)
    open_case(book)
    add_person(book)
    book.write(cases.move, first.id, 1, Stage.SCREENED, TODAY)
    save(book, "Screened", "stage:screened")
    save(book, "Mine", "owner:me")
    book.write(saved_searches.save, PEOPLE, "Idle", "-has:cases")
    counts = book.read(saved_search_counts.counts, CASES, book.actor.id, TODAY)
    assert [counts[search.id] for search in kept(book)] == [1, 2]
    assert list(book.read(saved_search_counts.counts, PEOPLE, book.actor.id, TODAY).values()) == [1]
