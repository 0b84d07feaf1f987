"""Items of running cases by what their rule sets say of them."""

from app.domain.cases import Stage
from app.domain.rulepack import Audience
from app.services import item_codes, packs
from db.casebook import Casebook
from tests.builders import TODAY, open_case


def test_the_office_s_own_items_are_those_of_the_rule_sets_of_cases_at_the_stages(book: Casebook) -> None:
    open_case(book)
    items = packs.rule_set("K", "new-delhi", TODAY).items
    office = sorted(item.id for item in items if item.audience is Audience.OFFICE)
    assert book.read(item_codes.of_office, Stage.ENQUIRY) == office
    assert book.read(item_codes.of_office, Stage.CLOSED) == []
    assert book.read(item_codes.of, lambda item: item.id == "K-DOC-07", *Stage) == ["K-DOC-07"]
