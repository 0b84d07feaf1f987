"""A rule set is stored once, under its hash."""

from db import rule_sets
from db.casebook import Casebook


def test_a_rule_set_is_stored_once(book: Casebook) -> None:
    book.keep(rule_sets.keep, "ab" * 32, "{}")
    book.keep(rule_sets.keep, "ab" * 32, "{}")
    assert book.read(rule_sets.find, "ab" * 32) == "{}"


def test_what_was_never_stored_is_not_found(book: Casebook) -> None:
    assert book.read(rule_sets.find, "cd" * 32) is None
