"""The tables hold exactly the fields that people, cases and checklists declare."""

from typing import Any

import pytest
from sqlalchemy import Integer, Table, Text

from app.domain import casefile, fields, people
from app.domain.fields import Kind
from app.domain.item_records import ItemRecord
from db.models.case import CASE_PART_ROWS, CaseRow, ItemRow
from db.models.person import PART_ROWS, PersonRow
from db.types import Choice, Day, Flag, Key, Partial
from tests.db.operations import table

# The column type of each kind of field; all kinds that are not here are text.
TYPES: dict[Kind, Any] = {
    Kind.DAY: Day,
    Kind.PARTIAL: Partial,
    Kind.CHOICE: Choice,
    Kind.FLAG: Flag,
    Kind.NUMBER: Integer,
    Kind.PERSON: Key,
}
DECLARED: list[tuple[Any, Any, set[str]]] = [
    (people.Person, PersonRow, {"archived"}),
    *((kind, PART_ROWS[name], {"person_id"}) for name, kind in people.PARTS.items()),
    *((kind, CASE_PART_ROWS[name], {"case_id"}) for name, kind in casefile.CASE_PARTS.items()),
]
# What a case has beside what is typed: moved by operations of their own, or derived.
CASE_OWN = {
    "person_id",
    "number",
    "category",
    "post",
    "stage",
    "stage_before",
    "stage_since",
    "opened_on",
    "keep_until",
    "keep_rule",
    "kept_because",
    "reopened_because",
}
CASE_OWN |= {"owner_id", "reviewer_id", "office_id", "rule_set", "decision", "archived"}
CASE_OWN |= {"checked", "counted", "content_changed_at", "earlier_id", "following"}
CASE_OWN |= {"keep_until", "keep_rule", "kept_because", "reopened_because"}


def names(each: Table) -> set[str]:
    return set(each.columns.keys()) - {"id", "version"}


@pytest.mark.parametrize(("kind", "model", "own"), [*DECLARED, (casefile.CaseFile, CaseRow, CASE_OWN)])
def test_every_declared_field_has_its_column_and_no_column_is_undeclared(
    kind: Any, model: Any, own: set[str]
) -> None:
    assert {field.name for field in fields.of(kind)} == names(table(model)) - own


@pytest.mark.parametrize(("kind", "model", "own"), [*DECLARED, (casefile.CaseFile, CaseRow, CASE_OWN)])
def test_a_column_has_the_type_of_its_field(kind: Any, model: Any, own: set[str]) -> None:
    for field in fields.of(kind):
        column = table(model).columns[field.name]
        assert isinstance(column.type, TYPES.get(field.kind, Text)), field.name
        assert column.nullable == (field.kind in TYPES and field.kind is not Kind.FLAG), field.name
        if isinstance(column.type, Choice):
            assert column.type.choices is field.choices


def test_every_part_has_its_rows() -> None:
    assert PART_ROWS.keys() == people.PARTS.keys()
    assert CASE_PART_ROWS.keys() == casefile.CASE_PARTS.keys()


def test_a_checklist_line_has_a_column_for_each_thing_recorded_of_it() -> None:
    otherwise = {"responsible": {"responsible_id"}, "repeat_label": {"repeat_en", "repeat_zh"}}
    declared = {name for field in ItemRecord.__dataclass_fields__ for name in otherwise.get(field, {field})}
    where = {"case_id", "item", "repeat_key", "repeat_en", "repeat_zh", "applied", "from_item_id"}
    assert declared - where == names(table(ItemRow)) - where
