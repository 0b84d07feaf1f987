"""Who may be the same person, in the window: told apart, told together again, merged and undone."""

from uuid import UUID

import pytest

from app.services import duplicates, people
from app.ui.office import Office
from app.ui.people.duplicates import Duplicates
from app.ui.people.page import PeoplePage
from app.ui.people.sections import NAMES
from tests.builders import TODAY, a_person


@pytest.fixture
def twin(page: PeoplePage, keys: dict[str, UUID], office: Office) -> UUID:
    """Ananya once more, with another occupation."""
    office.write(people.set_field, keys["ananya"], 1, "occupation", "Chemist & <b>poet</b>", TODAY)
    return office.write(people.add, a_person(passports=(), occupation="Engineer"), TODAY)


@pytest.fixture
def panel(page: PeoplePage, keys: dict[str, UUID], twin: UUID) -> Duplicates:
    page.show_what(keys["ananya"])
    page.panel.sections.setCurrentRow(NAMES.index("duplicates"))
    found = page.panel.part("duplicates")
    assert isinstance(found, Duplicates)
    return found


def test_different_people_are_hinted_no_more_until_asked(panel: Duplicates, twin: UUID) -> None:
    assert panel.table.current_key() == twin
    panel.apart.click()
    assert panel.model.rowCount() == 0
    assert not panel.nobody.isHidden()
    panel._hint_again(twin)
    assert panel.model.rowCount() == 1


def test_a_merge_is_seen_chosen_and_done_as_one_step(
    panel: Duplicates, twin: UUID, keys: dict[str, UUID], office: Office
) -> None:
    panel.merge.click()
    preview = panel.preview
    assert not preview.isHidden()
    group = preview.groups["occupation"]
    assert [each.text() for each in group.buttons()] == ["Chemist && <b>poet</b>", "Engineer"]
    group.buttons()[1].setChecked(True)
    preview.go.click()
    assert preview.isHidden()
    assert office.read(people.person, keys["ananya"]).occupation == "Engineer"
    assert office.read(duplicates.merged_into, twin) == keys["ananya"]
    office.undo()
    assert office.read(duplicates.merged_into, twin) is None
    assert office.read(people.person, keys["ananya"]).occupation == "Chemist & <b>poet</b>"


def test_the_other_record_may_be_the_one_kept(panel: Duplicates, twin: UUID) -> None:
    panel.merge.click()
    panel.preview.swap.click()
    assert panel.preview._pair is not None
    assert panel.preview._pair[0] == twin


def test_why_a_merge_can_not_be_stands_there_before_it_is_tried(
    panel: Duplicates, twin: UUID, office: Office
) -> None:
    office.write(people.archive, twin, 1)
    panel.merge.click()
    assert not panel.preview.error.isHidden()
    assert not panel.preview.go.isEnabled()
