"""Papers that run out in the window, within as many days as are chosen."""

from datetime import date
from uuid import UUID

from app.services import cases
from app.ui.deadlines.page import DeadlinesPage
from db.casebook import Casebook
from tests.builders import TODAY


def test_the_list_follows_the_days_chosen(page: DeadlinesPage, book: Casebook, case_id: UUID) -> None:
    page.show_what("ending")
    tab = page.ending
    assert tab.model.rows() == []
    assert "ends in this time" in tab.nothing.text.text()
    view = book.read(cases.case, case_id)
    book.write(cases.set_field, case_id, view.version, "visa_enter_before", date(2027, 4, 1), TODAY)
    tab.span.setCurrentIndex(tab.span.findData(180))
    tab.span.activated.emit(2)
    assert [line.paper.en for line in tab.model.rows()] == ["Visa valid to enter until"]
    assert tab.count.text() == "1 paper"
