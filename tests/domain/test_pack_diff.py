"""Two packs are told apart item by item."""

from app.domain.pack_diff import FieldChange, ItemDifference, differences
from app.domain.rulepack import RulePack
from app.domain.ruleset import ChangeKind
from app.i18n import Bilingual
from tests.domain.rules import ITEM, pack

PAPER = Bilingual("Paper", "材料")
SECOND = ITEM.replace("T-1", "T-2")


def of(*items: str) -> RulePack:
    return pack(item="".join(items))


def test_nothing_differs_between_equal_packs() -> None:
    assert differences(of(ITEM), of(ITEM)) == ()


def test_added_and_removed_items_are_told() -> None:
    assert differences(of(ITEM), of(ITEM, SECOND)) == (ItemDifference(ChangeKind.ADDED, "T-2", PAPER),)
    assert differences(of(ITEM, SECOND), of(ITEM)) == (ItemDifference(ChangeKind.REMOVED, "T-2", PAPER),)


def test_a_changed_item_says_each_field_before_and_after() -> None:
    (found,) = differences(of(ITEM), of(ITEM + "copies = 2\n"))
    assert (found.kind, found.fields) == (ChangeKind.CHANGED, (FieldChange("copies", None, 2),))


def test_an_item_read_again_is_resourced() -> None:
    (found,) = differences(of(ITEM), of(ITEM.replace("2026-01-02", "2026-05-05")))
    assert found.kind is ChangeKind.RESOURCED
    assert {field.name for field in found.fields} == {"checked_on", "sources"}


def test_versions_of_one_id_are_told_apart_by_their_first_day() -> None:
    older = ITEM + "effective_to = 2025-12-31\n"
    newer = ITEM + "effective_from = 2026-01-01\n"
    found = differences(of(older), of(older, newer))
    assert [(each.kind, each.key) for each in found] == [(ChangeKind.ADDED, "T-1 2026-01-01")]
