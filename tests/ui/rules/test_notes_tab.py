"""Notes on the rules in the window: by topic, each with its source; what is told wrongly has its answer."""

from app.domain.knowledge import Topic
from app.services import tables
from app.ui.rules.page import RulesPage


def test_every_note_shows_with_its_source_and_a_wrong_tale_with_its_answer(page: RulesPage) -> None:
    page.show_what("notes")
    tab = page.notes
    assert len(tab.model.rows()) == len(tables.notes())
    wrong = next(note for note in tables.notes() if note.topic is Topic.MISINFORMATION)
    assert wrong.answer
    tab.table.choose(wrong.id)
    assert tab.panel.answer.text() == wrong.answer.en
    assert wrong.sources[0].locator in tab.panel.rests_on.text()
    assert tab.panel.rests_on.text().endswith("Read on 23 Nov 2026.")
