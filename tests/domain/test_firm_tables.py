"""The firm's rows over the shipped ones: dated, superseded, named where they can't be read."""

import json
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from app.domain import authentication, firm_tables
from app.domain.authentication import Route
from app.domain.deadline_rules import DeadlineRule
from app.domain.firm_tables import TableRule
from app.domain.measures import Measure
from app.domain.pack_reader import RulePackError
from app.domain.rule_actions import Action
from app.domain.table_kinds import TableKind
from app.services import packs
from app.services.firm_tables import base, shipped
from tests.domain.rules import TODAY


def a_rule(kind: TableKind, entry: str, changes: dict[str, Any], **more: Any) -> TableRule:
    """Return a rule about a row, worded over the shipped one."""
    row = base(kind, entry, TODAY)
    values = firm_tables.table(
        row, kind, entry, {"basis": "PRACTICE", **changes}, source="Partners", told_on=TODAY, since=TODAY
    )
    usual: dict[str, Any] = {
        "id": UUID(int=1), "table": kind, "entry": entry, "action": Action.ITEM, "values": json.dumps(values),
        "effective_from": TODAY, "effective_to": None, "reason": "Agreed", "source": "Partners",
        "told_on": TODAY, "author": "Ana",
    }  # fmt: skip
    return TableRule(**{**usual, **more})


def composed(*rules: TableRule, on: date = TODAY) -> firm_tables.ComposedRows:
    return firm_tables.compose(shipped(rules[0].table), rules, on, packs.cited())


def row(found: firm_tables.ComposedRows, entry: str) -> Any:
    return next(each for each in found.rows if each.id == entry)


def test_a_row_of_the_firm_stands_in_the_place_of_the_shipped_one() -> None:
    found = composed(a_rule(TableKind.DEADLINES, "DL-03", {"alerts": [30, 20], "count": 10}))
    limit = row(found, "DL-03")
    assert isinstance(limit, DeadlineRule)
    assert (limit.count, limit.alerts, limit.cited) == (10, (30, 20), "[FIRM] Partners")
    assert [each.id for each in found.rows] == [each.id for each in shipped(TableKind.DEADLINES)]
    assert found.problems == ()


def test_a_new_row_comes_after_the_shipped_ones() -> None:
    found = composed(a_rule(TableKind.AUTHENTICATION, "AQ", {"route": "ask"}))
    assert found.rows[-1].id == "AQ"
    assert authentication.way(found.rows, "AQ", TODAY).route is Route.ASK


def test_a_country_with_two_dated_rows_is_replaced_as_a_whole() -> None:
    twice = [each.id for each in shipped(TableKind.AUTHENTICATION)]
    code = next(each for each in twice if twice.count(each) > 1)
    found = composed(a_rule(TableKind.AUTHENTICATION, code, {"route": "ask", "papers_from": None}))
    assert [each.id for each in found.rows].count(code) == 1
    assert len(found.rows) == len(twice) - twice.count(code) + 1


def test_a_rule_holds_from_its_day_to_its_last() -> None:
    last = TODAY + timedelta(days=5)
    rule = a_rule(
        TableKind.FEES, "own", {"part": "consular", "amount": "9", "currency": "USD"}, effective_to=last
    )
    held = [
        any(each.id == "own" for each in composed(rule, on=TODAY + timedelta(days=n)).rows)
        for n in (-1, 0, 5, 6)
    ]
    assert held == [False, True, True, False]
    assert row(composed(rule), "own").effective_to == last


def test_a_measure_is_prolonged_and_its_shipped_end_is_gone() -> None:
    found = row(
        composed(a_rule(TableKind.MEASURES, "fee-reduction", {"effective_to": "2027-12-31"})), "fee-reduction"
    )
    assert isinstance(found, Measure)
    assert found.effective_to == date(2027, 12, 31)


def test_what_is_switched_off_is_gone_until_it_is_as_shipped_again() -> None:
    off = a_rule(TableKind.PHOTOS, "police", {}, action=Action.OFF)
    assert "police" not in {each.id for each in composed(off).rows}
    back = a_rule(TableKind.PHOTOS, "police", {}, action=Action.SHIPPED)
    assert composed(off, back).rows == shipped(TableKind.PHOTOS)


@pytest.mark.parametrize("values", ["{", "[]", '{"id": "DL-04"}', "9" * 5000, "[" * 100_000])
def test_one_that_cant_be_read_is_named_and_the_shipped_row_stays(values: str) -> None:
    rule = a_rule(TableKind.DEADLINES, "DL-03", {}, values=values)
    found = composed(rule)
    assert found.rows == shipped(TableKind.DEADLINES)
    assert "DL-03" in found.problems[0]
    with pytest.raises(RulePackError):
        firm_tables.read(rule, packs.cited())
