"""What is recorded about one line's paper, saved field by field."""

from collections.abc import Callable
from datetime import date

from app.domain.item_records import OriginalAt
from app.services.checklists import ItemLine
from app.ui.case.page import CasePage
from app.ui.office import Office
from tests.ui.doubles import type_text

Line = Callable[[str], ItemLine]


def put(page: CasePage, name: str, text: str) -> None:
    """Type into a field of the line, and leave it."""
    editor = page.checklist.panel.form.form.rows[name].editor
    editor.widget.setFocus()
    type_text(editor.widget, text)
    page.checklist.panel.leave()


def test_a_field_is_saved_when_it_is_left_as_one_operation(
    page: CasePage, line: Line, office: Office
) -> None:
    put(page, "issuer", "虚构大学")
    assert line("K-INT-01").line.record.issuer == "虚构大学"
    assert office.undoable()[0] == "Edit checklist line"
    office.undo()
    assert line("K-INT-01").line.record.issuer == ""


def test_dates_are_read_as_people_type_them(page: CasePage, line: Line) -> None:
    put(page, "due_on", "+2w")
    assert line("K-INT-01").line.record.due_on == date(2026, 12, 7)


def test_what_can_not_be_so_is_said_under_the_field_and_kept_as_a_draft(
    page: CasePage, line: Line, office: Office
) -> None:
    put(page, "issued_on", "2027-01-05")
    row = page.checklist.panel.form.form.rows["issued_on"]
    assert "in the future" in row.below.text()
    assert line("K-INT-01").line.record.issued_on is None
    assert list(office.drafts("line:").values()) == ["2027-01-05"]


def test_where_the_original_is_comes_from_a_choice(page: CasePage, line: Line) -> None:
    editor = page.checklist.panel.form.form.rows["original_at"].editor
    editor.show_raw("office")
    editor.left.emit()
    assert line("K-INT-01").line.record.original_at is OriginalAt.OFFICE


def test_who_is_responsible_is_found_by_name(page: CasePage, line: Line, office: Office) -> None:
    form = page.checklist.panel.form
    assert form._find_users("ana") == [(office.user[0], "Ana Sample")]
    editor = form.form.rows["responsible_id"].editor
    editor.show_value(office.user[0])
    editor.left.emit()
    assert line("K-INT-01").line.record.responsible == office.user[0]


def test_another_line_shows_its_own_values(page: CasePage) -> None:
    put(page, "issuer", "Fictional office")
    page.checklist.show_item("K-INT-02")
    assert page.checklist.panel.form.form.rows["issuer"].editor.raw() == ""
    page.checklist.show_item("K-INT-01")
    assert page.checklist.panel.form.form.rows["issuer"].editor.raw() == "Fictional office"


def test_when_it_was_asked_for_and_last_chased_can_be_put_right(page: CasePage, line: Line) -> None:
    put(page, "asked_on", "2026-11-02")
    put(page, "last_chased_on", "2026-11-16")
    record = line("K-INT-01").line.record
    assert (record.asked_on, record.last_chased_on) == (date(2026, 11, 2), date(2026, 11, 16))
