"""Who opens the casebook, who did, one more, and the end of somebody's access."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.choices import UserRole
from app.errors import KasebookError, NeedsConfirmation, UserError
from app.i18n import N_, _
from app.services import accounts, firms
from app.services.firms import UserLine
from app.ui.jobs import Step
from app.ui.page import Desk
from app.ui.preferences.new_user import NewUser
from app.ui.preferences.sections import chosen, fill
from app.ui.widgets.plain import PlainLabel, button
from app.ui.widgets.question_bar import QuestionBar
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView

ADDED = N_("“{login}” opens the casebook now.")
RESET = N_("“{login}” opens the casebook with the new passphrase.")
OWNS, CONSULTS = N_("{name} owns the casebook now."), N_("{name} is a consultant now.")
OWNER, CONSULTANT = firms.ROLES
ROLES = {role.value: role.label for role in UserRole}
USER_COLUMNS: tuple[Column[UserLine], ...] = (
    Column("name", N_("Name"), lambda line: line.name, width=220),
    Column("login", N_("Login"), lambda line: line.login, width=160),
    Column("role", N_("Role"), lambda line: _(ROLES.get(line.role, line.role)), width=150),
    Column(
        "left",
        N_("State"),
        lambda line: _("Left") if line.archived else "",
        width=100,
        tone=lambda line: "plain",
    ),
)


class UsersSection(QWidget):
    """Keys are derived, and the database gets another key, in jobs."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines: list[UserLine] = []
        self._resets: UserLine | None = None
        self.model: TableModel[UserLine] = TableModel(
            USER_COLUMNS, lambda keys: chosen(self._lines, keys), lambda line: line.id, self
        )
        self.table = TableView(self.model, "preferences.users", _("Who works here"), desk.settings)
        self.table.setProperty("framed", "true")
        self.add = button(_("Add"), icon="plus", name="preferences.users.add")
        self.remove = button(_("Remove"), icon="trash-2", name="preferences.users.remove")
        self.reset = button(_("New passphrase…"), icon="key-round", name="preferences.users.reset")
        self.role = button(_("Make an owner"), icon="shield-check", name="preferences.users.role")
        self.question = QuestionBar("preferences.users.question", _("Remove"))
        self.giving_up = QuestionBar("preferences.users.giving-up", _("Give it up"))
        self.error = PlainLabel(tone="error")
        self.error.setObjectName("preferences.users.error")
        self.new = NewUser()
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        top = QHBoxLayout()
        top.addWidget(PlainLabel(_("Who works here"), "heading", wraps=False), 1)
        top.addWidget(self.role)
        top.addWidget(self.reset)
        top.addWidget(self.remove)
        top.addWidget(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(
            PlainLabel(
                _(
                    "Each has a passphrase of their own; every passphrase opens everything. "
                    "Only owners end an access, give a new passphrase and make other owners."
                ),
                "muted",
            )
        )
        for part in (self.table, self.error, self.question, self.giving_up, self.new):
            layout.addWidget(part)
        layout.addStretch()
        self.error.hide()
        self.new.hide()

    def _connect(self) -> None:
        self.table.chosen.connect(lambda _key: self._choose())
        self.add.clicked.connect(lambda: self._begin())
        self.reset.clicked.connect(lambda: self._begin(self._chosen()))
        self.remove.clicked.connect(lambda: self._remove(confirmed=False))
        self.question.answered.connect(lambda: self._remove(confirmed=True))
        self.role.clicked.connect(lambda: self._set_role(confirmed=False))
        self.giving_up.answered.connect(lambda: self._set_role(confirmed=True))
        self.new.wanted.connect(self._set)
        self.new.cancelled.connect(self._end)

    def refresh(self) -> None:
        """Show them as they are now."""
        read = self._desk.office.read
        self._lines = [*read(firms.users), *read(firms.users, archived=True)]
        fill(self.table, [line.id for line in self._lines])
        self._choose()

    def leave(self) -> None:
        """Leave no passphrase in the fields, and no question open."""
        self._end()
        self._settle()

    def _settle(self) -> None:
        """Leave no question open, and no error in view."""
        for part in (self.question, self.giving_up, self.error):
            part.hide()

    def _chosen(self) -> UserLine | None:
        return self.model.line_at(self.table.currentIndex().row())

    def _choose(self) -> None:
        line, me = self._chosen(), self._desk.office.user[0]
        self._settle()
        is_other = line is not None and not line.archived and line.id != me
        self.remove.setEnabled(is_other)
        self.reset.setEnabled(is_other)
        self.role.setEnabled(line is not None and not line.archived)
        self.role.setText(_("Make a consultant") if line and line.role == OWNER else _("Make an owner"))
        if self._resets is not None and self._resets != line:
            self._end()

    def _begin(self, known: UserLine | None = None) -> None:
        self._settle()
        self._resets = known
        self.new.begin(known)

    def _end(self) -> None:
        for field in self.new.fields.values():
            field.edit.clear()
        self.new.hide()
        self._resets = None

    def _set(self, login: str, name: str, passphrase: str) -> None:
        """Add somebody new, or give a colleague a new passphrase; keys are derived in a job."""
        office, is_reset = self._desk.office, self._resets is not None

        def work(_step: Step) -> None:
            if is_reset:
                office.with_casebook(accounts.reset_passphrase, login, passphrase)
            else:
                office.with_casebook(accounts.add_user, login, name, passphrase)

        self.new.wait(True)
        told = _(RESET if is_reset else ADDED)
        self._desk.jobs.start(
            work, done=lambda _none: self._added(told.format(login=login)), failed=self._refuse_new
        )

    def _added(self, told: str) -> None:
        self._end()
        self.refresh()
        self._desk.messages.tell(told)

    def _refuse_new(self, error: Exception) -> None:
        if isinstance(error, KasebookError):
            self.new.refuse(error)
        else:
            self.new.wait(False)
            self._desk.messages.trouble(error)

    def _set_role(self, *, confirmed: bool) -> None:
        """Make the chosen one an owner, or a consultant again; who gives up their own is asked first."""
        line, office = self._chosen(), self._desk.office
        if line is None:
            return
        self._end()
        role = CONSULTANT if line.role == OWNER else OWNER
        if role == CONSULTANT and line.id == office.user[0] and not confirmed:
            self.giving_up.ask(
                NeedsConfirmation(
                    _("Own the casebook no more?"), _("Only another owner can make you one again.")
                )
            )
            return
        try:
            office.write(firms.set_role, line.id, line.version, role)
        except UserError as error:
            self._show(error)
            return
        self.refresh()
        self._desk.messages.tell(_(OWNS if role == OWNER else CONSULTS).format(name=line.name))

    def _show(self, error: KasebookError) -> None:
        self.error.setText(str(error))
        self.error.show()

    def _remove(self, *, confirmed: bool) -> None:
        line, office = self._chosen(), self._desk.office
        if line is None:
            return
        try:
            if not confirmed:
                office.with_casebook(accounts.remove_user, line.login)
        except NeedsConfirmation as error:
            self._end()
            self.question.ask(error)
            return
        except UserError as error:
            self._show(error)
            return
        self._rekey(line.login)

    def _rekey(self, login: str) -> None:
        office = self._desk.office
        office.rest()
        self._desk.jobs.start(
            lambda _step: office.with_casebook(accounts.remove_user, login, confirmed=True),
            done=lambda _none: self._removed(login),
            failed=self._refuse,
            title=_("Giving the casebook a new key"),
        )

    def _removed(self, login: str) -> None:
        self._desk.office.wake()
        self.refresh()
        self._desk.messages.tell(_("“{login}” opens the casebook no more.").format(login=login))

    def _refuse(self, error: Any) -> None:
        self._desk.office.wake()
        if isinstance(error, KasebookError):
            self._show(error)
        else:
            self._desk.messages.trouble(error)
