"""Options are offered where they mean something; what was opened for one print is never kept."""

from uuid import UUID

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.domain.item_records import OriginalAt
from app.domain.money import Money
from app.domain.quotes import LineKind, QuoteLine
from app.services import bills, checklists, firms, quotes
from app.services.documents import KINDS
from app.services.orders import Option, Subject
from app.ui.office import Office
from app.ui.page import Desk
from app.ui.preview.choices import Choices
from app.ui.preview.day_choices import DAYS_OFFERED, DayChoices
from app.ui.preview.pane import PreviewPane
from db.casebook import Casebook
from tests.builders import TODAY, open_case
from tests.ui.doubles import Recorder
from tests.ui.preview.test_pane import choose, last


@pytest.mark.parametrize("kind", [name for name, kind in KINDS.items() if kind.subject is Subject.CASE])
def test_every_kind_of_a_case_is_shown_with_its_own_options(pane: PreviewPane, kind: str) -> None:
    choose(pane, kind)
    for option, box in pane.choices.boxes.items():
        assert box.isVisible() is (option in KINDS[kind].options)
    assert pane.choices.originals.isVisible() is (kind == "handover")
    assert pane.copy_button.isVisible() is (kind == "missing-items")
    assert pane.print_shown is not None
    assert pane.print_shown.order.kind == kind


def test_a_case_is_offered_the_documents_that_its_category_has(
    pane: PreviewPane, book: Casebook, case_id: UUID
) -> None:
    choose(pane, "screening")
    pane.show_case(open_case(book, category="Z").id)
    assert pane.choices.kind.findData("screening") < 0
    assert pane.order().kind == "checklist"
    pane.show_case(case_id)
    assert pane.order().kind == "screening"


@pytest.mark.parametrize("width", [340, 400, 460])
def test_no_choice_is_cut_off_in_a_narrow_pane(pane: PreviewPane, width: int) -> None:
    pane.resize(width, 700)
    for combo in (pane.choices.kind, pane.choices.language):
        widest = max(combo.fontMetrics().horizontalAdvance(combo.itemText(at)) for at in range(combo.count()))
        assert combo.width() >= widest + 40


def an_invoice(office: Office, case_id: UUID) -> str:
    office.write(quotes.set_field, case_id, 0, "payer", "虚构机器人公司", TODAY)
    line = QuoteLine(kind=LineKind.SERVICE, text="Advice", amount=Money("USD", 50000))
    office.write(quotes.save_part, case_id, "lines", line, TODAY)
    return str(office.write(bills.issue, case_id, TODAY).number)


def test_of_several_invoices_the_newest_is_shown_and_any_can_be_chosen(
    pane: PreviewPane, office: Office, case_id: UUID
) -> None:
    first = an_invoice(office, case_id)
    choose(pane, "invoice")
    assert not pane.choices.invoice.isVisible()
    credit = office.write(bills.credit, case_id, first, TODAY, reason="Wrong payer").number
    choose(pane, "invoice")
    assert pane.choices.invoice.isVisible()
    assert [pane.choices.invoice.itemData(at) for at in range(3)] == ["", credit, first]
    pane.show_kind("invoice", first)
    assert pane.order().invoice == first
    assert pane.print_shown is not None
    assert pane.print_shown.order.invoice == first
    choose(pane, "quote")
    assert not pane.choices.invoice.isVisible()
    assert pane.order().invoice == ""


def test_a_letter_is_copied_as_a_message_and_that_is_recorded(
    pane: PreviewPane, office: Office, told: Recorder
) -> None:
    choose(pane, "missing-items", "en")
    pane.copy_button.click()
    assert QGuiApplication.clipboard().text().startswith("Dear Ananya SAMPLE,")
    assert last(office).detail["kind"] == "missing-items"
    assert told.told == ["Copied. Paste it into the chat or the mail."]


def test_originals_are_ticked_for_a_receipt_and_one_stays(
    pane: PreviewPane, office: Office, case_id: UUID
) -> None:
    for item in ("K-DOC-01", "K-DOC-09"):
        row = next(x for x in office.read(checklists.lines, case_id, TODAY) if x.line.item.id == item)
        office.write(
            checklists.set_item_field, row.row_id, row.version, "original_at", OriginalAt.OFFICE, TODAY
        )
    choose(pane, "handover")
    passport, funds = pane.choices.originals.menu().actions()
    assert pane.choices.originals.text() == "2 originals…"
    passport.setChecked(False)
    assert pane.order().originals == ("K-DOC-09",)
    funds.setChecked(False)
    assert funds.isChecked()
    assert pane.choices.originals.text() == "1 original…"


def test_without_originals_there_is_nothing_to_tick(pane: PreviewPane) -> None:
    choose(pane, "handover")
    assert not pane.choices.originals.isEnabled()
    assert pane.order().originals == ()


def test_what_was_opened_for_one_print_is_closed_for_the_next_case(desk: Desk, qtbot: QtBot) -> None:
    choices = Choices(desk.settings, "x")
    qtbot.addWidget(choices)
    choices.choose("summary", "en")
    choices.boxes[Option.UNMASKED].setChecked(True)
    choices.close_all()
    assert not choices.order(None, paper="a4").unmasked


def test_a_day_sheet_offers_the_week_and_everybody(desk: Desk, office: Office, qtbot: QtBot) -> None:
    choices = DayChoices(desk.settings, "y")
    qtbot.addWidget(choices)
    choices.offer(office.read(firms.users))
    assert choices.day.count() == DAYS_OFFERED
    assert choices.owner.itemText(0) == "Everybody's cases"
    choices.owner.setCurrentIndex(1)
    choices.day.setCurrentIndex(1)
    order = choices.order(None, paper="a4")
    assert order.kind == "day-sheet"
    assert order.owner_id == office.read(firms.users)[0].id
    assert order.day is not None
    choices.offer(office.read(firms.users))
    assert choices.order(None, paper="a4") == order
