"""What lists over many cases ask of a rule set."""

from app.domain.outlines import outlines
from app.services import packs
from tests.builders import TODAY


def test_outlines_say_of_each_item_what_the_rule_set_says() -> None:
    rules = packs.rule_set("K", "new-delhi", TODAY)
    assert [tuple(each) for each in outlines(rules.text).values()] == [
        (item.id, item.title, item.stage, item.audience) for item in rules.items
    ]
