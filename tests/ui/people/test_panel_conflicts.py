"""One record in two windows: a conflict stands until it is decided, and drafts stay where they were typed."""

from collections.abc import Callable
from uuid import UUID

from app.services import drafts, history, people
from app.ui.office import Office
from app.ui.people.panel import PersonPanel
from db.casebook import Casebook
from tests.builders import TODAY
from tests.ui.people.test_panel import identity, line, panel, person, type_over

__all__ = ["panel"]  # a fixture


def test_a_conflict_says_who_changed_what_and_stands_until_it_is_decided(
    panel: PersonPanel, office: Office, keys: dict[str, UUID], second_window: Callable[[], Casebook]
) -> None:
    form, theirs = identity(panel), person(office, keys)
    second_window().write(people.set_field, keys["ananya"], theirs.version, "occupation", "Dentist", TODAY)
    now = office.read(history.entries, limit=1)[0].at.astimezone()
    type_over(form, "occupation", "Teacher")
    row = form.rows["occupation"]
    said = f"Ana Sample changed this at {now:%H:%M}. Theirs: Dentist"
    assert row.below.text() == said
    office.look()
    assert row.below.text() == said
    assert line(form, "occupation").text() == "Teacher"


def test_what_another_window_keeps_unsaved_does_not_come_into_this_one(
    panel: PersonPanel, office: Office, keys: dict[str, UUID], second_window: Callable[[], Casebook]
) -> None:
    form, other = identity(panel), second_window()
    other.keep(drafts.keep, other.actor.id, f"person:{keys['ananya']}.occupation", "Teacher")
    version = person(office, keys).version
    other.write(people.set_field, keys["ananya"], version, "birth_city", "Galle", TODAY)
    office.look()
    assert line(form, "birth_city").text() == "Galle"
    assert line(form, "occupation").text() == ""
