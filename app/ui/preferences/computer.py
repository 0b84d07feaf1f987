"""What this user has chosen on this computer: language, look, paper, and when the casebook locks itself."""

from typing import Any

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.errors import UserError
from app.i18n import N_, _, plural
from app.ui import theme
from app.ui.page import Desk
from app.ui.preferences.sections import combo, rows
from app.ui.widgets.plain import PlainLabel

LANGUAGES = (("system", N_("As the system")), ("en", N_("English")), ("zh", N_("Chinese")))
SCHEMES = (("system", N_("As the system")), ("light", N_("Light")), ("dark", N_("Dark")))
PAPERS = (("a4", N_("A4")), ("letter", N_("Letter")))
MINUTES = (1, 2, 5, 10, 15, 30, 60, 120, 240)


class ComputerSection(QWidget):
    """Saves each choice at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        kept = desk.settings
        self.language = combo("preferences.language", LANGUAGES, kept.language)
        self.scheme = combo("preferences.scheme", SCHEMES, kept.scheme)
        self.paper = combo("preferences.paper", PAPERS, kept.paper_size)
        self.idle = combo("preferences.idle", (), "")
        for minutes in sorted({*MINUTES, kept.idle_lock_minutes}):
            self.idle.addItem(plural("{count} minute", "{count} minutes", minutes), minutes)
        self.idle.setCurrentIndex(self.idle.findData(kept.idle_lock_minutes))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(PlainLabel(_("This computer"), "heading"))
        layout.addWidget(
            rows(
                (N_("Language of the window"), self.language),
                (N_("Look"), self.scheme),
                (N_("Paper size"), self.paper),
                (N_("Lock when idle for"), self.idle),
            )
        )
        layout.addWidget(PlainLabel(_("Language and lock hold from the next start."), "muted"))
        self._connect()

    def _connect(self) -> None:
        self.language.activated.connect(lambda _at: self._keep("language", self.language.currentData()))
        self.paper.activated.connect(lambda _at: self._keep("paper_size", self.paper.currentData()))
        self.scheme.activated.connect(lambda _at: self._dress())
        self.idle.activated.connect(lambda _at: self._keep("idle_lock_minutes", self.idle.currentData()))

    def refresh(self) -> None:
        """Nothing of this changes elsewhere."""

    def leave(self) -> None:
        """Everything is kept already."""

    def _keep(self, name: str, value: Any) -> None:
        try:
            setattr(self._desk.settings, name, value)
        except UserError as error:
            self._desk.messages.trouble(error)

    def _dress(self) -> None:
        wanted = str(self.scheme.currentData())
        self._keep("scheme", wanted)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.dress(app, wanted)
