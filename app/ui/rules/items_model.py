"""The items of a set of rules by the part of the work, or what differs between two sets, item by item."""

from dataclasses import dataclass, fields

from app.domain.rulepack import Item, ItemStage
from app.domain.ruleset import ChangeKind, RuleSet, diff
from app.i18n import N_, _, language
from app.services import item_texts
from app.ui import words
from app.ui.rules.rebase_model import KINDS
from app.ui.widgets.section_model import RichColumn, Section
from app.ui.widgets.table_model import Column


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One item: ``new`` as it is looked at, ``old`` in the set it is compared with; None where absent."""

    new: Item | None
    old: Item | None = None
    kind: ChangeKind | None = None

    @property
    def item(self) -> Item:
        """The item, in the set looked at if it is there."""
        found = self.new or self.old
        assert found is not None
        return found


def sections(rules: RuleSet, old: RuleSet | None) -> list[tuple[Section, list[ItemRow]]]:
    """Return all items by stage; where there is something to compare with, what differs by kind."""
    if old is None:
        return [
            (Section(_(stage.label)), [ItemRow(item) for item in rules.items if item.stage is stage])
            for stage in ItemStage
        ]
    changes = diff(old, rules)
    rows = [ItemRow(rules.by_id.get(c.item_id), old.by_id.get(c.item_id), c.kind) for c in changes]
    return [(Section(_(title)), [row for row in rows if row.kind is kind]) for kind, title in KINDS.items()]


def detail(row: ItemRow) -> str:
    """Return what an item says, or what of it differs, line by line."""
    if row.old is not None and row.new is not None:
        found = item_texts.differences(row.old, row.new)
        return "\n".join(f"{label}: {before or '—'} → {after or '—'}" for label, before, after in found)
    return "\n".join(f"{label}: {text}" for label, text in item_texts.described(row.item))


def _changed(row: ItemRow) -> str:
    if row.old is None or row.new is None:
        return ""
    names = [f.name for f in fields(Item) if getattr(row.old, f.name) != getattr(row.new, f.name)]
    return item_texts.labels(names)


def _second(row: ItemRow) -> str:
    item = row.item
    parts = (item.id, _(item.need.label), _(item.audience.label), _changed(row))
    return " · ".join(part for part in parts if part)


def _source(row: ItemRow) -> str:
    return ", ".join(dict.fromkeys(each.source for each in row.item.sources))


COLUMNS: tuple[Column[ItemRow], ...] = (
    RichColumn(
        "item",
        N_("Item"),
        lambda row: row.item.title.text(language()),
        second=_second,
        second_tone=lambda row: "muted",
        accessible=lambda row: f"{row.item.title.text(language())} {_second(row)}",
    ),
    RichColumn(
        "basis",
        N_("Basis and source"),
        lambda row: words.basis(row.item.basis),
        width=172,
        second=lambda row: f"{_source(row)} · {words.day(row.item.checked_on)}",
        second_tone=lambda row: "muted",
    ),
)
