"""The pathways of a case: by its facts, and with the papers that its own checklist still lacks."""

from app.domain.conditions import Answer
from app.domain.item_records import ItemState
from app.services import case_facts, checklists, pathways
from db.casebook import Casebook
from tests.builders import TODAY, open_case


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
