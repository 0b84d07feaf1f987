"""Create a casebook: the firm, the first user, where it lies, the passphrase."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal

from app.i18n import _
from app.ui.start.card import Card, require
from app.ui.widgets.plain import ElidedLabel, button, links

SUFFIX = ".kasebook"
NEEDED = ("firm", "name", "login", "passphrase", "again")


class Create(Card):
    """Asks by signal for a casebook to be made."""

    wanted = Signal(object)  # the fields by name, and "path"
    choose_place = Signal(str)  # the folder proposed so far
    back = Signal()

    def __init__(self) -> None:
        super().__init__(
            "create",
            _("Create a casebook"),
            _("Everything in it is encrypted. Only the passphrase or the recovery key opens it."),
        )
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.add_field("firm", _("Name of the firm"))
        self.add_field("name", _("Your name"))
        self.add_field("login", _("Your login"), hint=_("A short name, to unlock with"))
        self.add_field("passphrase", _("Passphrase"), secret=True, hint=_("Four or five words are good"))
        self.add_field("again", _("Passphrase again"), secret=True)
        self.place = ElidedLabel(tone="muted")
        self.place.setObjectName("create.place")
        self.choose = button(
            _("Choose another folder…"), kind="link", icon="folder-open", name="create.choose"
        )
        self.button = button(_("Create"), kind="primary", name="create.create")
        self.cancel = button(_("Back"), name="create.back")
        self.inside.addWidget(self.place)
        self.inside.addWidget(links(self.choose))
        self.add_end(self.cancel, self.button)
        self.fields["firm"].edit.textChanged.connect(lambda _text: self._show_place())
        self.fields["again"].entered.connect(self._ask)
        self.button.clicked.connect(self._ask)
        self.cancel.clicked.connect(self.back)
        self.choose.clicked.connect(lambda: self.choose_place.emit(self._folder))
        self._show_place()

    def show_folder(self, folder: Path) -> None:
        """Put the casebook into ``folder``."""
        self._folder = str(folder)
        self._show_place()

    def path(self) -> Path:
        """Return where the casebook will lie."""
        return Path(self._folder) / f"{file_name(self.fields['firm'].text()) or 'Kasebook'}{SUFFIX}"

    def _show_place(self) -> None:
        self.place.show_text(_("It will lie in {path}").format(path=self.path()))

    def _ask(self) -> None:
        self.forgive()
        if not require(self, NEEDED):
            return
        typed = {name: self.fields[name].text() for name in NEEDED}
        if typed.pop("again") != typed["passphrase"]:
            self.fields["again"].refuse(_("The passphrases differ."))
            return
        plain = {name: text if name == "passphrase" else text.strip() for name, text in typed.items()}
        self.wanted.emit({**plain, "path": self.path()})


def file_name(text: str) -> str:
    """Return a firm's name as the name of a folder on every system: letters, digits, spaces, hyphens."""
    kept = "".join(letter if letter.isalnum() or letter in " -_" else " " for letter in text)
    return " ".join(kept.split())[:60].strip()
