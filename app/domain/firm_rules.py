"""The firm's own rules: items added, changed or switched off, each dated, with its reason and source.

A rule is never rewritten: of those about one item that hold on a day, the one recorded last stands. One that
can't be read is named and left out, and what is shipped stays in force.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from app.domain import ruleset
from app.domain.pack_reader import RulePackError
from app.domain.rule_actions import Action
from app.domain.rulepack import Item, Layer, RulePack, read_item
from app.domain.ruleset import RuleSet
from app.domain.sources import Source
from app.i18n import Bilingual, _

FIRM_PACK = "FIRM"
FIRM_SOURCE = "FIRM"  # what the firm's own rules cite; its locator is the source as it was typed
_TITLE = Bilingual("The firm's own rules", "本所自定规则")
REVIEW_DAYS = 180


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRule:
    """One rule as recorded; ``values`` is what ITEM says, a table as JSON."""

    id: UUID
    action: Action
    values: str
    effective_from: date
    effective_to: date | None
    reason: str
    source: str
    told_on: date
    author: str
    origin: str = ""

    @property
    def about(self) -> tuple[str, ...]:
        """What it is about: two rules about the same supersede each other."""
        raise NotImplementedError

    def in_effect(self, on: date) -> bool:
        """Whether it holds on that day; ``effective_to`` is its last day."""
        return self.effective_from <= on and (self.effective_to is None or on <= self.effective_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class FirmRule(OwnRule):
    """One rule about an item of a checklist; ``post`` "" for all posts."""

    category: str
    post: str
    item: str

    @property
    def about(self) -> tuple[str, ...]:
        """The category, post and item that it is about."""
        return self.category, self.post, self.item


_Rule = TypeVar("_Rule", bound=OwnRule)


@dataclass(frozen=True, slots=True)
class Composed:
    """The rules as they stand with the firm's own, and what of these could not be read."""

    rules: RuleSet
    problems: tuple[str, ...] = ()


def standing(rules: Sequence[_Rule], on: date) -> list[_Rule]:
    """Return the rules that hold on a day and are not superseded; ``rules`` come in the order recorded."""
    newest = {rule.about: rule for rule in rules if rule.in_effect(on)}
    return list(newest.values())


def read(rule: FirmRule, sources: Mapping[str, Source]) -> Item:
    """Return the item of a rule. Raises ``RulePackError`` naming item and key."""
    return read_item(worded(rule, rule.item), _("Our rules"), sources)


def worded(rule: OwnRule, name: str) -> Mapping[str, Any]:
    """Return the table that a rule about ``name`` words. Raises ``RulePackError``."""
    where = _("Our rules")
    try:
        values = json.loads(rule.values)
    except (ValueError, RecursionError) as error:
        raise RulePackError(_("can't be read"), file=where, item=name) from error
    if not isinstance(values, Mapping) or values.get("id") != name:
        raise RulePackError(_("is not the table of this item"), file=where, item=name)
    return values


def compose(
    shipped: Sequence[RulePack], rules: Sequence[FirmRule], on: date, sources: Mapping[str, Source]
) -> Composed:
    """Compose the shipped layers with the firm's rules for them, as they hold on a day.

    Of two rules about one item the later of ``rules`` stands: what is for one post comes last.
    Raises ``RulePackError`` only where what is shipped can't be composed.
    """
    items, off, problems = [], [], []
    used = list({rule.item: rule for rule in standing(rules, on)}.values())
    for rule in used:
        try:
            if rule.action is Action.ITEM:
                items.append(read(rule, sources))
            elif rule.action is Action.OFF:
                off.append(rule.item)
        except RulePackError as error:
            problems.append(str(error))
    if not items and not off:
        return Composed(ruleset.compose(shipped, on), tuple(problems))
    own = _pack(items, off, used, sources)
    try:
        return Composed(ruleset.compose([*shipped, own], on), tuple(problems))
    except RulePackError as error:
        return Composed(ruleset.compose(shipped, on), (*problems, str(error)))


def pack_of(rules: Sequence[FirmRule], sources: Mapping[str, Source]) -> RulePack | None:
    """Return the items that rules word, each with the last day of its rule; None where there are none.

    Raises ``RulePackError`` for one that can't be read.
    """
    worded = [rule for rule in rules if rule.action is Action.ITEM]
    items = [replace(read(rule, sources), effective_to=rule.effective_to) for rule in worded]
    return _pack(items, (), worded, sources) if items else None


def _pack(
    items: Sequence[Item], off: Sequence[str], rules: Sequence[FirmRule], sources: Mapping[str, Source]
) -> RulePack:
    newest = max(rule.told_on for rule in rules)
    cited = {citation.source for item in items for citation in item.sources}
    return RulePack(
        pack=FIRM_PACK,
        layer=Layer.FIRM,
        version=f"{newest.isoformat()}.{len(rules)}",
        title=_TITLE,
        items=tuple(items),
        off=frozenset(off),
        sources=tuple(sources[key] for key in sorted(cited)),
    )


def table(
    base: Item | None, item: str, changes: Mapping[str, Any], *, source: str, told_on: date, since: date
) -> dict[str, Any]:
    """Return the table of an item of the firm: ``base`` with ``changes`` by key, and where it comes from.

    A change to None takes the key away. ``source`` is the text typed; ``since`` the first day it holds.
    """
    values: dict[str, Any] = ruleset.item_values(base) if base else {"review_every_days": REVIEW_DAYS}
    values |= {"id": item, **changes}
    values |= {
        "sources": [{"source": FIRM_SOURCE, "locator": source, "checked_on": told_on.isoformat()}],
        "checked_on": told_on.isoformat(),
        "effective_from": since.isoformat(),
        "post_override": False,
    }
    values.pop("effective_to", None)
    return {key: value for key, value in values.items() if value is not None}
