"""What rules there are to look at and compare: today's, the shipped, and those that cases froze."""

import pytest

from app.errors import UserError
from app.services import firm_rules, packs, rule_versions
from db.casebook import Casebook
from tests.builders import TODAY, open_case
from tests.services.test_firm_rules import ITEM, a_new_rule


def keys(book: Casebook) -> list[str]:
    found = [each.key for each in book.read(rule_versions.versions, TODAY)]
    return [key.partition(":")[0] for key in found if key.endswith(":K") or key.startswith("frozen")]


def test_without_rules_of_our_own_there_is_what_is_shipped(book: Casebook) -> None:
    open_case(book)
    assert keys(book) == ["today"]
    shipped = packs.rule_set("K", "new-delhi", TODAY)
    assert book.read(rule_versions.rules, "today:K", TODAY).by_id == shipped.by_id


def test_rules_of_our_own_make_three_sets_to_compare(book: Casebook) -> None:
    open_case(book)
    book.write(firm_rules.record, a_new_rule(), TODAY)
    assert keys(book) == ["today", "shipped", "frozen"]
    found = book.read(rule_versions.versions, TODAY)
    frozen = next(each for each in found if each.key.startswith("frozen"))
    assert frozen.label.endswith("frozen by 1 case")
    copies = {
        each.key.partition(":")[0]: book.read(rule_versions.rules, each.key, TODAY).by_id[ITEM].copies
        for each in found
        if each.key.endswith(":K") or each is frozen
    }
    assert copies["today"] == 7
    assert copies["shipped"] == copies["frozen"] != 7


def test_rules_that_are_none_are_refused(book: Casebook) -> None:
    with pytest.raises(UserError):
        book.read(rule_versions.rules, "nothing", TODAY)
