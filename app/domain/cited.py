"""What every dated rule says about itself: whose word it is, where and when it was read, from when to when.

Checklist items are such rules, and so are the rows of the tables: one file for each kind of table, with a
head (``table``, ``version``, ``review_every_days``, ``effective_from``) and a list of rows that inherit the
last two from it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from app.domain.basis import Basis, Citation
from app.domain.pack_reader import RulePackError, Table, load_toml
from app.domain.sources import Source, read_citations
from app.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """One dated rule. ``effective_to`` is its last day; it wants to be read again every so many days."""

    basis: Basis
    sources: tuple[Citation, ...]
    checked_on: date
    review_every_days: int
    effective_from: date
    effective_to: date | None = None

    def in_effect(self, on: date) -> bool:
        """Whether the rule holds on that day."""
        return self.effective_from <= on and (self.effective_to is None or on <= self.effective_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Cited):
    """One row of a table."""

    id: str


_R = TypeVar("_R", bound=Row)
_INHERITED = ("effective_from", "review_every_days")


def read_cited(table: Table, sources: Mapping[str, Source]) -> dict[str, Any]:
    """Read the fields of ``Cited``. Raises ``RulePackError``, also for a rule that ends before it begins."""
    found: dict[str, Any] = {
        "basis": table.choice("basis", Basis),
        "sources": read_citations(table, sources),
        "checked_on": table.day("checked_on"),
        "review_every_days": table.number("review_every_days"),
        "effective_from": table.day("effective_from"),
        "effective_to": table.day_or_none("effective_to"),
    }
    if found["effective_to"] and found["effective_to"] < found["effective_from"]:
        raise table.error(_("is before “effective_from”"), "effective_to")
    return found


def refuse_overlaps(rules: Iterable[tuple[str, Cited]], file: str) -> None:
    """Refuse two rules of one id that hold on the same day. Raises ``RulePackError``."""
    last: dict[str, Cited] = {}
    for name, rule in sorted(rules, key=lambda each: (each[0], each[1].effective_from)):
        before = last.get(name)
        if before and (before.effective_to is None or before.effective_to >= rule.effective_from):
            problem = _("two entries of this id hold on the same day")
            raise RulePackError(problem, file=file, item=name, key="effective_from")
        last[name] = rule


def read_table(
    text: str, file: str, kind: str, key: str, read_row: Callable[[Table, str], _R]
) -> tuple[_R, ...]:
    """Read a table of ``kind``, whose rows stand in the list ``key``; ``read_row`` gets each with its id.

    Raises ``RulePackError`` that names file, row and key.
    """
    values = load_toml(text, file)
    head = Table({name: value for name, value in values.items() if name != key}, file)
    if head.text("table") != kind:
        raise head.error(_("must be “{kind}”").format(kind=kind), "table")
    head.text("version")
    inherited = {name: head.take(name) for name in _INHERITED if head.has(name)}
    head.done()
    listed = Table({key: values.get(key, ())}, file).mappings(key)
    rows = tuple(read_row_of({**inherited, **each}, file, read_row) for each in listed)
    refuse_overlaps(((row.id, row) for row in rows), file)
    return rows


def read_row_of(values: Mapping[str, object], file: str, read_row: Callable[[Table, str], _R]) -> _R:
    """Read one row of a table, refusing what nobody read. Raises ``RulePackError`` naming row and key."""
    name = values.get("id")
    table = Table(values, file, name[:60] if isinstance(name, str) else _("entry without id"))
    row = read_row(table, table.text("id"))
    table.done()
    return row
