"""Notes on the rules: what is worth knowing beside the items, and what is told wrongly and how to answer."""

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget

from app.domain.knowledge import Note, Topic
from app.i18n import N_, _, language, plural
from app.services import item_texts, tables
from app.ui import words
from app.ui.case.line_panel import BASES
from app.ui.page import Desk
from app.ui.tabs import ListTab
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.fitting import Fitting
from app.ui.widgets.list_and_panel import ListAndPanel
from app.ui.widgets.plain import PlainLabel
from app.ui.widgets.scrolled import scrolled
from app.ui.widgets.section_model import RichColumn, Section, SectionModel
from app.ui.widgets.section_view import SectionView
from app.ui.widgets.table_model import Column


def sections(notes: Sequence[Note]) -> list[tuple[Section, list[Note]]]:
    """Return the notes by topic."""
    return [(Section(_(topic.label)), [note for note in notes if note.topic is topic]) for topic in Topic]


def _second(note: Note) -> str:
    return note.answer.text(language()) if note.answer else note.id


COLUMNS: tuple[Column[Note], ...] = (
    RichColumn(
        "note",
        N_("What is known"),
        lambda note: note.text.text(language()),
        second=_second,
        second_tone=lambda note: "muted",
        accessible=lambda note: f"{note.text.text(language())} {_second(note)}",
    ),
    RichColumn(
        "basis",
        N_("Basis"),
        lambda note: words.basis(note.basis),
        width=140,
        second=lambda note: words.day(note.checked_on),
        second_tone=lambda note: "muted",
    ),
)


class NotesTab(ListTab):
    """To read; nothing is changed here."""

    table: SectionView

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.model: SectionModel[Note] = SectionModel(COLUMNS, lambda note: note.id, self)
        self.table = SectionView(self.model, "rules.notes", _("Notes on the rules"), desk.settings)
        self.panel = NotePanel()
        Fitting(self.table, ("basis",))
        nothing = EmptyState("info", _("No notes"))
        self.count = PlainLabel(tone="muted", wraps=False)
        self.halves = ListAndPanel(
            "rules.notes.splitter", [self.count, None], self.table, nothing, self.panel
        )
        self.fill()
        self.table.chosen.connect(lambda key: self.panel.show_note(self.model.row(key)))

    def refresh(self) -> None:
        """Show the notes; the chosen one stays chosen."""
        found = tables.notes()
        self.model.show_sections(sections(found))
        self.count.setText(plural("{count} note", "{count} notes", len(found)))
        self.halves.show_list(bool(found))


class NotePanel(QStackedWidget):
    """One note in full, with what it rests on."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "true")
        self.setMinimumWidth(340)
        self.code = PlainLabel(tone="muted")
        self.text = PlainLabel(tone="heading")
        self.answer = PlainLabel()
        self.answer.setObjectName("rules.notes.answer")
        self.rests_on = PlainLabel(tone="muted")
        self.rests_on.setObjectName("rules.notes.source")
        self.addWidget(EmptyState("info", _("No note chosen")))
        self.addWidget(scrolled(self.code, self.text, self.answer, self.rests_on))

    def show_note(self, note: Note | None) -> None:
        """Show a note; None for none."""
        self.setCurrentIndex(0 if note is None else 1)
        if note is None:
            return
        self.code.setText(f"{note.id} · {note.category} · {_(note.topic.label)}")
        self.text.setText(note.text.text(language()))
        self.answer.setText(note.answer.text(language()) if note.answer else "")
        self.answer.setVisible(note.answer is not None)
        cited = [item_texts.cited(each.source, each.locator) for each in note.sources]
        read_on = _("Read on {day}.").format(day=words.day(note.checked_on))
        self.rests_on.setText("\n".join([_(BASES[note.basis]), *cited, read_on]))
