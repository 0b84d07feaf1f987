"""Packs and posts as shipped, composed into the rule set a case freezes."""

from datetime import date

import pytest

from app.errors import UserError
from app.services import frozen_rules, packs
from db.casebook import Casebook
from tests.builders import TODAY, open_case


def test_the_k_rule_set_is_the_same_text_each_time() -> None:
    one, two = packs.rule_set("K", "new-delhi", TODAY), packs.rule_set("K", "new-delhi", date(2026, 11, 24))
    assert one.sha256 == two.sha256
    assert len(one.items) == 40


def test_an_unknown_category_or_post_is_refused_with_what_there_is() -> None:
    with pytest.raises(UserError) as refused:
        packs.rule_set("Q9", "new-delhi", TODAY)
    assert "K" in refused.value.hint
    with pytest.raises(UserError) as refused:
        packs.post("atlantis")
    assert "new-delhi" in refused.value.hint


def test_a_case_keeps_the_rule_set_it_was_opened_with(book: Casebook) -> None:
    open_case(book)
    wanted = packs.rule_set("K", "new-delhi", TODAY)
    assert book.read(frozen_rules.rules_of, wanted.sha256) == wanted


def test_every_category_with_a_pack_is_offered() -> None:
    assert packs.categories() == ("K", "R", "Z", "S1", "S2")
