"""Open cases are re-based on today's rules: previewed, chosen, done and undone as one step."""

from typing import Any
from uuid import UUID

import pytest

from app.domain.cases import Stage
from app.domain.item_records import ItemState
from app.domain.rule_actions import Action
from app.domain.ruleset import ChangeKind
from app.errors import Conflict
from app.services import case_list, cases, checklists, firm_rules, history, rebasing
from db.casebook import Casebook
from tests.builders import TODAY, add_person, open_case
from tests.db.content import content_hash
from tests.services.test_firm_rules import ITEM, a_new_rule

OWN: dict[str, Any] = {
    "seq": 1,
    "title": {"en": "Insurance", "zh": "保险"},
    "stage": "document_collection",
    "need": "required",
    "audience": "office",
}


def change_rules(book: Casebook) -> None:
    """Switch one item off, change one and add one."""
    for new in (
        a_new_rule(action=Action.OFF, changes={}),
        a_new_rule(item="K-DOC-02"),
        a_new_rule(item="OWN-01", changes=OWN),
    ):
        book.write(firm_rules.record, new, TODAY)


def accept(book: Casebook, case: UUID, item: str) -> UUID:
    row = next(each for each in book.read(checklists.lines, case, TODAY) if each.line.item.id == item)
    book.write(checklists.move_item, row.row_id, row.version, ItemState.ACCEPTED, TODAY)
    return row.row_id


def test_nothing_is_affected_until_rules_change(book: Casebook) -> None:
    case = open_case(book).id
    assert book.read(rebasing.affected, TODAY) == []
    assert book.read(rebasing.of_case, case, TODAY) is None


def test_the_preview_says_for_each_case_what_comes_goes_and_changes(book: Casebook) -> None:
    first = open_case(book)
    accept(book, first.id, ITEM)
    change_rules(book)
    second = open_case(book)
    (found,) = book.read(rebasing.affected, TODAY)
    assert (found.number, second.number) == (first.number, "KB-2026-0002")
    kinds = {change.item_id: (change.kind, change.is_kept) for change in found.difference.changes}
    assert kinds == {
        ITEM: (ChangeKind.REMOVED, True),
        "K-DOC-02": (ChangeKind.CHANGED, False),
        "OWN-01": (ChangeKind.ADDED, False),
    }
    assert found == book.read(rebasing.of_case, first.id, TODAY)


def test_rebasing_keeps_accepted_evidence_and_undoes_as_one_step(book: Casebook) -> None:
    person = add_person(book)
    keys = [open_case(book, person).id for _number in range(3)]
    row = accept(book, keys[0], ITEM)
    change_rules(book)
    before = content_hash(book)
    found = book.read(rebasing.affected, TODAY)
    chosen = [(each.id, each.froze) for each in found[:2]]  # the third stays behind
    progress = found[0].difference.after
    head = book.head()
    assert book.write(rebasing.rebase, chosen, TODAY).result == 2
    assert book.head() == head + 1
    lines = {each.line.item.id: each for each in book.read(checklists.lines, keys[0], TODAY)}
    assert (lines[ITEM].row_id, lines[ITEM].line.state) == (row, ItemState.ACCEPTED)
    assert lines["K-DOC-02"].line.item.copies == 7
    assert "OWN-01" in lines
    stored = book.read(case_list.lines, keys[:1])[0]
    assert (stored.checked, stored.counted) == progress
    assert [each.id for each in book.read(rebasing.affected, TODAY)] == [keys[2]]
    book.undo()
    assert content_hash(book) == before
    assert len(book.read(rebasing.affected, TODAY)) == 3


def test_a_case_that_got_other_rules_meanwhile_is_not_changed_blindly(book: Casebook) -> None:
    case = open_case(book).id
    change_rules(book)
    (found,) = book.read(rebasing.affected, TODAY)
    book.write(rebasing.rebase, [(case, found.froze)], TODAY)
    with pytest.raises(Conflict):
        book.write(rebasing.rebase, [(case, found.froze)], TODAY)


def test_closed_cases_keep_their_rules(book: Casebook) -> None:
    case = open_case(book)
    change_rules(book)
    book.write(cases.move, case.id, 1, Stage.WITHDRAWN, TODAY)
    assert book.read(rebasing.affected, TODAY) == []
    assert book.read(rebasing.of_case, case.id, TODAY) is None


def test_the_history_of_the_case_says_from_which_rules_to_which(book: Casebook) -> None:
    case = open_case(book).id
    change_rules(book)
    book.write(rebasing.rebase, [(case, book.read(rebasing.affected, TODAY)[0].froze)], TODAY)
    last = book.read(history.entries, about=case)[0]
    assert last.tag == "rules:rebase"
    rules = next(each for each in book.read(history.changes, last.seq) if each.label == "Rules")
    assert "FIRM" not in rules.before
    assert "FIRM" in rules.after
