"""Changing the chosen rows: previewed, applied as one step, taken back as one."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.services import cases, checklists, labels
from app.ui.bulk.panel import BulkPanel
from app.ui.cases.page import CasesPage
from app.ui.office import Office
from db.casebook import Casebook
from tests.builders import TODAY
from tests.services.test_case_people import hire
from tests.ui.doubles import Recorder, obeys_qt, press


@pytest.fixture
def panel(page: CasesPage, case_keys: dict[str, UUID]) -> BulkPanel:
    page.refresh(None, None)
    page.table.selectAll()
    page.change.click()
    return page.bulk


def choose(panel: BulkPanel, field: str) -> None:
    panel.value.field.setCurrentIndex(panel.value.field.findData(field))
    panel.preview()


def cells(panel: BulkPanel, column: int) -> list[str]:
    return [str(panel.model.index(row, column).data()) for row in range(panel.model.rowCount())]


def test_the_chosen_rows_are_previewed(panel: BulkPanel) -> None:
    assert panel.title.text() == "Change 3 rows"
    choose(panel, "stage")
    panel.value.choice.setCurrentIndex(panel.value.choice.findData("screened"))
    panel.preview()
    assert cells(panel, 1) == ["Screened", "Enquiry", "Enquiry"]
    assert cells(panel, 2) == ["unchanged", "Screened", "Screened"]
    assert panel.summary.text() == "2 become different · 1 stay as they are · 0 can't be changed so"


def test_a_date_is_set_by_its_keys_and_undo_takes_all_back(
    panel: BulkPanel, case_keys: dict[str, UUID], office: Office, told: Recorder
) -> None:
    choose(panel, "planned_filing")
    panel.value.date.edit.setText("+2w")
    panel.preview()
    panel.apply.click()
    filings = [office.read(cases.case, key).file.planned_filing for key in case_keys.values()]
    assert {str(day) for day in filings} == {"2026-12-07"}
    assert panel.isHidden()
    assert told.told[-1] == "3 rows changed."
    told.offers["Undo"]()
    assert {office.read(cases.case, key).file.planned_filing for key in case_keys.values()} == {None}


def test_labels_are_added_removed_or_replaced(
    panel: BulkPanel, case_keys: dict[str, UUID], office: Office, page: CasesPage
) -> None:
    choose(panel, "labels")
    assert not panel.apply.isEnabled()
    panel.value.labels.setText("加急, VIP")
    panel.preview()
    panel.apply.click()
    assert set(office.read(labels.of, list(case_keys.values())).values()) == {("VIP", "加急")}
    assert len(page.table.selected_keys()) == 3  # the rows stay chosen


def test_what_cant_be_read_is_said_and_nothing_is_applied(panel: BulkPanel) -> None:
    choose(panel, "planned_entry")
    panel.value.date.edit.setText("soon")
    panel.preview()
    assert "not a date" in panel.error.text()
    assert not panel.apply.isEnabled()


def test_a_row_changed_meanwhile_is_a_conflict(
    panel: BulkPanel, case_keys: dict[str, UUID], office: Office
) -> None:
    choose(panel, "planned_filing")
    panel.value.date.edit.setText("+7")
    panel.preview()
    office.write(cases.set_field, case_keys["wei"], 1, "planned_entry", TODAY, TODAY)
    panel.apply.click()
    assert "changed this" in panel.error.text()
    assert panel.isVisible()


def test_lines_of_all_chosen_cases_are_changed_as_one_step(
    panel: BulkPanel, case_keys: dict[str, UUID], office: Office, told: Recorder
) -> None:
    choose(panel, "item.due_on")
    assert "Tick the checklist lines" in panel.error.text()
    items = panel.value.items
    assert items is not None
    items.words.setText("K-DOC-07")
    items.all.click()
    panel.value.date.edit.setText("+7")
    panel.preview()
    assert panel.summary.text().startswith("3 become different")
    assert cells(panel, 2) == ["2026-11-30"] * 3
    panel.apply.click()
    assert told.told[-1] == "3 rows changed."

    def due() -> set[str]:
        rows = [office.read(checklists.lines, key, TODAY) for key in case_keys.values()]
        return {
            str(row.line.record.due_on) for each in rows for row in each if row.line.item.id == "K-DOC-07"
        }

    assert due() == {"2026-11-30"}
    told.offers["Undo"]()
    assert due() == {"None"}


def test_before_cases_are_handed_over_it_is_said_what_goes_along(
    panel: BulkPanel, book: Casebook, case_keys: dict[str, UUID]
) -> None:
    ben = book.write(hire).result
    panel.begin(list(case_keys.values()))
    choose(panel, "owner")
    panel.value.choice.setCurrentIndex(panel.value.choice.findData(ben.hex))
    panel.preview()
    assert "Stage: Screened" in panel.work.text()
    assert "No contact recorded" in panel.work.text()
    choose(panel, "reviewer")
    panel.preview()
    assert panel.work.text().startswith("KB-2026-000")
    assert "Stage:" not in panel.work.text()


def test_escape_leaves(panel: BulkPanel, qtbot: QtBot) -> None:
    press(panel.apply, Qt.Key.Key_Escape)
    assert panel.isHidden()


def test_without_a_row_it_says_how_to_choose(page: CasesPage, told: Recorder) -> None:
    page.change.click()
    assert "Ctrl+A" in told.told[-1]


def test_the_preview_obeys_qts_rules(panel: BulkPanel, qtmodeltester: object) -> None:
    obeys_qt(qtmodeltester, panel.model)
