"""The rule set a case freezes: all layers composed into one canonical text, named by its SHA-256."""

import dataclasses
import hashlib
import json
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import groupby
from typing import Any

from app.domain import conditions, plain_values
from app.domain.basis import Citation
from app.domain.compiled import Test, compiled
from app.domain.conditions import ALWAYS
from app.domain.pack_reader import RulePackError, Table
from app.domain.rulepack import Item, ItemStage, Layer, RulePack, read_item
from app.domain.sources import Source, read_sources
from app.i18n import _

_FILE = "rule set"
_ORDER = list(Layer)
_STAGES = list(ItemStage)


@dataclass(frozen=True, slots=True)
class PackVersion:
    """Which pack went into a rule set."""

    pack: str
    layer: str
    version: str


@dataclass(frozen=True)
class RuleSet:
    """The items of a case by stage and number, with the packs they came from and all sources cited.

    ``retired`` are items that the rules no longer have and for which the case holds something collected.
    """

    category: str
    packs: tuple[PackVersion, ...]
    items: tuple[Item, ...]
    sources: tuple[Source, ...]
    retired: tuple[Item, ...] = ()

    @cached_property
    def text(self) -> str:
        """The canonical text: JSON with sorted keys, NFC, no blanks between; equal rule sets, equal text."""
        plain = {
            **({"category": self.category} if self.category else {}),
            "packs": [dataclasses.asdict(pack) for pack in self.packs],
            "items": [item_values(item) for item in self.items],
            **({"retired": [item_values(item) for item in self.retired]} if self.retired else {}),
            "sources": {source.key: plain_values.values_of(source, skip=("key",)) for source in self.sources},
        }
        text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return unicodedata.normalize("NFC", text)

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the canonical text in UTF-8, in hexadecimal."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @cached_property
    def by_id(self) -> Mapping[str, Item]:
        """The items by id."""
        return {item.id: item for item in self.items}

    @cached_property
    def tests(self) -> tuple[tuple[Item, Test | None, Test | None], ...]:
        """Each item in order with its conditions compiled: ``when`` (None: always), ``recommended_when``."""
        return tuple(
            (
                item,
                None if item.when == ALWAYS else compiled(item.when),
                compiled(item.recommended_when) if item.recommended_when else None,
            )
            for item in self.items
        )

    @property
    def version(self) -> str:
        """The packs and their versions, for print; a version that several packs share is said once."""
        groups = groupby(self.packs, key=lambda pack: pack.version)
        return " + ".join(f"{' + '.join(pack.pack for pack in group)} {name}" for name, group in groups)

    @property
    def checked_on(self) -> date | None:
        """The oldest day on which an item was checked; None without items."""
        return min((item.checked_on for item in self.items), default=None)

    def cite(self, citations: Sequence[Citation]) -> str:
        """Return "[L1] Arts. 41, 43; [O3] …" for one line; the keys resolve in ``sources``."""
        return "; ".join(f"[{each.source}] {each.locator}" for each in citations)

    @classmethod
    def from_text(cls, text: str) -> "RuleSet":
        """Read a canonical text back to an equal rule set. Raises ``RulePackError``."""
        try:
            values = json.loads(text)
        except ValueError as error:
            raise RulePackError(_("can't be read"), file=_FILE) from error
        table = Table(values if isinstance(values, Mapping) else {}, _FILE)
        found = read_sources(table.mapping("sources"), _FILE)
        return cls(
            table.text("category", ""),
            tuple(_pack_version(each) for each in table.tables("packs")),
            tuple(read_item(each, _FILE, found) for each in table.mappings("items")),
            tuple(found[key] for key in sorted(found)),
            tuple(read_item(each, _FILE, found) for each in table.mappings("retired")),
        )

    def keeping(self, old: "RuleSet", touched: Collection[str]) -> "RuleSet":
        """Return these rules with the ``touched`` items of ``old`` that they lack, as retired."""
        gone = [item for item in (*old.items, *old.retired) if item.id not in self.by_id]
        retired = tuple(item for item in gone if item.id in touched)
        known = {source.key: source for source in (*old.sources, *self.sources)}
        cited = {citation.source for item in (*self.items, *retired) for citation in item.sources}
        sources = tuple(known[key] for key in sorted(cited))
        return dataclasses.replace(self, sources=sources, retired=retired)


def _pack_version(table: Table) -> PackVersion:
    return PackVersion(table.text("pack"), table.text("layer"), table.text("version"))


def compose(layers: Sequence[RulePack], on: date) -> RuleSet:
    """Return the rule set of all layers as they hold on the day ``on``.

    Firm stands over post, post over category, category over common; an item is replaced as a whole. Raises
    ``RulePackError`` where a post replaces an item that is not the post's to change, or categories differ.
    """
    ordered = sorted(layers, key=lambda pack: (_ORDER.index(pack.layer), pack.pack))
    categories = sorted({pack.category for pack in ordered if pack.category})
    if len(categories) > 1:
        raise RulePackError(_("packs of different categories don't compose"), file=", ".join(categories))
    category = categories[0] if categories else ""
    items = _chosen(ordered, category, on)
    cited = {citation.source for item in items for citation in item.sources}
    sources = {source.key: source for pack in ordered for source in pack.sources}
    return RuleSet(
        category,
        tuple(PackVersion(pack.pack, pack.layer.value, pack.version) for pack in ordered),
        tuple(sorted(items, key=lambda item: (_STAGES.index(item.stage), item.seq, item.id))),
        tuple(sources[key] for key in sorted(cited)),
    )


def _chosen(ordered: Sequence[RulePack], category: str, on: date) -> Collection[Item]:
    chosen: dict[str, Item] = {}
    for pack in ordered:
        for gone in pack.off:
            chosen.pop(gone, None)
        for each in pack.items:
            if each.in_effect(on) and each.serves(category):
                item = each.known_in(category)
                _check_override(pack, item, chosen.get(item.id))
                chosen[item.id] = item
    return chosen.values()


def _check_override(pack: RulePack, item: Item, below: Item | None) -> None:
    if pack.layer is Layer.POST and below is not None and not below.post_override:
        problem = _("a post can't change this item")
        raise RulePackError(problem, file=pack.pack, item=item.id, key="post_override")


class ChangeKind(StrEnum):
    """What happened to an item between two rule sets."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    RESOURCED = "re-sourced"  # the rule is the same; where it comes from, or when that was checked, is not


@dataclass(frozen=True, slots=True)
class Change:
    """One item that differs; ``fields`` are the names of what changed."""

    kind: ChangeKind
    item_id: str
    fields: tuple[str, ...] = ()


_SOURCING = frozenset({"basis", "sources", "checked_on", "review_every_days"})


def diff(old: RuleSet, new: RuleSet) -> tuple[Change, ...]:
    """Return the items that differ, in the order of the new rule set, removed ones last."""
    return changes(old.by_id, new.by_id)


def changes(old: Mapping[str, Item], new: Mapping[str, Item]) -> tuple[Change, ...]:
    """Return what differs between items under the same keys, in the new order, removed ones last."""
    return tuple(_changes(old, new))


def _changes(old: Mapping[str, Item], new: Mapping[str, Item]) -> Iterator[Change]:
    for key, item in new.items():
        if key not in old:
            yield Change(ChangeKind.ADDED, key)
        elif old[key] != item:
            fields = tuple(
                f.name for f in dataclasses.fields(Item) if getattr(old[key], f.name) != getattr(item, f.name)
            )
            kind = ChangeKind.RESOURCED if _SOURCING.issuperset(fields) else ChangeKind.CHANGED
            yield Change(kind, key, fields)
    yield from (Change(ChangeKind.REMOVED, key) for key in old if key not in new)


def item_values(item: Item) -> dict[str, Any]:
    """Return the table that ``rulepack.read_item`` reads back to an equal item."""
    values = plain_values.values_of(item, skip=("when", "recommended_when"))
    if item.when is not ALWAYS:
        values["when"] = conditions.to_values(item.when)
    if item.recommended_when is not None:
        values["recommended_when"] = conditions.to_values(item.recommended_when)
    return values
