"""The firm's wording: supplied until it has its own, checked when it is saved, undone and taken back."""

import pytest

from app.domain.wording import Paper
from app.errors import Conflict, UserError
from app.services import wordings
from db.casebook import Casebook


def test_supplied_text_counts_until_the_firm_has_its_own(book: Casebook) -> None:
    before = book.read(wordings.of, Paper.AGREEMENT, "zh-CN")
    assert before.is_supplied
    version = book.write(wordings.save, Paper.AGREEMENT, "zh-CN", 0, "<b>本协议</b> {client_name}").result
    own = book.read(wordings.of, Paper.AGREEMENT, "zh-CN")
    assert (own.body, own.version, own.is_supplied) == ("<b>本协议</b> {client_name}", version, False)
    assert book.read(wordings.of, Paper.AGREEMENT, "en").is_supplied
    book.write(wordings.reset, Paper.AGREEMENT, "zh-CN")
    assert book.read(wordings.of, Paper.AGREEMENT, "zh-CN") == before


def test_an_unknown_placeholder_is_refused_by_its_name(book: Casebook) -> None:
    with pytest.raises(UserError, match=r"\{client_nmae\}"):
        book.write(wordings.save, Paper.AUTHORITY, "en", 0, "I, {client_nmae}")
    assert book.read(wordings.of, Paper.AUTHORITY, "en").is_supplied


def test_a_wording_that_changed_meanwhile_is_a_conflict(book: Casebook) -> None:
    version = book.write(wordings.save, Paper.AUTHORITY, "en", 0, "One").result
    book.write(wordings.save, Paper.AUTHORITY, "en", version, "Two")
    with pytest.raises(Conflict):
        book.write(wordings.save, Paper.AUTHORITY, "en", version, "Three")


def test_papers_are_worded_in_the_languages_they_are_printed_in(book: Casebook) -> None:
    with pytest.raises(UserError):
        book.read(wordings.of, Paper.AUTHORITY, "fr")
