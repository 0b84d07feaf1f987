"""The groups of the first page that are about cases."""

from app.domain.today import Group
from app.services import today_queries
from app.services.today_queries import CASE, Asked, Key
from db.casebook import Casebook
from tests.builders import TODAY, open_case


def test_a_casebook_has_cases_once_one_is_opened(book: Casebook) -> None:
    assert not book.read(today_queries.has_cases)
    case = open_case(book).id
    assert book.read(today_queries.has_cases)
    assert book.read(today_queries.keys, Group.UNSCHEDULED, Asked(TODAY)) == [Key(CASE, case)]
