"""The pathways of a case: by its facts, and with the papers that its own checklist still lacks."""

from datetime import timedelta
from uuid import UUID

from app.domain.conditions import Answer
from app.domain.item_records import ItemState
from app.domain.rule_actions import Action
from app.services import case_facts, checklists, firm_rules, packs, pathways
from db.casebook import Casebook
from tests.builders import TODAY, open_case
from tests.services.test_firm_rules import a_new_rule


def test_a_paper_that_came_in_is_no_longer_missing(book: Casebook) -> None:
    case = open_case(book)
    k = book.read(pathways.of_case, case.id, TODAY).columns[0]
    assert k.papers
    line = next(x for x in book.read(checklists.lines, case.id, TODAY) if x.line.item.id == "K-DOC-02")
    assert line.line.item.title in k.papers
    book.write(checklists.move_item, line.row_id, line.version, ItemState.RECEIVED, TODAY)
    k = book.read(pathways.of_case, case.id, TODAY).columns[0]
    assert line.line.item.title not in (k.papers or ())


def test_the_same_facts_stand_behind_every_pathway(book: Casebook) -> None:
    case = open_case(book)
    book.write(case_facts.set_fact, case.id, "job_offer_cn", "yes")
    found = book.read(pathways.of_case, case.id, TODAY)
    z = next(each for each in found.columns if each.pathway.id == "Z")
    assert [finding.id for finding in z.of(Answer.YES)] == ["Z-1"]


def test_facts_without_a_post_are_compared_too() -> None:
    found = pathways.of_facts({"degree.awarded": True}, TODAY)
    h1b = found.columns[-1]
    assert [finding.id for finding in h1b.of(Answer.YES)] == ["H-2"]
    assert found.columns[0].papers


def papers(book: Casebook, case: UUID, code: str) -> tuple[str, ...]:
    found = book.read(pathways.of_case, case, TODAY)
    column = next(each for each in found.columns if each.pathway.id == code)
    return tuple(paper.en for paper in column.papers or ())


def move(book: Casebook, case: UUID, item: str, *states: ItemState, reason: str = "") -> None:
    for state in states:
        row = book.read(checklists.find, case, item)
        book.write(checklists.move_item, row.id, row.version, state, TODAY, reason=reason)


def test_a_paper_held_for_one_visa_is_not_missing_for_another_that_lists_the_same(book: Casebook) -> None:
    case = open_case(book).id
    photo = "Photo, print and digital"
    assert photo in papers(book, case, "Z")
    move(book, case, "K-DOC-02", ItemState.RECEIVED)
    assert photo not in papers(book, case, "Z")
    assert "Digital photo" in papers(book, case, "R")  # an item of its own, with its own source


def test_what_was_waived_for_one_visa_stays_missing_for_another(book: Casebook) -> None:
    case = open_case(book).id
    move(book, case, "K-DOC-02", ItemState.WAIVED, reason="A file was enough.")
    assert "Photo, print and digital" in papers(book, case, "Z")


def test_a_paper_that_has_expired_counts_for_nothing(book: Casebook) -> None:
    case = open_case(book).id
    row = book.read(checklists.find, case, "K-DOC-02")
    old = TODAY - timedelta(days=400)
    book.write(checklists.set_item_field, row.id, row.version, "issued_on", old, TODAY)
    move(book, case, "K-DOC-02", ItemState.RECEIVED)
    assert "Photo, print and digital" in papers(book, case, "Z")


def test_the_firms_own_rules_stand_behind_the_other_pathways(book: Casebook) -> None:
    case = open_case(book).id
    before = papers(book, case, "Z")
    off = a_new_rule(category="Z", item="Z-DOC-01", action=Action.OFF, changes={})
    book.write(firm_rules.record, off, TODAY)
    gone = set(before) - set(papers(book, case, "Z"))
    assert gone == {"Application form for the work permit"}


def test_each_visa_is_judged_by_what_the_post_answers_for_it() -> None:
    post = packs.post("algiers")
    facts = {**post.facts(TODAY, "K"), "degree.awarded": True}
    assert pathways.of_facts(facts, TODAY, "K").columns[2].papers
