"""The tables as they stand in a casebook: what is shipped, and over it the firm's own rows."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import firm_rules as rules_of_firm
from app.domain import firm_tables, table_kinds
from app.domain.basis import Basis
from app.domain.deadline_rules import DeadlinePack, DeadlineRule
from app.domain.fees import FeeRow
from app.domain.firm_tables import AnyRow, ComposedRows, TableRule
from app.domain.pack_reader import RulePackError
from app.domain.places import country_name, is_country
from app.domain.rule_actions import Action
from app.domain.table_kinds import TableKind
from app.errors import UserError
from app.i18n import N_, Bilingual, _, both, filled
from app.services import firm_rules, limits, packs, tables
from db import trail
from db.models.rule import TableRuleRow

_OF_TABLE = {kind: select(TableRuleRow).where(TableRuleRow.of_table == kind) for kind in TableKind}


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRow:
    """A rule about a row as it is typed; ``changes`` are the row's keys that differ from what is shipped.

    A row that no table has is added by the same operation.
    """

    table: TableKind
    entry: str
    action: Action
    reason: str
    source: str
    effective_from: date | None
    effective_to: date | None = None
    basis: Basis | None = None
    changes: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TableLine:
    """One rule in a list: what its row is called, and ``problem`` where it can't be read."""

    rule: TableRule
    title: Bilingual
    stands: bool
    problem: str = ""


def standing(session: Session, kind: TableKind, on: date) -> tuple[Any, ...]:
    """Return the rows of a table as they stand on a day; a rule that can't be read is left out."""
    return composed(session, kind, on).rows


def composed(session: Session, kind: TableKind, on: date) -> ComposedRows:
    """Return the rows as they stand on a day, and what of the firm's own could not be read."""
    rules = [_rule(row) for row in session.scalars(_OF_TABLE[kind])]
    if not rules:
        return ComposedRows(shipped(kind))
    return firm_tables.compose(shipped(kind), sorted(rules, key=lambda each: each.id), on, packs.cited())


def standing_rules(session: Session, kind: TableKind, on: date) -> list[TableRule]:
    """Return the firm's rules of a table that hold on a day and are not superseded."""
    rules = sorted((_rule(row) for row in session.scalars(_OF_TABLE[kind])), key=lambda rule: rule.id)
    return rules_of_firm.standing(rules, on)


def shipped(kind: TableKind) -> tuple[AnyRow, ...]:
    """Return the rows as they are shipped."""
    return limits.shipped().rules if kind is TableKind.DEADLINES else tables.rows(kind.value)


def deadlines(session: Session, on: date) -> DeadlinePack:
    """Return the limits as they stand on a day."""
    pack, rules = limits.shipped(), standing(session, TableKind.DEADLINES, on)
    return pack if rules is pack.rules else replace(pack, rules=rules)


def known_deadlines(session: Session) -> DeadlinePack:
    """Return every limit there is or was, by its newest wording: for what is told of one by its id."""
    own: dict[str, DeadlineRule] = {}
    for row in sorted(session.scalars(_OF_TABLE[TableKind.DEADLINES]), key=lambda row: row.id):
        rule = _rule(row)
        if rule.action is Action.ITEM:
            with suppress(RulePackError):
                own[rule.entry] = firm_tables.read_deadline(rule, packs.cited())
    pack = limits.shipped()
    if not own:
        return pack
    rules = {each.id: each for each in pack.rules} | own
    return replace(pack, rules=tuple(rules.values()))


def _rule(row: TableRuleRow) -> TableRule:
    names = [name for name in TableRule.__dataclass_fields__ if name not in ("values", "table")]
    told = {name: getattr(row, name) for name in names}
    return TableRule(values=row.row_values, table=row.of_table, **told)


def lines(session: Session, on: date) -> list[TableLine]:
    """Return every rule ever recorded about a table, by table, row and the newest first."""
    rules = [_rule(row) for row in session.scalars(select(TableRuleRow))]
    rules.sort(key=lambda rule: rule.id)
    order = list(TableKind)
    stands = {rule.id for rule in rules_of_firm.standing(rules, on)}
    newest_first = sorted(rules, key=lambda rule: rule.id, reverse=True)
    newest_first.sort(key=lambda rule: (order.index(rule.table), rule.entry))
    return [_line(rule, rule.id in stands) for rule in newest_first]


def _line(rule: TableRule, stands: bool) -> TableLine:
    try:
        row = firm_tables.read(rule, packs.cited()) if rule.action is Action.ITEM else _base(rule)
    except RulePackError as error:
        return TableLine(rule, Bilingual(rule.entry, rule.entry), stands, str(error))
    return TableLine(rule, called(row) if row else Bilingual(rule.entry, rule.entry), stands)


def _base(rule: TableRule) -> AnyRow | None:
    return base(rule.table, rule.entry, rule.effective_from)


def base(kind: TableKind, entry: str, on: date) -> AnyRow | None:
    """Return a row as it is shipped, the one of that day where it is dated; None where no table has it."""
    found = [row for row in shipped(kind) if row.id == entry]
    dated = [row for row in found if isinstance(row, DeadlineRule) or row.in_effect(on)]
    return next(iter(dated or found), None)


def called(row: AnyRow) -> Bilingual:
    """Return what a row is called: its title, its country, or its id."""
    title = getattr(row, "title", None)
    if isinstance(title, Bilingual):
        return title
    if is_country(row.id):
        return country_name(row.id)
    if isinstance(row, FeeRow):
        return filled(Bilingual("{part}: {row}", "{part}：{row}"), part=both(row.part.label), row=row.id)
    return Bilingual(row.id, row.id)


def problems(session: Session, on: date) -> list[str]:
    """Return what is wrong with the firm's rows that should hold on a day; these are left out."""
    return [line.problem for line in lines(session, on) if line.problem and line.stands]


@trail.operation("rules:table", N_("Change a table of the firm"))
def record(session: Session, new: NewRow, today: date) -> UUID:
    """Record a rule about a row of a table; one about the same row that stood before stays on record.

    Deadlines of every open case follow in the same step. Raises ``UserError`` on the field: no reason, no
    source, a row that does not read.
    """
    row = TableRuleRow(**_columns(new, today), author=trail.of(session).actor.name)
    session.add(row)
    session.flush()
    trail.note(session, about=row.table_key)
    return row.id


def _columns(new: NewRow, today: date) -> dict[str, Any]:
    since = firm_rules.since(new, today)
    entry = _entry(new)
    if new.changes.get("post"):
        packs.post(new.changes["post"])
    source = firm_rules.said(new.source, "source", _("Say where this was read, or who decided it."))
    row = base(new.table, entry, since)
    if new.action is not Action.ITEM and row is None:
        raise UserError(_("No table that is shipped has “{entry}”.").format(entry=entry), field="entry")
    reason = firm_rules.said(new.reason, "reason", _("Say why."))
    told = {
        "action": new.action,
        "effective_from": since,
        "effective_to": new.effective_to,
        "reason": reason,
        "source": source,
        "told_on": today,
    }
    return {
        **told,
        "table_key": table_kinds.key(new.table),
        "of_table": new.table,
        "entry": entry,
        "row_values": _values(new, row, {**told, "table": new.table, "entry": entry}),
    }


def _entry(new: NewRow) -> str:
    typed = firm_rules.code(new.entry, "entry")
    known = {row.id.casefold(): row.id for row in shipped(new.table)}
    entry = known.get(typed.casefold(), typed)
    if new.table is TableKind.AUTHENTICATION and not is_country(entry):
        raise UserError(_("Choose the country that issues the paper."), field="entry")
    return entry


def _values(new: NewRow, row: AnyRow | None, told: Mapping[str, Any]) -> str:
    if new.action is not Action.ITEM:
        return ""
    changes = {**new.changes, "basis": (new.basis or Basis.PRACTICE).value}
    values = firm_tables.table(
        row, new.table, told["entry"], changes,
        source=told["source"], told_on=told["told_on"], since=told["effective_from"],
    )  # fmt: skip
    text = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    try:
        firm_tables.read(TableRule(**told, id=UUID(int=0), values=text, author=""), packs.cited())
    except RulePackError as error:
        raise firm_rules.at_its_field(error) from error
    return text
