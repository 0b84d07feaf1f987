"""Items in words: every field has its name, and a difference says before and after."""

from dataclasses import fields, replace

from app.domain.rulepack import Item
from app.services import item_texts, packs
from tests.builders import TODAY

ITEM = packs.rule_set("K", "new-delhi", TODAY).by_id["K-DOC-01"]


def test_every_field_of_an_item_has_a_name() -> None:
    assert set(item_texts.LABELS) == {field.name for field in fields(Item)} - {"id"}


def test_an_item_is_described_by_what_it_holds() -> None:
    found = dict(item_texts.described(ITEM))
    assert found["title"] == ITEM.title.en
    assert found["source"].startswith("[")
    assert "authentication" not in found


def test_a_difference_says_before_and_after() -> None:
    new = replace(ITEM, copies=ITEM.copies + 1, note=None)
    found = {label: (before, after) for label, before, after in item_texts.differences(ITEM, new)}
    assert found["copies"] == (str(ITEM.copies), str(ITEM.copies + 1))
    assert item_texts.differences(ITEM, ITEM) == []


def test_names_of_fields_are_told_once_and_the_telling_ones_first() -> None:
    assert item_texts.labels(["checked_on", "when", "when_text", "copies"]) == "copies, condition, checked on"
