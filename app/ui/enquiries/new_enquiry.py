"""The form of a new enquiry: the few things that are asked in a first call."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain import enquiries as calls
from app.domain import fields
from app.domain.enquiries import FirstCall
from app.i18n import _
from app.services import enquiries
from app.services.enquiries import Taken
from app.settings import today
from app.ui.page import Desk
from app.ui.people import list_model
from app.ui.people.new_person import HINT_MS
from app.ui.people.same_persons import SamePersons
from app.ui.people.section_parts import finding
from app.ui.whole_form import WholeForm
from app.ui.widgets.plain import PlainLabel, button, icon_button
from app.ui.widgets.scrolled import scrolled

KEY = "enquiry:new"
OF_THE_PERSON = ("family", "given", "nationality", "birth_date", "contact")
# What a refusal calls a field of the person, and where it is typed here.
_FIELD_OF = {"names": "given", "country": "nationality", "value": "contact"}


class NewEnquiry(QWidget):
    """Tells what was taken. Somebody who is in the casebook already is chosen from the hint."""

    taken = Signal(object)  # an enquiry's key
    cancelled = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._known: UUID | None = None
        declared = fields.named(FirstCall)
        kinds = [declared[name] for name in calls.ASKED]
        options = finding(desk.office)
        self.form = WholeForm(desk, kinds, prefix="enquiries.new", label=_("Save the enquiry"), **options)
        title = _("Already in the casebook? Choose, and the enquiry is of that person.")
        self.same = SamePersons(desk, "enquiries.new.same", title)
        self.known = PlainLabel(tone="heading")
        self.other = button(_("Somebody new"), kind="link", name="enquiries.new.other")
        self.close_button = icon_button("x", _("Close"), name="enquiries.new.close")
        self._timer = QTimer(self, singleShot=True, interval=HINT_MS)
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 20, 0)
        head.addWidget(PlainLabel(_("New enquiry"), "title", wraps=False), 1)
        head.addWidget(self.close_button)
        chosen = QHBoxLayout()
        chosen.setContentsMargins(0, 0, 0, 0)
        chosen.addWidget(self.known, 1)
        chosen.addWidget(self.other)
        self.chosen = QWidget()
        self.chosen.setLayout(chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(scrolled(self.chosen, self.same, self.form), 1)
        self.chosen.hide()

    def _connect(self) -> None:
        for name in OF_THE_PERSON:
            editor = self.form.form.rows[name].editor
            editor.typed.connect(self._timer.start)
            editor.left.connect(self._timer.start)
        self._timer.timeout.connect(self.look_for_same)
        self.same.found.connect(self._take_known)
        self.other.clicked.connect(lambda: self._take_known(None))
        self.close_button.clicked.connect(self._give_up)
        self.form.wanted.connect(self._save)

    def begin(self) -> None:
        """Show what was typed and never saved, and put the focus into the first field."""
        self._take_known(None)
        self.form.begin(KEY, {"taken_on": today(), "taken_by": self._desk.office.user[1]})
        self.look_for_same()
        self.form.form.focus()

    def leave(self) -> None:
        """Keep what was typed."""
        self.form.leave()

    def look_for_same(self) -> None:
        """Show who in the casebook may be the one who calls."""
        if self._known is None:
            typed = {
                name: value for name, value in self.form.form.readable().items() if name in OF_THE_PERSON
            }
            self.same.look(calls.person_of(FirstCall(**typed)))

    def _take_known(self, key: UUID | None) -> None:
        """Take the enquiry as one of a person who has a record, or of somebody new."""
        self._known = key
        self.chosen.setVisible(key is not None)
        if key is not None:
            name = list_model.name_of(self._desk.office, key)
            self.known.setText(_("Of {name}, who is in the casebook").format(name=name))
            self.same.clear()
        for name in OF_THE_PERSON:
            row = self.form.form.rows[name]
            row.setVisible(key is None)
            row.label.setVisible(key is None)

    def _save(self, values: dict[str, Any]) -> None:
        given = {name: value for name, value in values.items() if value is not None}
        call, known, office = FirstCall(**given), self._known, self._desk.office
        office.attempt(
            lambda: self._saved(office.write(enquiries.add, call, today(), person_id=known)),
            failed=self._refuse,
        )

    def _refuse(self, error: Any) -> None:
        name = getattr(error, "field", "")
        if name in _FIELD_OF:
            error.field = _FIELD_OF[name]
        self.form.refuse(error)

    def _saved(self, taken: Taken) -> None:
        self._forget()
        self.taken.emit(taken.id)

    def _give_up(self) -> None:
        self._forget()
        self.cancelled.emit()

    def _forget(self) -> None:
        self._timer.stop()
        self.form.recorded()
        self.same.clear()
        self._take_known(None)
