"""One's own passphrase, and the recovery key that opens the casebook when every passphrase is forgotten."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.errors import KasebookError, UserError
from app.i18n import N_, _
from app.services import accounts, firms
from app.ui.page import Desk
from app.ui.preferences.sections import rows
from app.ui.widgets.plain import LineEdit, PlainLabel, button

WIDEST = 720


class AccessSection(QWidget):
    """Keys are derived in a job: that takes its time on purpose."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.old = _secret("preferences.passphrase.old")
        self.new = _secret("preferences.passphrase.new")
        self.again = _secret("preferences.passphrase.again")
        self.error = PlainLabel(tone="error")
        self.error.setObjectName("preferences.passphrase.error")
        self.change = button(_("Change the passphrase"), name="preferences.passphrase.change")
        self.renew = button(_("Make a new recovery key"), icon="key-round", name="preferences.recovery.new")
        self.code = PlainLabel(tone="code")
        self.code.setObjectName("preferences.recovery.code")
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.once = PlainLabel(
            _("Write it down, away from this computer. It is shown once; the old one no longer opens."),
            "warn",
        )
        self.copy = button(_("Copy"), icon="copy", name="preferences.recovery.copy")
        self.done = button(_("I have written it down"), kind="primary", name="preferences.recovery.done")
        self.shown = self._code_box()
        self._assemble()
        self._connect()

    def _code_box(self) -> QWidget:
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.code)
        layout.addWidget(self.once)
        layout.addLayout(_row(self.done, self.copy))
        whole.hide()
        return whole

    def _assemble(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(PlainLabel(_("Passphrase"), "heading"))
        layout.addWidget(
            rows(
                (N_("Passphrase now"), self.old),
                (N_("New passphrase"), self.new),
                (N_("New passphrase again"), self.again),
            )
        )
        layout.addWidget(self.error)
        layout.addLayout(_row(self.change))
        layout.addSpacing(16)
        layout.addWidget(PlainLabel(_("Recovery key"), "heading"))
        layout.addWidget(
            PlainLabel(
                _("It opens the casebook when every passphrase is forgotten. Nobody else can."), "muted"
            )
        )
        layout.addWidget(self.shown)
        layout.addLayout(_row(self.renew))
        self.setMaximumWidth(WIDEST)
        self.error.hide()

    def _connect(self) -> None:
        self.change.clicked.connect(self._change)
        self.again.returnPressed.connect(self._change)
        self.renew.clicked.connect(self._ask)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.code.text()))
        self.done.clicked.connect(self._forget_code)

    def refresh(self) -> None:
        """Nothing of this changes elsewhere."""

    def leave(self) -> None:
        """Leave no passphrase in the fields, and no recovery key in view."""
        for edit in (self.old, self.new, self.again):
            edit.clear()
        self.error.hide()
        self._forget_code()

    def _change(self) -> None:
        self.error.hide()
        try:
            login = self._login()
            self._check_again()
        except UserError as error:
            self._refuse(error)
            return
        office, old, new = self._desk.office, self.old.text(), self.new.text()
        self.change.setEnabled(False)
        self._desk.jobs.start(
            lambda _step: office.with_casebook(accounts.change_passphrase, login, old, new),
            done=lambda _none: self._changed(),
            failed=self._refuse,
        )

    def _check_again(self) -> None:
        if self.new.text() != self.again.text():
            raise UserError(_("The two new passphrases are not the same."))

    def _login(self) -> str:
        me = self._desk.office.user[0]
        login = next((user.login for user in self._desk.office.read(firms.users) if user.id == me), "")
        if not login:
            raise UserError(
                _("The recovery key has no passphrase to change."), _("Open the casebook as yourself.")
            )
        return login

    def _changed(self) -> None:
        self.change.setEnabled(True)
        self.leave()
        self._desk.messages.tell(_("The passphrase is changed."))

    def _refuse(self, error: Exception) -> None:
        self.change.setEnabled(True)
        self.renew.setEnabled(True)
        if isinstance(error, KasebookError):
            self.error.setText(str(error))
            self.error.show()
        else:
            self._desk.messages.trouble(error)

    def _ask(self) -> None:
        self._desk.messages.ask(
            _("Make a new recovery key?"),
            _("The one you have will no longer open the casebook."),
            _("Make a new one"),
            self._renew,
        )

    def _renew(self) -> None:
        office = self._desk.office
        self.renew.setEnabled(False)
        self._desk.jobs.start(
            lambda _step: office.with_casebook(accounts.new_recovery_key),
            done=self._show_code,
            failed=self._refuse,
        )

    def _show_code(self, code: str) -> None:
        self.renew.setEnabled(True)
        self.code.setText(code)
        self.shown.show()
        self.renew.hide()

    def _forget_code(self) -> None:
        self.code.clear()
        self.shown.hide()
        self.renew.show()


def _secret(name: str) -> LineEdit:
    made = LineEdit()
    made.setObjectName(name)
    made.setEchoMode(QLineEdit.EchoMode.Password)
    return made


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for part in parts:
        row.addWidget(part)
    row.addStretch()
    return row
