"""The quote of a family's case in the window: whose each fee is, and the way to its case."""

from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from app.domain.families import FamilyRole
from app.domain.money import Money
from app.domain.quotes import Instalment, LineKind, QuoteLine
from app.services import families, quotes
from app.ui.case.page import CasePage
from app.ui.office import Office
from db.casebook import Casebook
from tests.builders import TODAY
from tests.services.test_families import three


@pytest.fixture
def keys(page: CasePage, office: Office, book: Casebook) -> tuple[UUID, UUID, UUID]:
    """Return a family's cases; the principal's has a payer, a fee and an instalment that is paid."""
    keys = three(book)
    fee = QuoteLine(kind=LineKind.SERVICE, text="Advice", amount=Money("USD", 50000))
    office.write(quotes.save_part, keys[0], "lines", fee, TODAY)
    part = office.write(
        quotes.save_part, keys[0], "instalments", Instalment(amount=Money("USD", 50000)), TODAY
    )
    assert part.id
    office.write(quotes.pay, part.id, part.version, TODAY, TODAY, reason="Translation")
    return keys


def shown(page: CasePage, row: int) -> list[str]:
    model = page.quote.shared.model
    return [str(model.data(model.index(row, at))) for at in range(model.columnCount())]


def test_a_dependants_case_shows_the_principals_fees_payments_and_state(
    page: CasePage, keys: tuple[UUID, UUID, UUID]
) -> None:
    page.show_what(keys[1])
    page.tabs.setCurrentWidget(page.quote)
    assert "it needs none of its own" in page.quote.shared.about.text()
    assert page.quote.sums.text().startswith("Paid in full")
    assert shown(page, 0)[2:4] == ["Our service fee · Advice", "USD\u00a0500.00"]
    assert shown(page, 1)[4].startswith("Paid USD\u00a0500.00 on 23 Nov 2026")
    assert page.quote.lines.model.rowCount() == 0


def test_a_fee_of_the_dependant_stands_in_the_principals_quote_and_leads_to_its_case(
    page: CasePage, keys: tuple[UUID, UUID, UUID], office: Office, qtbot: QtBot
) -> None:
    fee = QuoteLine(kind=LineKind.CONSULAR, amount=Money("USD", 14000))
    office.write(quotes.save_part, keys[2], "lines", fee, TODAY)
    page.show_what(keys[0])
    page.tabs.setCurrentWidget(page.quote)
    assert page.quote.sums.text().startswith("Not paid in full")
    assert shown(page, 0)[2:4] == ["Consular visa fee", "USD\u00a0140.00"]
    with qtbot.waitSignal(page.go) as asked:
        page.quote.shared.table.opened.emit(page.quote.shared.model.key_at(0))
    assert asked.args == ["case", keys[2]]


def test_a_quote_of_one_case_alone_shows_nothing_of_it(
    page: CasePage, keys: tuple[UUID, UUID, UUID], office: Office
) -> None:
    office.write(families.link, keys[1], keys[0], FamilyRole.SPOUSE, shares_quote=False)
    page.show_what(keys[1])
    page.tabs.setCurrentWidget(page.quote)
    assert page.quote.shared.isHidden()
