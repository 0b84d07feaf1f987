"""Scenes of operations on saved searches, for the test that undoes everything."""

from collections.abc import Callable
from typing import Any

from app.services import saved_searches
from app.services.saved_searches import CASES, SavedSearch
from db.casebook import Casebook

Run = Callable[[], Any]


def _kept(book: Casebook) -> tuple[SavedSearch, ...]:
    for name in ("Mine", "Ours"):
        book.write(saved_searches.save, CASES, name, "owner:me")
    return book.read(saved_searches.of_page, CASES, book.actor.id)


def _saved(book: Casebook) -> Run:
    return lambda: book.write(saved_searches.save, CASES, "Mine", "owner:me")


def _renamed(book: Casebook) -> Run:
    search = _kept(book)[0]
    return lambda: book.write(saved_searches.rename, search.id, search.version, "我的")


def _laid_out(book: Casebook) -> Run:
    search = _kept(book)[0]
    return lambda: book.write(saved_searches.set_layout, search.id, search.version, '{"columns":["number"]}')


def _removed(book: Casebook) -> Run:
    search = _kept(book)[0]
    return lambda: book.write(saved_searches.remove, search.id, search.version)


def _moved(book: Casebook) -> Run:
    search = _kept(book)[1]
    return lambda: book.write(saved_searches.move, search.id, steps=-1)


SEARCH_SCENES: dict[str, Callable[[Casebook], Run]] = {
    "search:save": _saved,
    "search:rename": _renamed,
    "search:layout": _laid_out,
    "search:remove": _removed,
    "search:move": _moved,
}
