"""Somebody new who shall open the casebook, or a colleague who forgot: a passphrase typed twice."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.errors import KasebookError, UserError
from app.i18n import _
from app.services import accounts
from app.services.firms import UserLine
from app.ui.preferences.sections import FIELD_WIDTH
from app.ui.widgets.line_field import LineField
from app.ui.widgets.plain import PlainLabel, button

PREFIX = "preferences.users.new"


class NewUser(QWidget):
    """Asks by signal for a user to be added; the passphrase's strength is told while it is typed."""

    wanted = Signal(str, str, str)  # login, name, passphrase
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fields = {
            "name": LineField(f"{PREFIX}.name", _("Name"), secret=False, hint=""),
            "login": LineField(
                f"{PREFIX}.login", _("Login"), secret=False, hint=_("A short name, to unlock with")
            ),
            "passphrase": LineField(
                f"{PREFIX}.passphrase", _("Passphrase"), secret=True, hint=_("Four or five words are good")
            ),
            "again": LineField(f"{PREFIX}.again", _("Passphrase again"), secret=True, hint=""),
        }
        self.about = PlainLabel()
        self.about.setObjectName(f"{PREFIX}.about")
        self.strength = PlainLabel(tone="muted")
        self.strength.setObjectName(f"{PREFIX}.strength")
        self.error = PlainLabel(tone="error")
        self.error.setObjectName(f"{PREFIX}.error")
        self.working = QProgressBar()
        self.working.setRange(0, 0)
        self.working.setObjectName(f"{PREFIX}.working")
        self.working.setAccessibleName(_("Working"))
        self.add = button(_("Add"), kind="primary", name=f"{PREFIX}.add")
        self.cancel = button(_("Cancel"), name=f"{PREFIX}.cancel")
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.about)
        for name, field in self.fields.items():
            field.setFixedWidth(FIELD_WIDTH)
            layout.addWidget(field)
            if name == "passphrase":
                layout.addWidget(self.strength)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addWidget(self.cancel)
        row.addStretch()
        layout.addWidget(self.error)
        layout.addWidget(self.working)
        layout.addLayout(row)
        self.working.setFixedWidth(FIELD_WIDTH)

    def _connect(self) -> None:
        self.fields["passphrase"].edit.textChanged.connect(self._judge)
        self.fields["again"].entered.connect(self._ask)
        self.add.clicked.connect(self._ask)
        self.cancel.clicked.connect(self.cancelled)

    def begin(self, known: UserLine | None = None) -> None:
        """Show the empty form for somebody new, or for a new passphrase of the one who is ``known``."""
        for field in self.fields.values():
            field.edit.clear()
        for name in ("name", "login"):
            self.fields[name].edit.setText(getattr(known, name) if known else "")
            self.fields[name].setHidden(known is not None)
        self.about.setHidden(known is None)
        self.about.setText(_("New passphrase for {name}").format(name=known.name) if known else "")
        self.add.setText(_("Set the passphrase") if known else _("Add"))
        self._forgive()
        self.strength.hide()
        self.wait(False)
        self.show()
        self.fields["passphrase" if known else "name"].edit.setFocus()

    def wait(self, is_waiting: bool) -> None:
        """Show that the keys are being derived; nothing can be pressed meanwhile."""
        self.working.setVisible(is_waiting)
        for part in (*self.fields.values(), self.add, self.cancel):
            part.setEnabled(not is_waiting)

    def refuse(self, error: KasebookError) -> None:
        """Show why nobody was added, under the field it is about."""
        self.wait(False)
        field = self.fields.get(getattr(error, "field", ""))
        if field is not None:
            field.refuse(str(error))
            field.edit.setFocus()
        else:
            self.error.setText(str(error))
            self.error.show()

    def _forgive(self) -> None:
        self.error.hide()
        for field in self.fields.values():
            field.refuse("")

    def _judge(self, passphrase: str) -> None:
        self.strength.setVisible(bool(passphrase))
        self.fields["passphrase"].refuse("")
        try:
            accounts.refuse_weak(passphrase, self.fields["name"].text(), self.fields["login"].text())
            self.strength.setText(_("Not guessed at once. Longer is better."))
        except UserError as error:
            self.strength.setText(str(error))

    def _ask(self) -> None:
        self._forgive()
        try:
            self.wanted.emit(*self._typed())
        except UserError as error:
            self.refuse(error)

    def _typed(self) -> tuple[str, str, str]:
        for name, field in self.fields.items():
            if not field.text().strip():
                raise UserError(_("This is needed."), field=name)
        login, name, passphrase = (self.fields[key].text() for key in ("login", "name", "passphrase"))
        accounts.refuse_weak(passphrase, name, login)
        if passphrase != self.fields["again"].text():
            raise UserError(_("The passphrases differ."), field="again")
        return login.strip(), name.strip(), passphrase
