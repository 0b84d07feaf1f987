"""The firm's own rules: recorded with reason and source, composed over what is shipped, never rewritten."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import checking, firm_rules
from app.domain.basis import Basis
from app.domain.firm_rules import Composed, FirmRule
from app.domain.pack_reader import RulePackError
from app.domain.rule_actions import Action
from app.domain.rulepack import Item, RulePack
from app.errors import UserError
from app.i18n import N_, Bilingual, _
from app.services import packs
from db import trail
from db.models.rule import FirmRuleRow

CODE_LIMIT = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRule:
    """A rule as it is typed; ``changes`` are the keys of the item that differ from what is shipped.

    An item that no pack has is added by the same operation.
    """

    category: str
    item: str
    action: Action
    reason: str
    source: str
    effective_from: date | None
    effective_to: date | None = None
    post: str = ""
    basis: Basis | None = None
    changes: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule in a list: its item's title where it can be read, and ``problem`` where it can't."""

    rule: FirmRule
    title: Bilingual
    stands: bool
    problem: str = ""


def composed(session: Session, category: str, post: str, on: date) -> Composed:
    """Return the rules for a category at a post as they stand on a day, the firm's own over the shipped.

    A rule of the firm that can't be read is named among the problems, and what is shipped stays in force.
    Raises ``UserError`` for an unknown category or post.
    """
    layers = packs.layers(category, post)
    own = [rule for rule in _all(session, category) if rule.post in ("", post)]
    own.sort(key=lambda rule: bool(rule.post))  # what is for one post stands over what is for all
    return firm_rules.compose(layers, own, on, packs.cited())


def _all(session: Session, category: str = "") -> list[FirmRule]:
    """Return the rules in the order they were recorded."""
    query = select(FirmRuleRow).order_by(FirmRuleRow.id)
    if category:
        query = query.where(FirmRuleRow.category == category)
    return [_rule(row) for row in session.scalars(query)]


def _rule(row: FirmRuleRow) -> FirmRule:
    names = [name for name in FirmRule.__dataclass_fields__ if name != "values"]
    return FirmRule(values=row.item_values, **{name: getattr(row, name) for name in names})


def lines(session: Session, on: date) -> list[RuleLine]:
    """Return every rule ever recorded, by category, item and the newest first."""
    rules = _all(session)
    standing = {rule.id for rule in firm_rules.standing(rules, on)}
    newest_first = sorted(rules, key=lambda rule: rule.id, reverse=True)
    return [_line(rule, rule.id in standing) for rule in sorted(newest_first, key=lambda each: each.about)]


def _line(rule: FirmRule, stands: bool) -> RuleLine:
    if rule.action is not Action.ITEM:
        item = shipped_item(rule.category, rule.post, rule.item, rule.effective_from)
        return RuleLine(rule, item.title if item else Bilingual(rule.item, rule.item), stands)
    try:
        return RuleLine(rule, firm_rules.read(rule, packs.cited()).title, stands)
    except RulePackError as error:
        return RuleLine(rule, Bilingual(rule.item, rule.item), stands, str(error))


def problems(session: Session, on: date) -> list[str]:
    """Return what is wrong with the firm's rules that should hold on a day; these are left out."""
    return [line.problem for line in lines(session, on) if line.problem and line.stands]


def own_pack(session: Session, on: date) -> RulePack | None:
    """Return the items that the firm worded itself, as a pack with their last days; None for none."""
    used = [line.rule for line in lines(session, on) if line.stands and not line.problem]
    return firm_rules.pack_of(used, packs.cited())


def shipped_item(category: str, post: str, item: str, on: date) -> Item | None:
    """Return an item as it is shipped, None where no pack has it."""
    return packs.rule_set(category, post or next(iter(packs.all_posts())), on).by_id.get(item)


@trail.operation("rules:override", N_("Change a rule of the firm"))
def record(session: Session, new: NewRule, today: date) -> UUID:
    """Record a rule of the firm; one about the same item that stood before stays on record.

    New cases are opened under it; open cases follow when they are re-based. Raises ``UserError`` on the
    field: no reason, no source, an item that does not read.
    """
    row = FirmRuleRow(**_columns(new, today), author=trail.of(session).actor.name)
    session.add(row)
    session.flush()
    return row.id


def _columns(new: NewRule, today: date) -> dict[str, Any]:
    if new.category not in packs.categories():
        raise UserError(_("Choose the visa."), field="category")
    first = since(new, today)
    item = code(new.item, "item").upper()
    source = said(new.source, "source", _("Say where this was read, or who decided it."))
    shipped = shipped_item(new.category, new.post, item, first)
    if new.action is not Action.ITEM and shipped is None:
        raise UserError(_("No pack that is shipped has the item “{item}”.").format(item=item), field="item")
    return {
        "category": new.category,
        "post": packs.post(new.post).code if new.post else "",
        "item": item,
        "action": new.action,
        "item_values": _values(new, shipped, item, source, first, today),
        "effective_from": first,
        "effective_to": new.effective_to,
        "reason": said(new.reason, "reason", _("Say why.")),
        "source": source,
        "told_on": today,
    }


def since(new: Any, today: date) -> date:
    """Return the first day of a rule that is typed. Raises ``UserError`` where it ends before."""
    first: date = new.effective_from or today
    if new.effective_to is not None and new.effective_to < first:
        raise UserError(_("The end lies before the beginning."), field="effective_to")
    return first


def code(typed: str, name: str) -> str:
    """Return the code typed for an item or a row. Raises ``UserError`` on the field ``name``."""
    found = checking.text(typed, limit=CODE_LIMIT, field=name)
    if not found or not all(part.isalnum() and part.isascii() for part in found.split("-")):
        raise UserError(_("Give the item a code such as OWN-01."), field=name)
    return found


def said(typed: str, name: str, missing: str) -> str:
    """Return a text that must be there. Raises ``UserError`` on the field ``name``."""
    text = checking.text(typed, limit=1000, lines=name == "reason", field=name)
    if not text:
        raise UserError(missing, field=name)
    return text


def _values(new: NewRule, shipped: Item | None, item: str, source: str, since: date, today: date) -> str:
    if new.action is not Action.ITEM:
        return ""
    changes = {**new.changes, "basis": (new.basis or Basis.PRACTICE).value}
    values = firm_rules.table(shipped, item, changes, source=source, told_on=today, since=since)
    text = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    rule = _draft(new, item, text, since, today)
    try:
        firm_rules.read(rule, packs.cited())
    except RulePackError as error:
        raise at_its_field(error) from error
    return text


def at_its_field(error: RulePackError) -> UserError:
    """Return what is wrong without the names of file and item, which the form shows, on the key's field."""
    message = error.message.split(": ", 2)[-1] if error.key else error.message
    return UserError(message, error.hint, field=error.key.replace(".", "_"))


def _draft(new: NewRule, item: str, values: str, since: date, today: date) -> FirmRule:
    return FirmRule(
        id=UUID(int=0),
        category=new.category,
        post=new.post,
        item=item,
        action=new.action,
        values=values,
        effective_from=since,
        effective_to=new.effective_to,
        reason=new.reason,
        source=new.source,
        told_on=today,
        author="",
    )


def history(session: Session, about: Sequence[str], on: date) -> list[RuleLine]:
    """Return everything recorded about one item (category, post, item), the newest first."""
    return [line for line in lines(session, on) if line.rule.about == tuple(about)]
