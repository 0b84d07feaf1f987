"""What differs between two rule packs, item by item: added, removed, changed, re-sourced."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.domain.rulepack import Item, RulePack
from app.domain.ruleset import ChangeKind, changes, item_values
from app.i18n import Bilingual


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of an item before and after, as plain JSON values; None where it had its default."""

    name: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class ItemDifference:
    """One item that differs; ``key`` is its id, with its first day where the id has several versions."""

    kind: ChangeKind
    key: str
    title: Bilingual
    fields: tuple[FieldChange, ...] = ()


def differences(old: RulePack, new: RulePack) -> tuple[ItemDifference, ...]:
    """Return the items that differ, in the order of the new pack, removed ones last."""
    before, after = _keyed(old, new), _keyed(new, old)
    return tuple(
        ItemDifference(
            change.kind,
            change.item_id,
            (after.get(change.item_id) or before[change.item_id]).title,
            _fields(before[change.item_id], after[change.item_id]) if change.fields else (),
        )
        for change in changes(before, after)
    )


def _keyed(pack: RulePack, other: RulePack) -> Mapping[str, Item]:
    versions = Counter(item.id for item in pack.items) | Counter(item.id for item in other.items)
    return {
        item.id if versions[item.id] == 1 else f"{item.id} {item.effective_from}": item for item in pack.items
    }


def _fields(old: Item, new: Item) -> tuple[FieldChange, ...]:
    before, after = item_values(old), item_values(new)
    names = dict.fromkeys([*before, *after])
    return tuple(
        FieldChange(name, before.get(name), after.get(name))
        for name in names
        if before.get(name) != after.get(name)
    )
