"""The registry of documents: what may be ordered, and what is refused."""

import re

import pytest

from app import pdf
from app.errors import UserError
from app.pdf.documents import BUILDERS
from app.pdf.tree import readings
from app.pdf.walk import texts
from app.services import documents
from app.services.documents import KINDS
from app.services.orders import Group, Order, Subject
from db.casebook import Casebook
from tests.builders import open_case
from tests.pdf.every import EVERY
from tests.services.documents.conftest import gathered


@pytest.mark.parametrize("kind", [name for name, kind in KINDS.items() if kind.subject is Subject.CASE])
def test_every_kind_gathers_a_value_that_can_be_printed(book: Casebook, kind: str) -> None:
    found = gathered(book, kind, open_case(book).id)
    assert type(found) in BUILDERS
    assert found.reference == "KB-2026-0001"


# A label may name the client, and an account for clients' money is a term.
ABOUT_THE_CLIENT = re.compile(
    r"(?!^)\bclient\b(?! or trust)|^client.|(?!^)客户(?!账户)|^客户.", re.IGNORECASE
)
# A contract names its two sides.
CONTRACTS = {"agreement", "authority"}
SPOKEN = [name for name, kind in KINDS.items() if kind.group is Group.CLIENT and name not in CONTRACTS]


@pytest.mark.parametrize("kind", SPOKEN)
def test_what_a_client_reads_speaks_to_the_client(book: Casebook, kind: str) -> None:
    value = gathered(book, kind, open_case(book).id)
    for _field, words in texts(pdf.document(value)):
        for text, _language in readings(words, "both"):
            assert not ABOUT_THE_CLIENT.search(text), text


def test_an_unknown_document_is_refused_with_those_there_are() -> None:
    with pytest.raises(UserError) as raised:
        documents.kind("visa")
    assert "checklist" in raised.value.hint


def test_an_option_that_means_nothing_is_refused(book: Casebook) -> None:
    with pytest.raises(UserError, match="sensitive"):
        documents.checked(Order(case_id=open_case(book).id, kind="checklist", sensitive=True))


def test_a_document_of_a_case_needs_its_case() -> None:
    with pytest.raises(UserError, match="about a case"):
        documents.checked(Order(kind="summary"))


def test_every_kind_has_a_sample_that_the_tests_of_paper_look_at() -> None:
    assert set(EVERY) == set(KINDS)
