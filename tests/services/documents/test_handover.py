"""The receipt for originals: those recorded as in our office, or chosen of them."""

from uuid import UUID

import pytest

from app.domain.item_records import OriginalAt
from app.errors import UserError
from app.services import checklists
from app.services.documents import handover
from app.services.orders import Order
from db.casebook import Casebook
from tests.builders import TODAY, open_case
from tests.services.documents.conftest import gathered


def hold(book: Casebook, case: UUID, item: str, **values: object) -> None:
    """Record that the original of an item is in our office."""
    for name, value in {"original_at": OriginalAt.OFFICE, **values}.items():
        row = next(each for each in book.read(checklists.lines, case, TODAY) if each.line.item.id == item)
        book.write(checklists.set_item_field, row.row_id, row.version, name, value, TODAY)


def test_it_lists_what_is_in_our_office_and_nothing_else(book: Casebook) -> None:
    case = open_case(book).id
    assert gathered(book, "handover", case).originals == ()
    hold(book, case, "K-DOC-01")
    assert [each.title.en[:8] for each in gathered(book, "handover", case).originals] == ["Passport"]


def test_an_identity_number_is_masked_unless_asked_for(book: Casebook) -> None:
    case = open_case(book).id
    hold(book, case, "K-DOC-01", number="Z0000001")
    assert gathered(book, "handover", case).originals[0].number == "•••••001"
    assert gathered(book, "handover", case, unmasked=True).originals[0].number == "Z0000001"


def test_some_can_be_chosen_by_code_or_key(book: Casebook) -> None:
    case = open_case(book).id
    hold(book, case, "K-DOC-01")
    hold(book, case, "K-DOC-09")
    held = book.read(handover.held, Order(case_id=case), TODAY)
    assert [title.en for _key, title in held][1] == "Proof of funds"
    for chosen in ("K-DOC-09", held[1][0]):
        found = gathered(book, "handover", case, originals=(chosen,)).originals
        assert [each.title.en for each in found] == ["Proof of funds"]


def test_what_is_not_held_can_not_be_receipted(book: Casebook) -> None:
    with pytest.raises(UserError, match="K-DOC-02"):
        gathered(book, "handover", open_case(book).id, originals=("K-DOC-02",))
