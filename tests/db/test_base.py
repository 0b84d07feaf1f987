"""What all tables share."""

import re
from typing import Any

import pytest
from sqlalchemy import CheckConstraint, Table, inspect, text, update
from sqlalchemy.exc import IntegrityError

from db import tables
from db.base import Archivable, Recorded
from db.casebook import Casebook
from db.models.case import CaseRow, ItemRow
from db.models.firm import Office
from db.models.label import LabelRow
from db.models.person import NameRow, PersonRow
from db.models.post import OfPost
from db.models.rule import TableRuleRow
from db.trail import recorded_names
from db.types import Choice, new_key
from tests.db.operations import add, table

TABLES = tables.METADATA.sorted_tables
RECORDED: list[Any] = sorted(
    (m.class_ for m in tables.mappers() if issubclass(m.class_, Recorded)), key=lambda row: row.__name__
)
DERIVED: dict[Any, set[str]] = {
    CaseRow: {"checked", "counted", "content_changed_at"},
    ItemRow: {"applied"},
}


@pytest.mark.parametrize("each", TABLES, ids=lambda each: each.name)
def test_every_table_is_strict_and_every_constraint_has_a_name(each: Table) -> None:
    assert each.dialect_options["sqlite"]["strict"]
    assert all(constraint.name for constraint in each.constraints)
    assert all(index.name for index in each.indexes)


@pytest.mark.parametrize("each", TABLES, ids=lambda each: each.name)
def test_references_are_checked_at_commit(each: Table) -> None:
    assert all(c.deferrable and c.initially == "DEFERRED" for c in each.foreign_key_constraints)


@pytest.mark.parametrize("each", TABLES, ids=lambda each: each.name)
def test_every_choice_is_constrained_to_its_values(each: Table) -> None:
    checks = {str(c.name): str(c.sqltext) for c in each.constraints if isinstance(c, CheckConstraint)}
    for column in each.columns:
        if isinstance(column.type, Choice):
            found = re.findall(r"'([^']*)'", checks[f"ck_{each.name}_{column.name}"])
            assert found == [choice.value for choice in column.type.choices]


@pytest.mark.parametrize("model", RECORDED, ids=lambda model: model.__name__)
def test_a_recorded_row_has_key_version_and_what_it_is_about(model: Any) -> None:
    columns = table(model).columns
    assert {"id", "version", model.about} <= set(columns.keys())
    assert inspect(model).version_id_col is columns["version"]
    # Posts and tables are shipped as files; a label is of a person or a case, so of neither's table.
    is_of_no_table = issubclass(model, OfPost) or model in (LabelRow, TableRuleRow)
    assert model.about == "id" or is_of_no_table or columns[model.about].foreign_keys


@pytest.mark.parametrize("model", RECORDED, ids=lambda model: model.__name__)
def test_only_key_version_and_what_is_derived_leave_no_record(model: Any) -> None:
    derived = DERIVED.get(model, set())
    names = set(table(model).columns.keys())
    assert set(recorded_names(inspect(model))) == names - {"id", "version"} - derived


def test_what_others_refer_to_is_archived_and_never_deleted() -> None:
    models = {table(model).name: model for model in RECORDED}
    targets = {key.column.table.name for each in TABLES for key in each.foreign_keys}
    assert {name for name in targets if name in models and not issubclass(models[name], Archivable)} == set()
    assert {PersonRow, CaseRow, Office} <= {model for model in RECORDED if issubclass(model, Archivable)}


def test_a_row_that_refers_to_nobody_is_refused_by_the_database(book: Casebook) -> None:
    book.write(add, "Sample")
    with pytest.raises(IntegrityError), book.engine.begin() as connection:
        connection.execute(update(table(NameRow)).values(person_id=new_key()))


def test_a_value_that_is_no_choice_is_refused_by_the_database(book: Casebook) -> None:
    book.write(add, "Sample")
    with pytest.raises(IntegrityError, match="ck_person_sex"), book.engine.begin() as connection:
        connection.execute(text("UPDATE person SET sex = 'perhaps'"))
