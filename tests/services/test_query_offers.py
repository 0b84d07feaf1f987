"""What the query box offers to complete, as the casebook has it."""

from app.services import labels, query_offers
from db.casebook import Casebook
from tests.builders import add_person


def test_owners_are_those_who_work_here(book: Casebook) -> None:
    fields = {each.name: each for each in book.read(query_offers.for_cases)}
    assert "Ana Sample" in {name for offered in fields["owner"].offered for name in offered.names}
    assert fields["owner"].offered == fields["reviewer"].offered


def test_a_label_is_offered_once_it_is_used(book: Casebook) -> None:
    person = add_person(book)
    book.write(labels.set_labels, person, "急件, family")
    fields = {each.name: each for each in book.read(query_offers.for_persons)}
    assert {offered.value for offered in fields["label"].offered} == {"急件", "family"}
