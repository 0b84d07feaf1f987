"""All keys of the program by page, as the actions themselves have them; to be read and printed."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.i18n import N_, _
from app.ui import actions
from app.ui.actions import Action
from app.ui.page import Desk, Page
from app.ui.preview import paper
from app.ui.widgets.plain import PlainLabel, button
from app.ui.widgets.section_model import Section, SectionModel
from app.ui.widgets.section_view import SectionView
from app.ui.widgets.table_model import Column

KEY_WIDTH = 220


@dataclass(frozen=True, slots=True)
class Shortcut:
    """One key and what it does, of a part of the window."""

    part: str
    keys: str
    text: str


Parts = Sequence[tuple[str, Sequence[Action]]]  # parts of the window by their titles, with their actions
COLUMNS: tuple[Column[Shortcut], ...] = (
    Column("text", N_("What it does"), lambda each: each.text, width=420),
    Column("keys", N_("Keys"), lambda each: each.keys, width=KEY_WIDTH),
)


def listed(parts: Parts) -> list[tuple[str, list[Shortcut]]]:
    """Return the keys of each part that has any."""
    found = [(title, [Shortcut(title, *each) for each in actions.shortcuts(held)]) for title, held in parts]
    return [(title, keys) for title, keys in found if keys]


def plain(parts: Parts) -> str:
    """Return the list as lines of text."""
    lines = [_("Keyboard shortcuts")]
    for title, keys in listed(parts):
        lines += ["", title, *(f"    {each.keys:<18} {each.text}" for each in keys)]
    return "\n".join(lines)


class ShortcutsView(SectionView):
    """Sections with rows of one line."""

    row_height = 30


class ShortcutsPage(Page):
    """``show_what`` takes the parts of the window with their actions."""

    name = "shortcuts"
    title = N_("Keyboard shortcuts")
    icon = "info"
    under = "preferences"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._parts: Parts = ()
        self.model: SectionModel[Shortcut] = SectionModel(COLUMNS, lambda each: (each.part, each.text), self)
        self.table = ShortcutsView(self.model, "shortcuts.table", _("Keyboard shortcuts"))
        self.print_button = button(_("Print…"), icon="printer", name="shortcuts.print")
        head = QHBoxLayout()
        head.setContentsMargins(16, 14, 16, 10)
        head.addWidget(PlainLabel(_("Keyboard shortcuts"), "title", wraps=False), 1)
        head.addWidget(self.print_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        self.print_button.clicked.connect(self.print)

    def show_what(self, what: object) -> None:
        """Show the keys of these parts."""
        if isinstance(what, tuple):
            self._parts = what
            self.model.show_sections([(Section(title), keys) for title, keys in listed(self._parts)])

    def shown(self) -> None:
        """Put the focus into the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def actions_here(self) -> tuple[Action, ...]:
        """Return what can be done here."""
        return (Action("shortcuts.print", N_("Print…"), self.print, "Ctrl+P", "printer"),)

    def print(self) -> None:
        """Print the list."""
        self.desk.messages.choose_printer(paper.printer(self.desk.settings.paper_size), self._print_on)

    def _print_on(self, printer: QPrinter) -> None:
        document = QTextDocument()
        document.setPlainText(plain(self._parts))
        document.print_(printer)
        self.desk.messages.tell(_("Sent to the printer."))
