"""The form of a rule of the firm about a row of a table: which row, what it says now, and why."""

from contextlib import suppress
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain import places, typed_rows
from app.domain.basis import Basis
from app.domain.fields import Field, Kind
from app.domain.firm_tables import AnyRow
from app.domain.rule_actions import Action
from app.domain.table_kinds import TableKind
from app.errors import KasebookError, UserError
from app.i18n import N_, Bilingual, _, language
from app.services import firm_tables
from app.services.firm_tables import NewRow
from app.settings import today
from app.ui.page import Desk
from app.ui.rules import choices_of_rule
from app.ui.rules.choices_of_rule import LABEL_WIDTH
from app.ui.rules.override_model import FIELDS, BasisChoice
from app.ui.whole_form import WholeForm
from app.ui.widgets.editor import Combo
from app.ui.widgets.finding import NamedEditor
from app.ui.widgets.plain import PlainLabel, set_state

_WHY = tuple(
    field for field in FIELDS if field.name in ("reason", "source", "effective_from", "effective_to")
)
_BASIS = Field("basis", N_("Basis"), Kind.CHOICE, choices=BasisChoice)


class RowForm(QWidget):
    """``wanted`` tells the rule as it was typed; the owner answers with ``refuse`` or ``recorded``."""

    wanted = Signal(object)  # a NewRow

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._kind = TableKind.DEADLINES
        self._row: AnyRow | None = None
        self._forms: dict[TableKind, WholeForm] = {}
        self.action = Combo("rules.row.action")
        self.entry = NamedEditor((), str)
        self.hint = PlainLabel(tone="muted")
        for action in Action:
            self.action.addItem(_(action.label), action.value)
        self._column = QVBoxLayout(self)
        self._assemble()
        self.action.activated.connect(lambda _at: self._show_rows())
        self.entry.left.connect(self._take_entry)

    def _assemble(self) -> None:
        self.entry.widget.setObjectName("rules.row.entry")
        choices = ((_("Row of the table"), self.entry.widget), (_("What it does"), self.action))
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addLayout(choices_of_rule.head(choices))
        self._column.addWidget(self.hint)

    @property
    def whole(self) -> WholeForm:
        """The fields of the table in view, made when it is first looked at."""
        if self._kind not in self._forms:
            fields = (*_WHY, *typed_rows.FIELDS[self._kind], _BASIS)
            prefix = f"rules.row.{self._kind.value}"
            made = WholeForm(self._desk, fields, prefix=prefix, label=_("Record the rule"))
            made.wanted.connect(self._ask)
            for row in made.form.rows.values():
                row.label.setFixedWidth(LABEL_WIDTH)
                row.label.setWordWrap(True)
            self._forms[self._kind] = made
            self._column.addWidget(made)
        return self._forms[self._kind]

    def begin(self, kind: TableKind, entry: str = "") -> None:
        """Show the form of a table, for a row if one is given."""
        self._kind = kind
        self.action.setCurrentIndex(0)
        self._offer()
        self.entry.show_raw(entry)
        self.whole.leave()
        self.whole.form.clear()
        for each, form in self._forms.items():
            form.setVisible(each is kind)
        self._take_entry()
        (self.whole.form.rows["reason"].editor if entry else self.entry).widget.setFocus()

    def _offer(self) -> None:
        """Offer the rows there are; of countries, all."""
        if self._kind is TableKind.AUTHENTICATION:
            named = [f"{each.code} {each.name.text(language())}" for each in places.countries(language())]
        else:
            found = self._desk.office.read(firm_tables.standing, self._kind, today())
            named = [f"{row.id} {_titled(row)}" for row in found]
        self.entry.combo.clear()
        self.entry.combo.addItems(["", *dict.fromkeys(named)])

    def _code(self) -> str:
        """Return the code of the row: the first word of what was typed or chosen, or the country named."""
        code = next(iter(self.entry.raw().split()), "")
        if self._kind is TableKind.AUTHENTICATION and not places.is_country(code):
            with suppress(UserError):
                return places.find_country(self.entry.raw())
        return code

    def _take_entry(self) -> None:
        """Start from the row as it stands today."""
        set_state(self.entry.widget, "state", "")
        code = self._code()
        found = self._desk.office.read(firm_tables.standing, self._kind, today())
        self._row = next((row for row in found if row.id.casefold() == code.casefold()), None)
        self._row = self._row or firm_tables.base(self._kind, code, today())
        new = _("A new entry.") if code else ""
        self.hint.setText(new or _("Choose an entry, or type a code of your own for a new one."))
        self.hint.setVisible(self._row is None)
        typed = self.whole.form.raw()
        said = {name: typed[name] for name in ("reason", "source")}  # typed before another row was chosen
        begun = {"effective_from": today(), "basis": BasisChoice.PRACTICE}
        key = f"row:{self._kind.value}.{code.casefold()}"
        self.whole.begin(key, typed_rows.start(self._kind, self._row) | begun | said)
        self._show_rows()

    def _show_rows(self) -> None:
        is_wording = self._action() is Action.ITEM
        for field in (*typed_rows.FIELDS[self._kind], _BASIS):
            row = self.whole.form.rows[field.name]
            row.setVisible(is_wording)
            row.label.setVisible(is_wording)

    def _action(self) -> Action:
        return Action(str(self.action.currentData()))

    def _ask(self, typed: dict[str, Any]) -> None:
        is_wording = self._action() is Action.ITEM
        try:
            changed = typed_rows.changes(self._kind, typed, self._row) if is_wording else {}
        except UserError as error:
            self.refuse(error)
            return
        self.wanted.emit(
            NewRow(
                table=self._kind,
                entry=self._code(),
                action=self._action(),
                reason=typed["reason"] or "",
                source=typed["source"] or "",
                effective_from=typed["effective_from"],
                effective_to=typed["effective_to"],
                basis=Basis(str(typed["basis"])) if is_wording and typed["basis"] else None,
                changes=changed,
            )
        )

    def refuse(self, error: KasebookError) -> None:
        """Show why the rule can't be recorded, at what it is about."""
        name = getattr(error, "field", "")
        if name == "entry":
            choices_of_rule.refuse(self.entry, self.hint, error)
            return
        self.whole.refuse(UserError(error.message, error.hint, field=typed_rows.field_of(self._kind, name)))

    def recorded(self) -> None:
        """Forget what was typed."""
        self.whole.recorded()

    def leave(self) -> None:
        """Keep what was typed."""
        if self._forms:
            self.whole.leave()


def _titled(row: AnyRow) -> str:
    title = getattr(row, "title", None)
    return title.text(language()) if isinstance(title, Bilingual) else ""
