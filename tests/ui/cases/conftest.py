"""A few fictional cases, and their page."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from app.domain.cases import Stage
from app.domain.choices import NameKind
from app.domain.people import Name
from app.services import cases
from app.ui.cases.page import CasesPage
from app.ui.page import Desk
from db.casebook import Casebook
from tests.builders import TODAY, a_passport, add_person, open_case

PEOPLE = {
    "ananya": ("SAMPLE", "Ananya", "नमूना", "अनन्या", "new-delhi"),
    "wei": ("MUSTER", "Wei", "样", "伟", "singapore"),
    "zoe": ("ZIEGLER-TEST", "Zoë", "", "", "london"),
}


@pytest.fixture
def people_keys(book: Casebook, monkeypatch: pytest.MonkeyPatch) -> dict[str, UUID]:
    """Add three persons; return their keys by their first names."""
    monkeypatch.setenv("KASEBOOK_TODAY", TODAY.isoformat())
    return {name: _person(book, at, *parts) for at, (name, parts) in enumerate(PEOPLE.items())}


def _person(book: Casebook, at: int, family: str, given: str, own: str, own_given: str, _post: str) -> UUID:
    names = [Name(kind=NameKind.PASSPORT, family=family, given=given)]
    if own:
        names.append(Name(kind=NameKind.NATIVE, family=own, given=own_given))
    return add_person(book, names=tuple(names), passports=(a_passport(number=f"Z000000{at}"),))


@pytest.fixture
def case_keys(book: Casebook, people_keys: dict[str, UUID]) -> dict[str, UUID]:
    """Open a case for each, at their posts; the first one is screened."""
    found = {name: open_case(book, key, post=PEOPLE[name][4]).id for name, key in people_keys.items()}
    book.write(cases.move, found["ananya"], 1, Stage.SCREENED, TODAY)
    return found


@pytest.fixture
def page(desk: Desk, people_keys: dict[str, UUID], qtbot: QtBot) -> Iterator[CasesPage]:
    page = CasesPage(desk)
    qtbot.addWidget(page)
    desk.office.changed.connect(page.take)
    page.resize(1100, 760)
    page.show()
    page.activateWindow()
    page.come()
    yield page
    desk.office.changed.disconnect(page.take)
