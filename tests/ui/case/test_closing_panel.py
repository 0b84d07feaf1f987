"""Closing in place: the outcome, every original, the day until which the file is kept."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from app.domain.cases import Decision, Stage
from app.services import cases
from app.ui.case.closing_panel import ClosingPanel
from app.ui.case.page import CasePage
from app.ui.office import Office
from db.casebook import Casebook
from tests.services.closing_scenes import close, withdrawn
from tests.ui.doubles import Recorder, press, type_text


@pytest.fixture
def key(book: Casebook, case_id: UUID) -> UUID:
    return withdrawn(book)


@pytest.fixture
def panel(page: CasePage, key: UUID) -> ClosingPanel:
    page.show_what(key)
    page.move_to(Stage.CLOSED)
    return page.moves.closing


def choose(panel: ClosingPanel, outcome: str) -> None:
    editor = panel.form.form.rows["decision"].editor
    editor.show_raw(outcome)
    editor.left.emit()


def shown(panel: ClosingPanel) -> set[str]:
    return {name for name, row in panel.form.form.rows.items() if row.isVisible()}


def test_only_what_has_to_be_said_is_asked(panel: ClosingPanel) -> None:
    assert panel.title.text() == "Close case KB-2026-0002"
    assert shown(panel) == {"decision", "decided_on", "kept_because", "keep_until"}
    panel.originals.tick_all()
    assert shown(panel) == {"decision", "decided_on", "returned_on", "returned_to", "keep_until"}
    choose(panel, "refused")
    assert {"refusal_reason", "refusal_not_stated"} < shown(panel)


def test_an_original_that_is_held_stops_it_beside_the_field(
    panel: ClosingPanel, key: UUID, office: Office, told: Recorder
) -> None:
    panel.form.save.click()
    assert "1 original is still held" in panel.form.form.rows["kept_because"].below.text()
    assert office.read(cases.case, key).stage is Stage.WITHDRAWN
    panel.originals.tick_all()
    panel.form.save.click()
    now = office.read(cases.case, key)
    assert (now.stage, now.decision) == (Stage.CLOSED, Decision.NOT_FILED)
    assert now.kept.rule == "default"
    assert not panel.isVisible()
    assert told.told == ["Case KB-2026-0002 is closed."]
    told.offers["Undo"]()
    assert office.read(cases.case, key).stage is Stage.WITHDRAWN


def test_a_day_of_one_s_own_names_no_custom_and_none_is_unknown(
    panel: ClosingPanel, key: UUID, office: Office
) -> None:
    panel.originals.tick_all()
    until = panel.form.form.rows["keep_until"]
    until.editor.show_raw("")
    type_text(until.editor.widget, "2027-01-31")
    panel.form.save.click()
    kept = office.read(cases.case, key).kept
    assert (str(kept.until), kept.rule) == ("2027-01-31", "")


def test_another_custom_suggests_another_day_or_none(panel: ClosingPanel) -> None:
    until = panel.form.form.rows["keep_until"].editor
    assert until.raw() == "2032-11-23"
    assert "practice" in panel.custom.text.text()
    china = panel.custom.combo.findText("China: no period found")
    panel.custom.combo.setCurrentIndex(china)
    panel.custom.combo.activated.emit(china)
    assert until.raw() == ""
    assert "official" in panel.custom.text.text()


def test_escape_leaves_the_case_as_it_was_and_what_was_typed_is_kept(
    page: CasePage, panel: ClosingPanel, key: UUID
) -> None:
    type_text(panel.form.form.rows["kept_because"].editor.widget, "客户在国外")
    press(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    page.move_to(Stage.CLOSED)
    assert panel.form.form.raw()["kept_because"] == "客户在国外"


def test_a_case_that_a_colleague_closed_meanwhile_puts_the_panel_away(
    panel: ClosingPanel, book: Casebook, key: UUID, page: CasePage
) -> None:
    close(book, key)
    page.refresh(None, None)
    assert not panel.isVisible()
