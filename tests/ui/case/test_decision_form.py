"""The decision: recorded as a whole by its button; a refusal may come without a reason."""

from datetime import date

import pytest

from app.domain.cases import Decision
from app.services import cases
from app.services.cases import CaseView
from app.ui.case.decision_form import DecisionForm
from app.ui.case.page import CasePage
from app.ui.office import Office
from tests.ui.doubles import type_text


@pytest.fixture
def form(page: CasePage) -> DecisionForm:
    page.tabs.setCurrentWidget(page.details)
    page.details.show_section("decision")
    return page.details.decision


def choose(form: DecisionForm, value: str) -> None:
    editor = form.form.rows["decision"].editor
    editor.show_raw(value)
    editor.left.emit()


def case(page: CasePage, office: Office) -> CaseView:
    assert page.case is not None
    return office.read(cases.case, page.case.id)


def test_nothing_is_recorded_until_the_button_is_pressed(
    form: DecisionForm, page: CasePage, office: Office
) -> None:
    choose(form, "granted")
    type_text(form.form.rows["decided_on"].editor.widget, "2026-11-20")
    form.leave()
    assert case(page, office).decision is None
    form.save.click()
    assert case(page, office).decision is Decision.GRANTED
    assert case(page, office).file.decided_on == date(2026, 11, 20)
    assert form.recorded.text() == "Recorded: Visa granted, 20 Nov 2026"


def test_a_refusal_asks_for_its_reason_or_that_none_was_stated(
    form: DecisionForm, page: CasePage, office: Office
) -> None:
    choose(form, "refused")
    assert form.form.rows["refusal_reason"].isVisible()
    type_text(form.form.rows["decided_on"].editor.widget, "2026-11-20")
    form.save.click()
    assert "reason" in form.form.rows["refusal_reason"].below.text()
    form.form.rows["refusal_not_stated"].editor.show_value(True)
    form.save.click()
    assert case(page, office).file.refusal_not_stated
    assert form.recorded.text().endswith("not stated by the authority")


def test_what_is_missing_is_said_under_its_field(form: DecisionForm) -> None:
    form.save.click()
    assert "Choose" in form.form.rows["decision"].below.text()
    choose(form, "returned")
    form.save.click()
    assert "day" in form.form.rows["decided_on"].below.text()


def test_a_reason_is_asked_only_for_a_refusal(form: DecisionForm) -> None:
    assert form.form.rows["refusal_reason"].isHidden()
    choose(form, "granted")
    assert form.form.rows["refusal_reason"].isHidden()


def test_what_is_typed_and_not_recorded_is_kept(form: DecisionForm, page: CasePage, office: Office) -> None:
    choose(form, "granted")
    page.details.show_section("visa")
    assert page.case is not None
    assert list(office.drafts(f"case:{page.case.id}.decision.").values()) == ["granted"]


def test_the_recording_is_one_step_to_undo(form: DecisionForm, page: CasePage, office: Office) -> None:
    choose(form, "granted")
    type_text(form.form.rows["decided_on"].editor.widget, "2026-11-20")
    form.save.click()
    office.undo()
    assert case(page, office).decision is None
    assert form.recorded.text() == "No decision is recorded."
