"""A list as it was seen, its identity numbers masked unless they were wanted in full."""

from dataclasses import replace

import pytest

from app.domain.filing.list_sheet import Listed
from app.errors import UserError
from app.i18n import Bilingual
from app.services import printing
from app.services.documents import list_sheet
from app.services.orders import Order
from db.casebook import Casebook
from tests.builders import add_person
from tests.services.documents.conftest import gathered

LISTED = Listed(
    title=Bilingual("Persons", "人员"),
    heads=(Bilingual("Name", "姓名"), Bilingual("Passport", "护照")),
    shares=(2.0, 1.0),
    rows=(("SAMPLE, Ananya", "Z0000001"), ("MUSTER, Wei", "")),
    identity=frozenset({1}),
)


def test_numbers_are_masked_unless_wanted_in_full(book: Casebook) -> None:
    assert gathered(book, "list", listed=LISTED).listed.rows[0] == ("SAMPLE, Ananya", "•••••001")
    assert gathered(book, "list", listed=LISTED, unmasked=True).listed.rows == LISTED.rows


def test_a_print_of_it_is_no_change_of_the_casebook(book: Casebook) -> None:
    add_person(book)
    before = gathered(book, "list", listed=LISTED).data_as_of
    book.write(printing.record, Order(kind="list", listed=LISTED), "00")
    assert gathered(book, "list", listed=LISTED).data_as_of == before


def test_without_a_list_and_with_too_many_columns_it_is_refused(book: Casebook) -> None:
    with pytest.raises(UserError, match="Open the list"):
        gathered(book, "list")
    wide = replace(LISTED, heads=LISTED.heads * 7)
    with pytest.raises(UserError, match="don't fit"):
        gathered(book, "list", listed=wide)


def test_a_long_list_is_cut_short_and_says_so(book: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_sheet, "MOST_ROWS", 1)
    value = gathered(book, "list", listed=LISTED)
    assert (len(value.listed.rows), value.found) == (1, 2)
