"""Change records in words: choices and dates as people read them, facts and lines by their names."""

from datetime import date

from app.domain.cases import Stage
from app.domain.item_records import ItemState
from app.services import (
    case_facts,
    cases,
    checklists,
    field_changes,
    firm_tables,
    firms,
    history,
)
from app.services.field_changes import FieldChange
from db.base import Base, Recorded
from db.casebook import Casebook
from tests.builders import TODAY, open_case
from tests.services.test_firm_tables import a_new_row


def told(book: Casebook) -> dict[str, FieldChange]:
    """Return what the last operation changed, by label."""
    last = book.read(history.seqs)[0]
    return {change.label: change for change in book.read(history.changes, last)}


def test_a_choice_is_told_by_its_label(book: Casebook) -> None:
    book.write(cases.move, open_case(book).id, 1, Stage.SCREENED, TODAY)
    assert (told(book)["Stage"].before, told(book)["Stage"].after) == ("Enquiry", "Screened")


def test_a_date_is_told_as_it_is_written(book: Casebook) -> None:
    book.write(cases.set_field, open_case(book).id, 1, "planned_filing", date(2026, 12, 14), TODAY)
    assert told(book)["Planned filing"].after == "14 Dec 2026"


def test_a_fact_is_told_by_its_own_name_also_when_only_its_value_changed(book: Casebook) -> None:
    case = open_case(book).id
    book.write(case_facts.set_fact, case, "limb", "graduate")
    book.write(case_facts.set_fact, case, "limb", "staff")
    change = told(book)["K limb"]
    assert (change.before, change.after) == ("graduate", "teaching or research staff")


def test_a_line_of_a_checklist_is_told_by_its_code(book: Casebook) -> None:
    line = book.read(checklists.lines, open_case(book).id, TODAY)[0]
    book.write(checklists.move_item, line.row_id, line.version, ItemState.RECEIVED, TODAY)
    change = told(book)["State"]
    assert (change.which, change.after) == ("K-INT-01", "Received")


def test_a_person_responsible_is_told_by_name(book: Casebook) -> None:
    line = book.read(checklists.lines, open_case(book).id, TODAY)[0]
    me = book.actor.id
    book.write(checklists.set_item_field, line.row_id, line.version, "responsible_id", me, TODAY)
    assert told(book)["Responsible"].after == "Ana Sample"


def test_a_rule_about_a_table_is_told_by_table_row_and_reason(book: Casebook) -> None:
    book.write(firm_tables.record, a_new_row(), TODAY)
    found = told(book)
    assert (found["Table"].after, found["Row of the table"].after) == ("Deadline", "DL-03")
    assert (found["Reason"].after, found["What it does"].after) == ("The office closes early", "Own wording")
    assert {change.which for change in found.values()} == {"DL-03"}
    assert "row_values" not in found


def test_the_firm_is_told_by_the_labels_of_its_page(book: Casebook) -> None:
    book.write(firms.set_firm_field, 1, "case_prefix", "XY")
    change = told(book)["Case numbers begin with"]
    assert (change.entity, change.before, change.after) == ("Firm", "KB", "XY")


def test_every_recorded_field_has_a_label_of_its_own() -> None:
    """A name of a column would stand in English in the Chinese window."""
    for mapper in Base.registry.mappers:
        table = str(mapper.local_table.name)  # type: ignore[attr-defined]  # every mapped class has a table
        if not issubclass(mapper.class_, Recorded) or table == "case_fact":  # which its fact names
            continue
        assert table in field_changes.ENTITIES
        for column in mapper.column_attrs:
            if column.active_history and not _is_hidden(column.key):
                assert field_changes._field(table, column.key) is not None, f"{table}.{column.key}"


def _is_hidden(name: str) -> bool:
    return name.endswith("_id") or name in field_changes._HIDDEN or name in field_changes._NAMED
