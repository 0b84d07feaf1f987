"""What newer rules change for one case: items that come, go and change, and what is kept of them."""

from app.domain import checklist, rebasing
from app.domain.checklist import ItemRecord, ItemState, Line
from app.domain.conditions import Answer
from app.domain.rule_actions import Action
from app.domain.ruleset import ChangeKind, RuleSet
from app.services import packs
from tests.builders import TODAY
from tests.domain.test_firm_rules import CATEGORY, ITEM, POST, a_rule, composed

OLD = packs.rule_set(CATEGORY, POST, TODAY)
HELD = {(ITEM, ""): ItemRecord(state=ItemState.ACCEPTED)}


def lines(rules: RuleSet) -> tuple[Line, ...]:
    return checklist.lines(rules, {}, {}, HELD, planned=None, today=TODAY)


def test_a_changed_item_is_told_with_its_fields_and_what_is_collected() -> None:
    new = composed(a_rule()).rules
    found = rebasing.difference(OLD, new, lines(OLD), lines(new))
    (change,) = found.changes
    assert (change.kind, change.item_id, change.is_kept) == (ChangeKind.CHANGED, ITEM, True)
    assert "copies" in change.fields
    assert (change.before, change.after) == (Answer.YES, Answer.YES)
    assert found.before == found.after


def test_an_item_that_goes_leaves_its_papers_in_a_line_that_does_not_apply() -> None:
    new = composed(a_rule(action=Action.OFF, values="")).rules.keeping(OLD, rebasing.touched(lines(OLD)))
    found = rebasing.difference(OLD, new, lines(OLD), lines(new))
    (change,) = found.changes
    assert (change.kind, change.before, change.after) == (ChangeKind.REMOVED, Answer.YES, None)
    left = next(line for line in lines(new) if line.item.id == ITEM)
    assert (left.applies, left.state, left.why) == (Answer.NO, ItemState.ACCEPTED, checklist.RETIRED)
    assert found.after.counted == found.before.counted - 1


def test_retired_items_survive_the_stored_text_and_a_second_change() -> None:
    new = composed(a_rule(action=Action.OFF, values="")).rules.keeping(OLD, {ITEM})
    again = RuleSet.from_text(new.text)
    assert again == new
    assert again.sha256 != composed(a_rule(action=Action.OFF, values="")).rules.sha256
    back = OLD.keeping(again, {ITEM})
    assert back.sha256 == OLD.sha256
