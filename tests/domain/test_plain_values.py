"""Records of tables are written as plain values, and read back equal by their own readers."""

import json
from functools import partial
from typing import Any

import pytest

from app.domain import cited, deadline_rules, firm_tables
from app.domain.deadline_rules import DeadlineRule
from app.domain.table_kinds import TableKind
from app.services import packs
from app.services.firm_tables import shipped

READERS = firm_tables._ROWS


@pytest.mark.parametrize("kind", TableKind)
def test_every_row_shipped_comes_back_equal_through_json(kind: TableKind) -> None:
    for row in shipped(kind):
        values = json.loads(json.dumps(firm_tables.values(row)))
        assert read(kind, {key: value for key, value in values.items() if value is not None}) == row


def read(kind: TableKind, values: dict[str, Any]) -> object:
    if kind is TableKind.DEADLINES:
        return deadline_rules.read_rule(values, "t", packs.cited())
    return cited.read_row_of(values, "t", partial(READERS[kind], sources=packs.cited()))


def test_what_is_left_at_its_default_is_not_written() -> None:
    row = next(
        row for row in shipped(TableKind.DEADLINES) if isinstance(row, DeadlineRule) and not row.count_facts
    )
    assert "when" not in firm_tables.values(row)
