"""Enquiries in the window: taken, found, decided on, carried on to a case."""

from uuid import UUID

from pytestqt.qtbot import QtBot

from app.domain.enquiries import EnquiryState
from app.services import enquiries, people_list
from app.services.enquiries import Taken
from app.ui.enquiries.conflict_panel import ConflictPanel
from app.ui.enquiries.page import EnquiriesPage
from app.ui.office import Office
from app.ui.page import Desk
from app.ui.people.panel import PersonPanel
from app.ui.people.sections import NAMES


def type_call(page: EnquiriesPage, **typed: str) -> None:
    for name, text in typed.items():
        page.new.form.form.rows[name].editor.show_raw(text)


def decide(page: EnquiriesPage, decision: str, reason: str = "") -> None:
    rows = page.panel.conflict.form.form.rows
    rows["decision"].editor.show_raw(decision)
    rows["reason"].editor.show_raw(reason)
    page.panel.conflict.form.save.click()


def test_a_call_is_taken_and_its_conflicts_are_shown_at_once(page: EnquiriesPage, office: Office) -> None:
    page.begin_new()
    type_call(page, family="sample", given="ananya", contact="a@example.org", nationality="India")
    page.new.form.save.click()
    assert page.details.currentWidget() is page.panel
    assert page.panel.line is not None
    assert (page.panel.line.state, page.panel.line.taken_by) == (EnquiryState.NEW, office.user[1])
    check = page.panel.conflict
    assert [hit.found for hit in check.search.hits] == ["SAMPLE, Ananya"]
    assert check.state.text() == "Not decided yet."
    assert not check.sides.isHidden()


def test_somebody_who_is_there_already_is_chosen_from_the_hint(
    page: EnquiriesPage, client: UUID, office: Office
) -> None:
    page.begin_new()
    type_call(page, family="Sample", given="Ananya", wanted="Another visa")
    page.new.look_for_same()
    page.new.same.list.itemClicked.emit(page.new.same.list.item(0))
    assert page.new.form.form.rows["family"].isHidden()
    page.new.form.save.click()
    assert page.panel.line is not None
    assert page.panel.line.person_id == client
    assert len(office.read(people_list.ids)) == 1


def test_what_can_not_be_is_refused_under_its_field(page: EnquiriesPage, office: Office) -> None:
    page.begin_new()
    page.new.form.save.click()
    assert not page.new.form.form.rows["given"].below.isHidden()
    type_call(page, given="Otto", birth_date="31 Feb 1998")
    page.new.form.save.click()
    assert not page.new.form.form.rows["birth_date"].below.isHidden()
    assert office.read(enquiries.ids) == []


def test_what_was_typed_is_there_again(page: EnquiriesPage, desk: Desk, qtbot: QtBot) -> None:
    page.begin_new()
    row = page.new.form.form.rows["wanted"]
    row.editor.show_raw("半句话")
    row.editor.typed.emit()
    page.can_leave()
    other = EnquiriesPage(desk)
    qtbot.addWidget(other)
    other.begin_new()
    assert other.new.form.form.raw()["wanted"] == "半句话"
    other.new.close_button.click()
    assert desk.office.drafts("enquiry:new") == {}


def test_a_decision_needs_its_reason_and_moves_the_enquiry_on(page: EnquiriesPage, taken: Taken) -> None:
    page.show_what(taken.id)
    decide(page, "waived")
    assert not page.panel.conflict.form.form.rows["reason"].below.isHidden()
    decide(page, "waived", "Another person")
    assert page.panel.line is not None
    assert page.panel.line.state is EnquiryState.CHECKED
    assert page.panel.conflict.state.text().startswith("Conflict waived, Ana Sample")


def test_an_open_enquiry_goes_on_to_a_case_and_a_declined_one_does_not(
    page: EnquiriesPage, taken: Taken
) -> None:
    page.show_what(taken.id)
    gone: list[tuple[str, object]] = []
    page.go.connect(lambda name, what: gone.append((name, what)))
    page.panel.case.click()
    assert gone == [("cases", taken.person_id)]
    decide(page, "declined", "We act for the other side")
    assert not page.panel.case.isEnabled()


def test_the_list_is_searched_and_filtered(page: EnquiriesPage, taken: Taken) -> None:
    assert page.model.rowCount() == 1
    page.search_box.setText("nobody")
    page._show_keys()
    assert page.lists.currentWidget() is page.none
    page.search_box.setText("ananya")
    page.state.setCurrentIndex(page.state.findData("declined"))
    page._show_keys()
    assert page.model.rowCount() == 0


def test_an_edit_of_the_call_is_saved(page: EnquiriesPage, taken: Taken, office: Office) -> None:
    page.show_what(taken.id)
    row = page.panel.form.form.rows["wanted"]
    row.editor.show_raw("<b>Two</b> visas")
    row.editor.typed.emit()
    page.can_leave()
    assert office.read(enquiries.enquiry, taken.id).wanted == "<b>Two</b> visas"


def test_a_person_is_checked_on_demand(desk: Desk, client: UUID, taken: Taken, qtbot: QtBot) -> None:
    panel = PersonPanel(desk)
    qtbot.addWidget(panel)
    panel.show_person(client)
    panel.sections.setCurrentRow(NAMES.index("conflicts"))
    check = panel.part("conflicts")
    assert isinstance(check, ConflictPanel)
    assert [hit.person for hit in check.search.hits] == [str(taken.person_id)]
    gone: list[object] = []
    panel.go.connect(lambda name, what: gone.append(what))
    check.table.opened.emit(0)
    assert gone == [taken.person_id]
