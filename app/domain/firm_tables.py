"""The firm's own rows of the tables: deadlines, fees, photo profiles, routes of authentication, measures.

They follow the law of ``firm_rules``: dated, with reason and source, superseded and never rewritten; one that
can't be read is named and left out, and the shipped row stays in force.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from app.domain import authentication, cited, conditions, deadline_rules, fees, measures, photo_profiles
from app.domain import firm_rules as rules_of_firm
from app.domain.cited import Row
from app.domain.conditions import ALWAYS
from app.domain.deadline_rules import DeadlineRule
from app.domain.firm_rules import FIRM_SOURCE, REVIEW_DAYS, OwnRule
from app.domain.pack_reader import RulePackError
from app.domain.plain_values import values_of
from app.domain.rule_actions import Action
from app.domain.sources import Source
from app.domain.table_kinds import TableKind
from app.i18n import _

AnyRow = Row | DeadlineRule


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRule(OwnRule):
    """One rule about a row: of which table, and the row's id in it."""

    table: TableKind
    entry: str

    @property
    def about(self) -> tuple[str, ...]:
        """The table and row that it is about."""
        return self.table.value, self.entry


@dataclass(frozen=True, slots=True)
class ComposedRows:
    """The rows as they stand with the firm's own, and what of these could not be read."""

    rows: tuple[Any, ...]
    problems: tuple[str, ...] = ()


_ROWS: Mapping[TableKind, Callable[..., Row]] = {
    TableKind.FEES: fees.read_row,
    TableKind.PHOTOS: photo_profiles.read_row,
    TableKind.AUTHENTICATION: authentication.read_row,
    TableKind.MEASURES: measures.read_row,
}


def read(rule: TableRule, sources: Mapping[str, Source]) -> AnyRow:
    """Return the row that a rule words. Raises ``RulePackError`` naming row and key."""
    if rule.table is TableKind.DEADLINES:
        return read_deadline(rule, sources)
    values = rules_of_firm.worded(rule, rule.entry)
    row = cited.read_row_of(values, _("Our rules"), partial(_ROWS[rule.table], sources=sources))
    ends = [day for day in (row.effective_to, rule.effective_to) if day]
    return replace(row, effective_to=min(ends, default=None))


def read_deadline(rule: TableRule, sources: Mapping[str, Source]) -> DeadlineRule:
    """Return the limit that a rule words. Raises ``RulePackError``."""
    return deadline_rules.read_rule(rules_of_firm.worded(rule, rule.entry), _("Our rules"), sources)


def compose(
    shipped: Sequence[AnyRow], rules: Sequence[TableRule], on: date, sources: Mapping[str, Source]
) -> ComposedRows:
    """Compose the shipped rows with the firm's rules for their table, as they hold on a day.

    A row of the firm stands in the place of every shipped one with its id; ``rules`` come as recorded.
    """
    own: dict[str, AnyRow | None] = {}
    problems = []
    for rule in rules_of_firm.standing(rules, on):
        try:
            if rule.action is Action.ITEM:
                own[rule.entry] = read(rule, sources)
            elif rule.action is Action.OFF:
                own[rule.entry] = None
        except RulePackError as error:
            problems.append(str(error))
    rows: dict[object, AnyRow | None] = {}
    for row in shipped:  # each id that is replaced once, at the place of its first row
        rows.setdefault(row.id if row.id in own else id(row), own.get(row.id, row))
    rows |= {name: row for name, row in own.items() if name not in rows}
    return ComposedRows(tuple(row for row in rows.values() if row is not None), tuple(problems))


def values(row: AnyRow) -> dict[str, Any]:
    """Return the table that a row was read from, as plain JSON values."""
    if not isinstance(row, DeadlineRule):
        return values_of(row)
    found = values_of(row, skip=("when",))
    return found if row.when == ALWAYS else found | {"when": conditions.to_values(row.when)}


def table(
    base: AnyRow | None, kind: TableKind, entry: str, changes: Mapping[str, Any], *, source: str,
    told_on: date, since: date,
) -> dict[str, Any]:  # fmt: skip
    """Return the table of a row of the firm: ``base`` with ``changes`` by key, and where it comes from.

    A change to None takes the key away. ``source`` is the text typed; ``since`` the first day it holds.
    """
    found = values(base) if base else {}
    found.pop("effective_to", None)
    found |= {"id": entry, **changes}
    found |= {
        "sources": [{"source": FIRM_SOURCE, "locator": source, "checked_on": told_on.isoformat()}],
        "checked_on": told_on.isoformat(),
    }
    if kind is not TableKind.DEADLINES:
        found |= {"effective_from": since.isoformat()}
        found.setdefault("review_every_days", REVIEW_DAYS)
    return {name: value for name, value in found.items() if value is not None}
