"""Rules about deadlines, fees, photos, countries and measures are typed, refused in place and recorded."""

from typing import Any

import pytest

from app.domain.rule_actions import Action
from app.domain.table_kinds import TableKind
from app.services import firm_tables
from app.ui.rules.overrides_tab import FORM, VIEW, OverridesTab
from app.ui.rules.page import RulesPage
from db.casebook import Casebook
from tests.builders import TODAY
from tests.services.test_firm_tables import a_new_row
from tests.ui.doubles import Recorder


@pytest.fixture
def tab(page: RulesPage) -> OverridesTab:
    page.show_what("overrides")
    return page.overrides


def fill(tab: OverridesTab, **typed: Any) -> None:
    for name, text in typed.items():
        tab.rows.whole.form.rows[name].editor.show_raw(text)
    tab.rows.whole.save.click()


def held(book: Casebook) -> list[tuple[str, str, Action, bool]]:
    lines = book.read(firm_tables.lines, TODAY)
    return [(each.rule.table.value, each.rule.entry, each.rule.action, each.stands) for each in lines]


def choose(tab: OverridesTab, kind: TableKind, entry: str) -> None:
    tab.begin()
    tab.kind.setCurrentIndex(tab.kind.findData(kind.value))
    tab.kind.activated.emit(tab.kind.currentIndex())
    tab.rows.entry.show_raw(entry)
    tab.rows.entry.left.emit()


def test_the_reminders_of_a_deadline_are_changed(tab: OverridesTab, book: Casebook, told: Recorder) -> None:
    choose(tab, TableKind.DEADLINES, "DL-03 File to extend the stay")
    assert tab.form.isHidden()
    assert tab.rows.whole.form.rows["alerts"].editor.raw() == "21, 14, 10"
    fill(tab, alerts="30, 14", reason="We want a month", source="Partners' meeting")
    rule = book.read(firm_tables.deadlines, TODAY).named("DL-03")
    assert (rule.alerts, rule.count) == ((30, 14), 7)
    assert told.told[-1].startswith("Recorded. It holds")
    assert tab.panel.currentIndex() == VIEW
    assert "Reminders (days before): 30, 14" in tab.view.says.text()
    assert "We want a month" in tab.view.told.text()


def test_a_new_fee_is_added(tab: OverridesTab, book: Casebook) -> None:
    choose(tab, TableKind.FEES, "own-delhi")
    assert tab.rows.hint.text() == "A new entry."
    fill(tab, part="consular", price="INR 3,100", post="new-delhi", reason="New list", source="Post's page")
    assert held(book) == [("fees", "own-delhi", Action.ITEM, True)]


@pytest.mark.parametrize(
    ("kind", "entry", "typed", "row"),
    [
        (TableKind.DEADLINES, "DL-03", {"alerts": "soon"}, "alerts"),
        (TableKind.DEADLINES, "DL-03", {"title_en": ""}, "title_en"),
        (TableKind.FEES, "own-1", {"price": "a lot"}, "price"),
        (TableKind.FEES, "own-1", {"price": "USD 5", "part": "consular", "post": "mars"}, "post"),
        (TableKind.PHOTOS, "visa-print", {"head_width": "wide"}, "head_width"),
        (TableKind.PHOTOS, "visa-print", {"reason": ""}, "reason"),
        (TableKind.AUTHENTICATION, "India", {"papers_from": "31 Feb"}, "papers_from"),
    ],
)
def test_what_cant_be_meant_is_refused_at_its_field(
    tab: OverridesTab, book: Casebook, kind: TableKind, entry: str, typed: dict[str, str], row: str
) -> None:
    choose(tab, kind, entry)
    fill(tab, **({"reason": "Agreed", "source": "Partners"} | typed))
    assert tab.rows.whole.form.rows[row].below.text()
    assert held(book) == []


def test_a_country_is_chosen_by_its_name_and_one_that_is_none_is_refused(
    tab: OverridesTab, book: Casebook
) -> None:
    choose(tab, TableKind.AUTHENTICATION, "Nowhere at all")
    fill(tab, route="apostille", reason="Told", source="Mail")
    assert "country" in tab.rows.hint.text()
    choose(tab, TableKind.AUTHENTICATION, "印度")
    fill(tab, route="apostille", reason="Told", source="Mail")
    assert held(book) == [("authentication", "IN", Action.ITEM, True)]


def test_f2_changes_the_chosen_one_and_switching_off_asks_for_no_wording(
    tab: OverridesTab, book: Casebook, page: RulesPage
) -> None:
    book.write(firm_tables.record, a_new_row(), TODAY)
    page.refresh(None, None)
    tab.table.choose_first()
    tab.change()
    assert (tab.panel.currentIndex(), tab.rows.entry.raw()) == (FORM, "DL-03")
    tab.rows.action.setCurrentIndex(1)
    tab.rows.action.activated.emit(1)
    assert tab.rows.whole.form.rows["alerts"].isHidden()
    fill(tab, reason="Not ours", source="Partners")
    assert held(book)[0] == ("deadlines", "DL-03", Action.OFF, True)
    assert "Recorded about the same:" in tab.view.before.text()


def test_what_is_typed_for_one_table_survives_a_look_at_another(tab: OverridesTab) -> None:
    choose(tab, TableKind.MEASURES, "fee-reduction")
    tab.rows.whole.form.rows["ends"].editor.show_raw("31 Dec 2027")
    tab.rows.whole.form.rows["ends"].editor.widget.setFocus()
    tab.rows.leave()
    choose(tab, TableKind.PHOTOS, "police")
    choose(tab, TableKind.MEASURES, "fee-reduction")
    assert tab.rows.whole.form.rows["ends"].editor.raw() == "31 Dec 2027"
