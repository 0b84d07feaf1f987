"""Users are found by what is typed; who left keeps the name."""

from app.ui import people_found
from app.ui.office import Office
from db.casebook import Casebook
from tests.services.test_case_people import hire


def test_who_works_here_is_found_by_a_part_of_the_name(office: Office) -> None:
    assert people_found.users(office, " SAM ") == [(office.user[0], "Ana Sample")]
    assert people_found.users(office, "nobody") == []


def test_who_left_is_named_and_not_offered(book: Casebook, office: Office) -> None:
    gone = book.write(hire, "gone", True).result
    assert people_found.user_name(office, gone) == "Gone Sample"
    assert people_found.users(office, "gone") == []
    assert people_found.user_name(office, None) == ""
