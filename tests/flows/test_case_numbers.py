"""Two windows on one casebook: case numbers without gaps or repeats, whoever opens the next case."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from app import bootstrap
from app.services import case_list, people
from app.settings import Settings
from app.ui.cases.page import CasesPage
from app.ui.main_window import MainWindow
from app.ui.office import Office
from app.ui.pages import furnish
from tests.builders import TODAY, a_person
from tests.picture import page_of
from tests.ui.casebooks import again, opened
from tests.ui.doubles import SameThread


@pytest.fixture
def person(tmp_path: Path) -> UUID:
    book = opened(tmp_path / "Firm.kasebook")
    key = book.write(people.add, a_person(), TODAY).result
    book.close()
    assert isinstance(key, UUID)
    return key


@pytest.fixture
def windows(
    tmp_path: Path, person: UUID, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[list[tuple[MainWindow, Office]]]:
    """Yield two windows, each with the casebook open for itself."""
    monkeypatch.setenv("KASEBOOK_TODAY", TODAY.isoformat())
    made = []
    for at in range(2):
        profile = tmp_path / f"profile {at}"
        profile.mkdir()
        window = MainWindow(Settings(profile), SameThread())
        qtbot.addWidget(window)
        made.append((window, furnish(window, again(tmp_path / "Firm.kasebook"), bootstrap.load)))
        window.show()
        window.go("cases")
    yield made
    for window, office in made:
        window.jobs.close()
        office.close()


def open_case(window: MainWindow, person: UUID) -> None:
    window.go("cases", person)
    page = page_of(window, CasesPage)
    page.panel.post.show_raw("Hanoi")
    page.panel.post.left.emit()
    page.panel.open.click()


def numbers(office: Office) -> list[str]:
    return sorted(line.number for line in office.read(case_list.lines, office.read(case_list.ids)))


def test_two_windows_take_turns_at_the_numbers(
    windows: list[tuple[MainWindow, Office]], person: UUID
) -> None:
    (first, office), (second, other) = windows
    for window in (first, second, second, first, second):
        open_case(window, person)
    expected = [f"KB-2026-{number:04}" for number in range(1, 6)]
    assert numbers(office) == numbers(other) == expected


def test_a_number_taken_back_by_undo_is_given_to_nobody_else(
    windows: list[tuple[MainWindow, Office]], person: UUID
) -> None:
    (first, office), (second, other) = windows
    open_case(first, person)
    office.undo()
    open_case(second, person)
    assert numbers(other)[-1] == "KB-2026-0002"


def test_each_window_shows_the_cases_of_the_other(
    windows: list[tuple[MainWindow, Office]], person: UUID, qtbot: QtBot
) -> None:
    (first, office), (second, _other) = windows
    open_case(second, person)
    office.look()
    qtbot.waitUntil(lambda: page_of(first, CasesPage).model.rowCount() == 1)
