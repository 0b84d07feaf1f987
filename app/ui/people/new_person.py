"""Record a new person: the few things one has at first, and whether they are in the casebook already."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain import fields
from app.domain.choices import NameKind, NationalityKind, PassportState, Sex
from app.domain.dates import PartialDate
from app.domain.fields import Kind, field
from app.domain.people import Name, Nationality, Passport, Person
from app.domain.scripts import main_script
from app.errors import KasebookError, UserError
from app.i18n import N_, _
from app.services import people
from app.settings import today
from app.ui.page import Desk
from app.ui.people.same_persons import SamePersons
from app.ui.widgets.editor import shown
from app.ui.widgets.form import Form
from app.ui.widgets.plain import PlainLabel, button
from app.ui.widgets.scrolled import scrolled

HINT_MS = 300
HINTS = {
    "family": N_("As the passport has it"),
    "given": N_("As the passport has it"),
    "native_family": N_("In their own script"),
    "native_given": N_("In their own script"),
}
DRAFTS = "person:new."


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstFacts:
    """What is asked of a new person; everything else is added to the record."""

    family: str = field(N_("Family name"))
    given: str = field(N_("Given names"))
    native_family: str = field(N_("Native family name"))
    native_given: str = field(N_("Native given names"))
    birth_date: PartialDate | None = field(N_("Date of birth"), Kind.PARTIAL)
    sex: Sex | None = field(N_("Sex"), Kind.CHOICE, choices=Sex)
    nationality: str = field(N_("Nationality"), Kind.COUNTRY)
    passport: str = field(N_("Passport number"), limit=40)


class NewPerson(QWidget):
    """Tells who was added, or who was found to be there already. What is typed is kept until then."""

    added = Signal(object)  # a person's key
    found = Signal(object)  # the key of the person it is
    cancelled = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.form = Form(fields.of(FirstFacts), prefix="people.new")
        self.error = PlainLabel(tone="error")
        self.error.setObjectName("people.new.error")
        title = _("Already in the casebook? Choose to go there.")
        self.same = SamePersons(desk, "people.new.same", title)
        self._timer = QTimer(self, singleShot=True, interval=HINT_MS)
        self._add = button(_("Add person"), kind="primary", name="people.new.add")
        self._cancel = button(_("Cancel"), name="people.new.cancel")
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._add)
        row.addWidget(self._cancel)
        row.addStretch()
        ends = QWidget()
        ends.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        self.error.hide()
        for name, hint in HINTS.items():
            edit = self.form.rows[name].editor.widget
            assert isinstance(edit, QLineEdit)
            edit.setPlaceholderText(_(hint))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        title = PlainLabel(_("New person"), "title")
        layout.addWidget(scrolled(title, self.form, self.same, self.error, ends))

    def _connect(self) -> None:
        for row in self.form.rows.values():
            row.editor.typed.connect(self._timer.start)
            row.editor.left.connect(self._timer.start)
        self.form.saving.connect(lambda name, value: self._keep(name))
        self.form.drafted.connect(lambda name, text: self._keep(name))
        self._timer.timeout.connect(self.look_for_same)
        self.same.found.connect(self._go_to)
        self._add.clicked.connect(self.add)
        self._cancel.clicked.connect(self.give_up)

    def begin(self) -> None:
        """Show what was typed and never added, and put the focus into the first field."""
        kept = self._desk.office.drafts(DRAFTS)
        if kept:
            self.form.show_values(
                FirstFacts(), {key.removeprefix(DRAFTS): text for key, text in kept.items()}
            )
            self.look_for_same()
        self.form.focus()

    def has_drafts(self) -> bool:
        """Say whether something was typed and never added."""
        return bool(self._desk.office.drafts(DRAFTS))

    def leave(self) -> None:
        """Keep what was typed."""
        self.form.flush()

    def look_for_same(self) -> None:
        """Show who in the casebook may be the person being typed."""
        self.same.look(person_of({**_blank(), **self.form.readable()}))

    def _go_to(self, key: object) -> None:
        self._forget()
        self.found.emit(key)

    def add(self) -> None:
        """Add the person; what can't be so is shown under its field."""
        self.error.hide()
        try:
            person = person_of(self.form.values())
        except UserError:
            return  # and shown under its field
        office = self._desk.office
        office.attempt(lambda: self._added(office.write(people.add, person, today())), failed=self._refuse)

    def _added(self, key: object) -> None:
        self._forget()
        self.added.emit(key)

    def _refuse(self, error: KasebookError) -> None:
        name = _FIELD_OF.get(getattr(error, "field", ""), getattr(error, "field", ""))
        if name in self.form.rows:
            self.form.rows[name].refuse(str(error))
            self.form.focus(name)
        else:
            self.error.setText(str(error))
            self.error.show()

    def give_up(self) -> None:
        """Forget what was typed."""
        self._forget()
        self.cancelled.emit()

    def _forget(self) -> None:
        self._timer.stop()
        for key in self._desk.office.drafts(DRAFTS):
            self._desk.office.drop_draft(key)
        self.form.clear()
        self.same.clear()

    def _keep(self, name: str) -> None:
        text = shown(self.form.raw()[name])
        change: Callable[..., None] = self._desk.office.drop_draft
        if text:
            self._desk.office.keep_draft(DRAFTS + name, text)
        else:
            change(DRAFTS + name)


_FIELD_OF = {"names": "given", "number": "passport", "country": "nationality"}


def _blank() -> dict[str, Any]:
    return {one.name: getattr(FirstFacts(), one.name) for one in fields.of(FirstFacts)}


def person_of(values: dict[str, Any]) -> Person:
    """Return the person that the first facts describe."""
    names = [_name(NameKind.PASSPORT, values["family"], values["given"])]
    names.append(_name(NameKind.NATIVE, values["native_family"], values["native_given"]))
    nation = Nationality(kind=NationalityKind.CURRENT, country=values["nationality"])
    passport = Passport(number=values["passport"], country=values["nationality"], state=PassportState.CURRENT)
    return Person(
        birth_date=values["birth_date"],
        sex=values["sex"],
        names=tuple(name for name in names if name.family or name.given),
        nationalities=(nation,) if nation.country else (),
        passports=(passport,) if passport.number else (),
    )


def _name(kind: NameKind, family: str, given: str) -> Name:
    return Name(kind=kind, family=family, given=given, script=main_script(family + given))
