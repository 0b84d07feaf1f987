"""The owner's lists beside the history: each line opens its case."""

from uuid import UUID

from pytestqt.qtbot import QtBot

from app.domain.item_records import ItemState
from app.services import checklists
from app.services.audits import Audit
from app.ui.history.audit_tab import AuditTab
from app.ui.history.page import HistoryPage
from app.ui.office import Office
from tests.builders import TODAY
from tests.ui.doubles import obeys_qt


def shown(page: HistoryPage, audit: Audit) -> AuditTab:
    page.show_what(audit)
    return page.audits[audit]


def test_a_case_without_a_next_date_is_listed_and_opened(
    page: HistoryPage, case_id: UUID, qtbot: QtBot, qtmodeltester: object
) -> None:
    tab = shown(page, Audit.NO_DATE)
    assert tab.count.text() == "1 line"
    assert tab.model.index(0, 0).data() == "SAMPLE, Ananya"
    obeys_qt(qtmodeltester, tab.model)
    with qtbot.waitSignal(page.go) as gone:
        tab.table.opened.emit(tab.model.key_at(0))
    assert gone.args == ["case", case_id]


def test_a_list_with_nothing_says_what_that_means(page: HistoryPage) -> None:
    tab = shown(page, Audit.ORIGINALS)
    assert tab.stack.currentWidget() is tab.nothing


def test_the_list_in_view_follows_what_is_done(page: HistoryPage, office: Office, case_id: UUID) -> None:
    tab = shown(page, Audit.SAME_HANDS)
    assert tab.model.rowCount() == 0
    for state in (ItemState.RECEIVED, ItemState.ACCEPTED):
        rows = office.read(checklists.lines, case_id, TODAY)
        row = next(each for each in rows if each.line.item.id == "K-DOC-05")
        office.write(checklists.move_item, row.row_id, row.version, state, TODAY)
    assert tab.model.rowCount() == 1
    assert [tab.model.index(0, at).data() for at in (3, 4)] == ["Ana Sample", "Ana Sample"]


def test_what_is_about_somebody_goes_back_to_the_steps(page: HistoryPage, case_id: UUID) -> None:
    shown(page, Audit.NO_DATE)
    page.show_what(case_id)
    assert page.tabs.currentIndex() == 0
