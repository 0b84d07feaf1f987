"""Rules of the firm are recorded with reason and source, supersede each other, and can be taken back."""

from datetime import date, timedelta
from typing import Any

import pytest

from app.domain.rule_actions import Action
from app.errors import UserError
from app.services import checklists, firm_rules, history, packs
from app.services.firm_rules import NewRule
from db.casebook import Casebook
from tests.builders import TODAY, open_case
from tests.db.content import content_hash

ITEM = "K-DOC-01"


def a_new_rule(**changes: Any) -> NewRule:
    """Return a rule that asks for seven copies of a passport's page."""
    usual: dict[str, Any] = {
        "category": "K",
        "item": ITEM,
        "action": Action.ITEM,
        "reason": "Lost once",
        "source": "Partners' meeting",
        "effective_from": TODAY,
        "changes": {"copies": 7},
    }
    return NewRule(**{**usual, **changes})


def record(book: Casebook, **changes: Any) -> None:
    book.write(firm_rules.record, a_new_rule(**changes), TODAY)


def copies(book: Casebook, on: date = TODAY) -> int:
    return book.read(firm_rules.composed, "K", "new-delhi", on).rules.by_id[ITEM].copies


def test_a_new_case_is_opened_under_the_rules_of_the_firm(book: Casebook) -> None:
    before = content_hash(book)
    shipped = copies(book)
    record(book)
    line = book.read(checklists.lines, open_case(book).id, TODAY)
    assert next(each.line.item.copies for each in line if each.line.item.id == ITEM) == 7
    for _step in ("open the case", "add the client", "change the rule"):
        book.undo()
    assert content_hash(book) == before
    assert copies(book) == shipped


def test_an_older_rule_is_superseded_and_kept(book: Casebook) -> None:
    record(book)
    record(book, changes={"copies": 9}, reason="Two are not enough")
    assert copies(book) == 9
    lines = book.read(firm_rules.history, ("K", "", ITEM), TODAY)
    assert [(line.rule.reason, line.stands) for line in lines] == [
        ("Two are not enough", True),
        ("Lost once", False),
    ]
    record(book, action=Action.SHIPPED, changes={})
    assert copies(book) == packs.rule_set("K", "new-delhi", TODAY).by_id[ITEM].copies


def test_a_rule_holds_from_its_day_to_its_last(book: Casebook) -> None:
    record(book, effective_from=TODAY + timedelta(days=3), effective_to=TODAY + timedelta(days=5))
    shipped = copies(book)
    assert [copies(book, TODAY + timedelta(days=days)) for days in (2, 3, 5, 6)] == [shipped, 7, 7, shipped]


def test_a_broken_rule_is_named_and_no_case_is_kept_from_opening(book: Casebook) -> None:
    record(book)
    record(book, item="K-DOC-02", changes={"copies": 5})

    def spoil(session: Any) -> None:
        session.connection().exec_driver_sql(f"UPDATE firm_rule SET item_values = '{{' WHERE item = '{ITEM}'")

    book.keep(spoil)
    found = book.read(firm_rules.problems, TODAY)
    assert found == [f"Our rules: {ITEM}: can't be read"]
    assert copies(book) != 7
    lines = book.read(checklists.lines, open_case(book).id, TODAY)
    assert next(each.line.item.copies for each in lines if each.line.item.id == "K-DOC-02") == 5


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"reason": " "}, "reason"),
        ({"source": ""}, "source"),
        ({"category": "Q9"}, "category"),
        ({"item": ""}, "item"),
        ({"item": "a b"}, "item"),
        ({"item": "OWN-01", "action": Action.OFF}, "item"),
        ({"post": "atlantis"}, "post"),
        ({"effective_to": date(2026, 1, 1)}, "effective_to"),
        ({"changes": {"copies": "many"}}, "copies"),
        ({"changes": {"title": {"en": "a\x07", "zh": "乙"}}}, "title_en"),
        ({"changes": {"title": {"en": "Only English"}}}, "title_zh"),
        ({"item": "OWN-01", "changes": {"seq": 1}}, "title"),
    ],
)
def test_what_cant_be_meant_is_refused_on_its_field(
    book: Casebook, changes: dict[str, Any], field: str
) -> None:
    with pytest.raises(UserError) as refused:
        record(book, **changes)
    assert refused.value.field == field
    assert book.read(firm_rules.lines, TODAY) == []


def test_the_history_says_which_item_and_why(book: Casebook) -> None:
    record(book, action=Action.OFF, changes={})
    changes = {each.label: (each.which, each.after) for each in book.read(history.changes, book.head())}
    assert changes["Reason"] == (ITEM, "Lost once")
    assert changes["What it does"] == (ITEM, "Switched off")
