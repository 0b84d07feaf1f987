"""Open deadlines of all cases in one list, by owner, category and day."""

from datetime import date

from app.services import agenda, cases
from db.casebook import Casebook
from tests.builders import TODAY, open_case
from tests.services.ledgers import a_visa, enter


def test_what_is_due_first_comes_first_with_its_case_and_owner(book: Casebook) -> None:
    enter(book, a_visa(book))
    other = open_case(book).id
    book.write(cases.set_field, other, 1, "planned_filing", date(2026, 11, 28), TODAY)
    found = book.read(agenda.lines)
    assert [(line.rule.id, line.number[-4:]) for line in found] == [
        ("DL-03", "0001"),
        ("CASE-FILE", "0002"),
        ("DL-06", "0001"),
    ]
    assert {line.owner for line in found} == {book.actor.name}
    assert found[0].client == "SAMPLE, Ananya"
    assert len(agenda.cases_of(found)) == 2


def test_the_list_is_of_one_owner_one_category_or_a_span_of_days(book: Casebook) -> None:
    case = a_visa(book)
    enter(book, case)
    assert book.read(agenda.count, owners=[book.actor.id]) == 2
    assert book.read(agenda.lines, owners=[case]) == []
    assert book.read(agenda.count, category="K") == 2
    assert book.read(agenda.lines, category="Z") == []
    assert book.read(agenda.categories) == ["K"]
    december = (date(2026, 12, 1), date(2026, 12, 31))
    assert book.read(agenda.by_day, *december) == {date(2026, 12, 3): 1}
    assert len(book.read(agenda.lines, first=december[0], last=december[1])) == 1
