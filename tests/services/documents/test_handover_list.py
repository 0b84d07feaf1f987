"""The list of cases handed over, gathered by owner or by choice."""

from uuid import uuid4

import pytest

from app.errors import UserError
from app.services import documents
from app.services.orders import Order
from db.casebook import Casebook
from tests.builders import TODAY, open_case
from tests.services.documents.conftest import gathered
from tests.services.test_case_people import hire


def test_it_lists_all_open_cases_of_an_owner(book: Casebook) -> None:
    ben = book.write(hire).result
    first, second = open_case(book), open_case(book)
    open_case(book, owner_id=ben)
    value = gathered(book, "handover-list", owner_id=book.actor.id, successor_id=ben)
    assert [line.case_number for line in value.lines] == [first.number, second.number]
    assert (value.gives, value.takes, value.reference) == ("Ana Sample", "Ben Sample", TODAY.isoformat())


def test_chosen_cases_of_one_owner_name_the_owner(book: Casebook) -> None:
    key = open_case(book).id
    value = gathered(book, "handover-list", cases=(key,))
    assert (value.gives, value.takes, len(value.lines)) == ("Ana Sample", "", 1)


def test_without_owner_or_cases_it_asks(book: Casebook) -> None:
    with pytest.raises(UserError, match="whose cases"):
        gathered(book, "handover-list")
    with pytest.raises(UserError, match="Nobody"):
        gathered(book, "handover-list", owner_id=uuid4())


def test_it_is_about_several_cases(book: Casebook) -> None:
    with pytest.raises(UserError, match="several cases"):
        documents.checked(Order(kind="handover-list", case_id=open_case(book).id))
