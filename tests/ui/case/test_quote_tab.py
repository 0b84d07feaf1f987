"""The quote of a case in the window: amounts typed with their currency, payments, invoices."""

import pytest
from PySide6.QtCore import Qt

from app.domain.item_records import ItemState
from app.domain.money import Money
from app.domain.quotes import Instalment, LineKind, QuoteLine
from app.services import bills, checklists, quotes
from app.ui.case.page import CasePage
from app.ui.case.quote_tab import QuoteTab
from app.ui.office import Office
from app.ui.parts import PartsEditor
from tests.builders import TODAY
from tests.ui.case.conftest import Line
from tests.ui.doubles import press


@pytest.fixture
def tab(page: CasePage) -> QuoteTab:
    page.tabs.setCurrentWidget(page.quote)
    return page.quote


def add(editor: PartsEditor, **typed: str) -> None:
    editor.add_button.click()
    for name, text in typed.items():
        editor.new.form.rows[name].editor.show_raw(text)
    editor.new._ask()


def quote(page: CasePage, office: Office) -> quotes.Quote:
    assert page.case is not None
    return office.read(quotes.quote, page.case.id)


def test_a_line_is_typed_with_its_currency_and_summed(tab: QuoteTab, page: CasePage, office: Office) -> None:
    add(tab.lines, kind="service", text="<b>Advice</b> 咨询", amount="usd 1,200.50")
    assert [line.amount for line in quote(page, office).lines] == [Money("USD", 120050)]
    assert "USD\u00a01,200.50" in tab.sums.text()
    assert tab.lines.model.data(tab.lines.model.index(0, 1)) == "USD\u00a01,200.50"


def test_what_is_no_amount_is_refused_under_its_field(tab: QuoteTab, page: CasePage, office: Office) -> None:
    add(tab.lines, kind="service", amount="1.200,50")
    assert not tab.lines.new.form.rows["amount"].below.isHidden()
    assert quote(page, office).lines == ()


def test_a_payment_before_the_check_asks_for_its_reason(
    tab: QuoteTab, page: CasePage, office: Office, line: Line
) -> None:
    add(tab.instalments, text="On signing", amount="USD 500", due_on="1 Dec 2026")
    assert not tab.payment.warning.isHidden()
    tab.payment.pay.save.click()
    assert not tab.payment.pay.form.rows["reason"].below.isHidden()
    item = line("K-ELG-05")
    office.write(checklists.move_item, item.row_id, item.version, ItemState.ACCEPTED, TODAY)
    assert tab.payment.warning.isHidden()
    tab.payment.pay.save.click()
    assert quote(page, office).sums.paid == (Money("USD", 50000),)
    assert tab.payment.pay.isHidden()
    tab.payment.refund.form.rows["amount"].editor.show_raw("USD 100")
    tab.payment.refund.save.click()
    assert quote(page, office).sums.refunded == (Money("USD", 10000),)
    assert tab.payment.refund.isHidden()


def test_an_invoice_is_issued_shown_and_taken_back(tab: QuoteTab, page: CasePage, office: Office) -> None:
    assert page.case is not None
    key = page.case.id
    tab.bills.issue.click()
    assert not tab.bills.error.isHidden()
    office.write(quotes.set_field, key, 0, "payer", "Fictional Robotics", TODAY)
    new = QuoteLine(kind=LineKind.SERVICE, amount=Money("USD", 100))
    office.write(quotes.save_part, key, "lines", new, TODAY)
    tab.bills.issue.click()
    assert [each.number for each in office.read(bills.of_case, key)] == ["KB-INV-2026-0001"]
    tab.bills.table.choose_first()
    tab.bills.taking.save.click()
    assert not tab.bills.taking.form.rows["reason"].below.isHidden()
    tab.bills.taking.form.rows["reason"].editor.show_raw("Wrong payer")
    tab.bills.taking.save.click()
    assert len(office.read(bills.of_case, key)) == 2
    tab.bills.table.choose_first()
    tab.bills.show_paper.click()
    assert page.preview.order().kind == "invoice"
    assert page.preview.order().invoice == "KB-INV-2026-0001"
    assert not page.preview.isHidden()


def test_the_table_of_fees_says_when_it_knows_none(tab: QuoteTab) -> None:
    tab.fees.click()
    assert tab.told.text() == "The table knows no further fee for this case: ask the post."


def test_what_is_typed_for_who_pays_is_saved(tab: QuoteTab, page: CasePage, office: Office) -> None:
    row = tab.head.form.rows["payer"]
    row.editor.show_raw("虚构公司")
    row.editor.typed.emit()
    page.can_leave()
    assert quote(page, office).payer == "虚构公司"


def test_an_instalment_of_another_window_is_shown(tab: QuoteTab, page: CasePage, office: Office) -> None:
    assert page.case is not None
    part = Instalment(text="Second", amount=Money("EUR", 5))
    office.write(quotes.save_part, page.case.id, "instalments", part, TODAY)
    assert tab.instalments.model.rowCount() == 1


def test_an_invoice_is_issued_for_the_lines_that_are_ticked(
    tab: QuoteTab, page: CasePage, office: Office
) -> None:
    assert page.case is not None
    key = page.case.id
    office.write(quotes.set_field, key, 0, "payer", "Fictional Robotics", TODAY)
    for text, minor in (("Advice", 50_000), ("Courier", 2_050)):
        line = QuoteLine(kind=LineKind.SERVICE, text=text, amount=Money("USD", minor))
        office.write(quotes.save_part, key, "lines", line, TODAY)
    box = tab.bills
    assert box.lines.list.item(1).text() == "Our service fee · Courier   USD\u00a020.50"
    assert box.lines.sum.text() == "To invoice: USD\u00a0520.50"
    for at in (0, 1):
        box.lines.list.item(at).setCheckState(Qt.CheckState.Unchecked)
    box.issue.click()
    assert "Tick the lines" in box.error.text()
    press(box.lines.list, Qt.Key.Key_Space)
    box.issue.click()
    (issued,) = office.read(bills.of_case, key)
    assert [each.text for each in issued.bill.lines] == ["Advice"]
    box.table.choose_first()
    assert box.held.text() == "Our service fee · Advice   USD\u00a0500.00"
    assert [box.lines.list.item(at).text()[:25] for at in range(box.lines.list.count())] == [
        "Our service fee · Courier"
    ]
    assert box.lines.list.item(0).checkState() is Qt.CheckState.Unchecked
