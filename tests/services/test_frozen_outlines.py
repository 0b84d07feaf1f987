"""The outlines of the rules that a case froze."""

from app.services.frozen_outlines import outlines_of
from app.services.frozen_rules import rules_of
from db.casebook import Casebook
from db.models.case import CaseRow
from tests.builders import open_case


def test_a_case_has_the_outlines_of_the_rules_it_froze(book: Casebook) -> None:
    case = open_case(book).id
    sha256 = book.read(lambda session: session.get_one(CaseRow, case).rule_set)
    rules = book.read(rules_of, sha256)
    assert {id: each.title for id, each in book.read(outlines_of, sha256).items()} == {
        item.id: item.title for item in rules.items
    }
