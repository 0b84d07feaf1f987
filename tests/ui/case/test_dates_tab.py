"""The dates of a case: entries typed in make deadlines, and what can't be is refused in its field."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.services import case_edits, stays
from app.services.case_edits import Edit
from app.ui.case.dates_tab import ORDER, DatesTab
from app.ui.case.page import CasePage
from app.ui.parts import PartsEditor
from db.casebook import Casebook
from tests.builders import TODAY


@pytest.fixture
def tab(page: CasePage, book: Casebook, case_id: UUID) -> DatesTab:
    edits = [
        Edit("visa_stay_days", 30, is_fact=False),
        Edit("visa.residence_permit_due", "no", is_fact=True),
    ]
    book.write(case_edits.set_values, case_id, edits, TODAY)
    page.refresh(None, None)
    page.tabs.setCurrentWidget(page.dates)
    return page.dates


def entries(tab: DatesTab) -> PartsEditor:
    tab.show_section("entries")
    return tab._parts["entries"]


def add(editor: PartsEditor, **typed: str) -> None:
    editor.begin_new()
    for name, text in typed.items():
        editor.new.form.rows[name].editor.show_raw(text)
    save = editor.new.findChild(QPushButton, "case.entries.new.save")
    assert save is not None
    save.click()


def rules(tab: DatesTab) -> list[str]:
    return [kept.deadline.rule.id for kept in tab.due.model.rows() if kept.due]


def test_every_section_is_shown_by_its_name(tab: DatesTab) -> None:
    for name in ORDER:
        tab.show_section(name)
        assert tab.stack.currentIndex() == tab._built[name]


def test_an_entry_typed_in_makes_deadlines_at_once(tab: DatesTab, book: Casebook, case_id: UUID) -> None:
    assert rules(tab) == []
    add(entries(tab), entered_on="3 Nov 2026", entered_time="9.05", port="सैंपल 口岸")
    (entry,) = book.read(stays.ledger, case_id).entries
    assert (entry.entered_time, entry.port) == ("09:05", "सैंपल 口岸")
    tab.show_section("due")
    assert rules(tab) == ["DL-03", "DL-06"]
    assert tab.due.note.text() == "The client's time: Kolkata"


def test_an_exit_before_its_entry_is_refused_in_its_field(
    tab: DatesTab, book: Casebook, case_id: UUID
) -> None:
    editor = entries(tab)
    add(editor, entered_on="3 Nov 2026", left_on="2 Nov 2026")
    assert "before the entry" in editor.new.form.rows["left_on"].below.text()
    assert book.read(stays.ledger, case_id).entries == ()


def test_a_deadline_is_worked_on_beside_its_list(tab: DatesTab) -> None:
    add(entries(tab), entered_on="3 Nov 2026")
    tab.show_section("due")
    tab.focus()
    tab.due.table.choose_first()
    QTest.keyClick(tab.due.table, Qt.Key.Key_F2)
    assert tab.due.panel.done.hasFocus()
    tab.due.panel.done.click()
    assert tab.due.panel.state.text() == "Done on 23 Nov 2026."
    tab.due.panel.reopen.click()
    assert tab.due.panel.state.text() == "In 3 days"
