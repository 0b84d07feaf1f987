"""A page of persons over a real casebook with a few of them."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from app.domain.choices import NameKind
from app.domain.people import Name
from app.services import people
from app.ui.office import Office
from app.ui.page import Desk
from app.ui.people.page import PeoplePage
from tests.builders import TODAY, a_passport, a_person

NAMES = {
    "ananya": ("SAMPLE", "Ananya", "नमूना", "अनन्या"),
    "wei": ("MUSTER", "Wei", "样", "伟"),
    "zoe": ("ZIEGLER-TEST", "Zoë", "", ""),
}


@pytest.fixture
def keys(office: Office, monkeypatch: pytest.MonkeyPatch) -> dict[str, UUID]:
    """Add three persons; return their keys by their first names."""
    monkeypatch.setenv("KASEBOOK_TODAY", TODAY.isoformat())
    return {name: _add(office, at, *parts) for at, (name, parts) in enumerate(NAMES.items())}


def _add(office: Office, at: int, family: str, given: str, own_family: str, own_given: str) -> UUID:
    names = [Name(kind=NameKind.PASSPORT, family=family, given=given)]
    if own_family:
        names.append(Name(kind=NameKind.NATIVE, family=own_family, given=own_given))
    passport = a_passport(number=f"Z000000{at}")
    return office.write(people.add, a_person(names=tuple(names), passports=(passport,)), TODAY)


@pytest.fixture
def page(keys: dict[str, UUID], desk: Desk, qtbot: QtBot) -> Iterator[PeoplePage]:
    page = PeoplePage(desk)
    qtbot.addWidget(page)
    desk.office.changed.connect(page.take)
    page.resize(1100, 800)
    page.show()
    page.activateWindow()
    page.come()
    yield page
    desk.office.changed.disconnect(page.take)
