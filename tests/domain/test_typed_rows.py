"""Rows of tables as they are typed: what is shown comes back, what can't be meant is refused in place."""

from typing import Any

import pytest

from app.domain import firm_tables, reading, typed_rows
from app.domain.fields import Kind
from app.domain.firm_tables import AnyRow
from app.domain.table_kinds import TableKind
from app.domain.typed_rows import FIELDS, changes, field_of, start
from app.errors import UserError
from app.services.firm_tables import shipped
from app.ui.widgets.editor import shown
from tests.domain.rules import TODAY
from tests.domain.test_plain_values import read

ROWS = [(kind, row) for kind in TableKind for row in shipped(kind)]


def typed(kind: TableKind, row: AnyRow | None, **changed: Any) -> dict[str, Any]:
    """Return what the form's editors would hold, read as the form reads it."""
    held = {field.name: None for field in FIELDS[kind]} | start(kind, row)
    told = {name: changed.get(name, shown(value)) for name, value in held.items()}
    for field in FIELDS[kind]:
        if field.kind is Kind.FLAG and field.name not in changed:
            told[field.name] = bool(held[field.name])
    return {field.name: reading.read(field, told[field.name], today=TODAY) for field in FIELDS[kind]}


@pytest.mark.parametrize(("kind", "row"), ROWS, ids=lambda value: getattr(value, "id", None) or str(value))
def test_a_row_shown_and_recorded_as_it_is_says_the_same(kind: TableKind, row: AnyRow) -> None:
    said = firm_tables.values(row) | changes(kind, typed(kind, row), row)
    assert read(kind, {key: value for key, value in said.items() if value is not None}) == row


@pytest.mark.parametrize(
    ("kind", "name", "text", "key", "value"),
    [
        (TableKind.DEADLINES, "alerts", "3, 21 14", "alerts", [21, 14, 3]),
        (TableKind.DEADLINES, "alerts", "", "alerts", []),
        (TableKind.DEADLINES, "anchor", "entry", "anchors", ["entry"]),
        (TableKind.DEADLINES, "reason_text_zh", "须登记", "reason", {"zh": "须登记"}),
        (TableKind.FEES, "price", "INR 2,900", "amount", "2900.00"),
        (TableKind.FEES, "categories", "k，R", "categories", ["K", "R"]),
        (TableKind.PHOTOS, "head_width", "15-22", "head_width", [15, 22]),
        (TableKind.PHOTOS, "head_width", "15", "head_width", [15, 15]),
        (TableKind.PHOTOS, "head_width", "", "head_width", None),
        (TableKind.PHOTOS, "light_blue", "yes", "grounds", ["light-blue"]),
        (TableKind.AUTHENTICATION, "papers_from", "11 Sep 2026", "papers_from", "2026-09-11"),
        (TableKind.MEASURES, "ends", "2027-12-31", "effective_to", "2027-12-31"),
        (TableKind.MEASURES, "items", "k-sub-03", "items", ["K-SUB-03"]),
    ],
)
def test_what_is_typed_becomes_the_key_of_the_table(
    kind: TableKind, name: str, text: str, key: str, value: Any
) -> None:
    ground = {"white": "no"} if name == "light_blue" else {"white": "yes"}
    found = changes(kind, typed(kind, None, **({**ground, name: text})), None)
    assert found[key] == value


@pytest.mark.parametrize(
    ("kind", "name", "text"),
    [
        (TableKind.DEADLINES, "alerts", "soon"),
        (TableKind.DEADLINES, "alerts", "-3"),
        (TableKind.PHOTOS, "head_width", "22–15"),
        (TableKind.PHOTOS, "head_width", "1–2–3"),
        (TableKind.PHOTOS, "head_width", "wide"),
        (TableKind.FEES, "price", "a lot"),
        (TableKind.FEES, "categories", "K, B2"),
        (TableKind.PHOTOS, "white", "no"),
    ],
)
def test_what_cant_be_meant_is_refused_at_its_field(kind: TableKind, name: str, text: str) -> None:
    with pytest.raises(UserError) as refused:
        changes(kind, typed(kind, None, **({"white": "yes"} | {name: text})), None)
    assert refused.value.field == name


def test_a_limit_counted_from_several_dates_keeps_them_all_until_another_is_chosen() -> None:
    several = [
        row
        for kind, row in ROWS
        if kind is TableKind.DEADLINES and len(firm_tables.values(row)["anchors"]) > 1
    ]
    for row in several:
        assert "anchors" not in changes(TableKind.DEADLINES, typed(TableKind.DEADLINES, row), row)
        other = typed(TableKind.DEADLINES, row, anchor="birth")
        assert changes(TableKind.DEADLINES, other, row)["anchors"] == ["birth"]


def test_an_error_of_the_table_is_shown_at_the_field_that_holds_it() -> None:
    assert field_of(TableKind.DEADLINES, "title") == "title_en"
    assert field_of(TableKind.DEADLINES, "title_zh") == "title_zh"
    assert field_of(TableKind.DEADLINES, "reason") == "reason_text_en"
    assert field_of(TableKind.FEES, "currency") == "price"
    assert field_of(TableKind.PHOTOS, "grounds") == "white"
    assert field_of(TableKind.FEES, "reason") == "reason"


def test_every_table_has_fields_with_names_of_their_own() -> None:
    for kind in TableKind:
        names = [field.name for field in FIELDS[kind]]
        assert len(set(names)) == len(names)
        assert set(typed_rows._SPECIAL) & set(names) <= set(names)
