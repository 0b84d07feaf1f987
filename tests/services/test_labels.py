"""Labels of persons and cases, kept and searched."""

from app.services import case_search, labels, people_search
from db.casebook import Casebook
from tests.builders import TODAY, add_person, open_case


def test_labels_are_set_and_searched(book: Casebook) -> None:
    person = add_person(book)
    case = open_case(book, person).id
    book.write(labels.set_labels, case, "urgent, 加急")
    book.write(labels.set_labels, case, "加急, VIP")
    book.write(labels.set_labels, person, "VIP")
    assert book.read(labels.of, [case, person]) == {case: ("VIP", "加急"), person: ("VIP",)}
    assert book.read(labels.every) == ("VIP", "加急")
    assert list(book.read(case_search.find, "label:加急", today=TODAY).keys) == [case]
    assert not book.read(case_search.find, "-label:vip", today=TODAY).keys
    assert not book.read(case_search.find, "label:urgent", today=TODAY).keys
    assert len(book.read(people_search.find, "label:vip", today=TODAY).keys) == 1
    assert not len(book.read(people_search.find, "label:none", today=TODAY).keys)
