"""The agenda: worked through by keyboard and button, every step with its undo."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.services import agenda, cases, deadlines
from app.ui.deadlines import agenda_model
from app.ui.deadlines.agenda_tab import AgendaTab
from app.ui.deadlines.page import DeadlinesPage
from db.casebook import Casebook
from tests.builders import TODAY
from tests.ui.doubles import Recorder


@pytest.fixture
def tab(page: DeadlinesPage) -> AgendaTab:
    return page.agenda


def rules(tab: AgendaTab) -> list[str]:
    return [line.rule.id for line in tab.model.rows()]


def test_what_is_due_stands_under_overdue_today_soon_and_later(book: Casebook, case_id: UUID) -> None:
    lines = book.read(agenda.lines)
    found = agenda_model.sections(lines, len(lines), TODAY)
    assert [(section.title, len(rows)) for section, rows in found] == [
        ("Overdue", 0),
        ("Due today", 0),
        ("Next seven days", 1),
        ("Later", 1),
    ]
    day = date(2026, 12, 3)
    found = agenda_model.sections(lines, len(lines), day)
    assert [len(rows) for _section, rows in found] == [1, 1, 0, 0]
    found = agenda_model.sections(lines, 5000, day - timedelta(days=30))
    assert "of 5000" in found[-1][0].aside


def test_the_first_is_chosen_with_its_reason_and_the_client_s_own_time(tab: AgendaTab) -> None:
    assert rules(tab) == ["DL-03", "DL-06"]
    assert tab.panel.due.text() == "26 Nov 2026 24:00 in Beijing · 26 Nov 2026 21:30 in Kolkata"
    assert "Stands on: Entry: 3 Nov 2026" in tab.panel.why.text()
    assert "authority prevail" in tab.panel.cited.text()
    assert tab.panel.state.text() == "In 3 days"


def test_a_deadline_is_marked_as_done_and_the_next_is_chosen(tab: AgendaTab, told: Recorder) -> None:
    tab.panel.done.click()
    assert rules(tab) == ["DL-06"]
    assert tab.table.current_key() is not None
    told.offers["Undo"]()
    assert rules(tab) == ["DL-03", "DL-06"]


def test_it_is_waived_with_a_reason_and_refused_without(tab: AgendaTab) -> None:
    tab.panel.waive.click()
    tab.panel.waiving.save.click()
    assert "Say why" in tab.panel.waiving.form.rows["reason"].below.text()
    tab.panel.waiving.form.rows["reason"].editor.show_raw("Leaves on time 准时离境")
    tab.panel.waiving.save.click()
    assert rules(tab) == ["DL-06"]


def test_another_day_is_set_with_who_and_why(tab: AgendaTab, book: Casebook) -> None:
    tab.panel.other.click()
    rows = tab.panel.moving.form.rows
    rows["day"].editor.show_raw("25 Nov 2026")
    rows["time"].editor.show_raw("noon")
    rows["reason"].editor.show_raw("The office closes early")
    tab.panel.moving.save.click()
    assert rules(tab) == ["DL-03", "DL-06"]
    assert "not a time of day" in rows["time"].below.text()
    rows["time"].editor.show_raw("11.30")
    tab.panel.moving.save.click()
    assert book.read(agenda.lines)[0].last_day == date(2026, 11, 25)
    assert "25 Nov 2026 11:30 in Beijing" in tab.panel.due.text()
    assert "The office closes early" in tab.panel.why.text()
    assert "Computed: 26 Nov 2026" in tab.panel.why.text()


def test_reminders_are_saved_when_the_field_is_left(tab: AgendaTab, book: Casebook) -> None:
    row = tab.panel.marks.form.form.rows["alerts"]
    assert row.editor.raw() == "21 14 10"
    row.editor.widget.setFocus()
    row.editor.widget.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(row.editor.widget, "5, 1")
    tab.panel.marks.leave()
    (line, _later) = book.read(agenda.lines)
    kept = book.read(deadlines.find, line.case_id, line.id, TODAY)
    assert kept is not None
    assert kept.alert_counts == (5, 1)
    row.editor.widget.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(row.editor.widget, "soon")
    tab.panel.marks.leave()
    assert "numbers" in row.below.text()


def test_f2_goes_to_the_deadline_and_escape_back(tab: AgendaTab) -> None:
    tab.focus()
    QTest.keyClick(tab.table, Qt.Key.Key_F2)
    assert tab.panel.done.hasFocus()
    QTest.keyClick(tab.panel.done, Qt.Key.Key_Escape)
    assert tab.table.hasFocus()


def test_without_deadlines_it_says_where_they_come_from(
    tab: AgendaTab, book: Casebook, case_id: UUID
) -> None:
    view = book.read(cases.case, case_id)
    book.write(cases.archive, case_id, view.version)
    tab.refresh()
    assert "Deadlines come with the dates" in tab.nothing.text.text()
    assert tab.panel.currentIndex() == 0
