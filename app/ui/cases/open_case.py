"""The panel that opens a case: for whom, which visa, at which post."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.domain import categories
from app.errors import KasebookError, UserError
from app.i18n import _
from app.services import case_list, cases, enquiries, packs, people_list
from app.settings import today
from app.ui import words
from app.ui.cases import posts
from app.ui.page import Desk
from app.ui.widgets.editor import Combo, Editor
from app.ui.widgets.finding import Found, KeyEditor, NamedEditor
from app.ui.widgets.plain import PlainLabel, button, icon_button, set_state

WIDTH = 380
MOST_FOUND = 12


class OpenCase(QFrame):
    """Asks for three things, and opens the case as one step."""

    opened = Signal(object)  # the case's key
    left = Signal()  # given up

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("side", "true")
        self.setFixedWidth(WIDTH)
        self.person = KeyEditor(self._find_people, self._name_of)
        self.category = Combo("cases.new.category")
        self.post = NamedEditor(posts.offered(), posts.name_of)
        self.purpose = PlainLabel(tone="muted")
        self.hint = PlainLabel(tone="muted")
        self.already = PlainLabel(tone="warn")
        self.error = PlainLabel(tone="error")
        self.open = button(_("Open this case"), kind="primary", name="cases.new.open")
        self.cancel = button(_("Cancel"), name="cases.new.cancel")
        self.close_button = icon_button("x", _("Close"), name="cases.new.close")
        self._name_widgets()
        self._assemble()
        self._connect()

    def _name_widgets(self) -> None:
        for widget, name, label in (
            (self.person.widget, "person", _("Client")),
            (self.category, "category", _("Visa")),
            (self.post.widget, "post", _("Post")),
        ):
            widget.setObjectName(f"cases.new.{name}")
            widget.setAccessibleName(label)
            widget.setAccessibleDescription(label)
        self.error.setObjectName("cases.new.error")
        for code in packs.categories():
            self.category.addItem(_(categories.name_of(code)), code)

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.addWidget(PlainLabel(_("Open a case"), "heading"), 1)
        head.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 20)
        layout.setSpacing(4)
        layout.addLayout(head)
        for label, widget in (
            (_("Client"), self.person.whole),
            (_("Visa"), self.category),
            (_("Post where it is filed"), self.post.whole),
        ):
            layout.addSpacing(10)
            layout.addWidget(PlainLabel(label, "field"))
            layout.addWidget(widget)
            below = {self.person.whole: self.already, self.category: self.purpose}.get(widget)
            if below:
                layout.addWidget(below)
        layout.addWidget(self.hint)
        layout.addSpacing(12)
        layout.addWidget(self.error)
        layout.addLayout(self._buttons())
        layout.addStretch()
        self.error.hide()
        self.already.hide()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.cancel)
        row.addStretch()
        row.addWidget(self.open)
        return row

    def _connect(self) -> None:
        self.open.clicked.connect(self._open)
        self.cancel.clicked.connect(self._leave)
        self.close_button.clicked.connect(self._leave)
        self.person.left.connect(self._show_already)
        self.category.currentIndexChanged.connect(self._show_purpose)
        self.post.left.connect(self._show_hint)
        self.post.typed.connect(self._forgive)

    def begin(self, person_id: UUID | None = None) -> None:
        """Show the panel, for a person if one is given."""
        self.person.show_value(person_id)
        self.post.show_raw("")
        self._forgive()
        self._show_already()
        self._show_purpose()
        self._show_hint()
        self.show()
        self.focus()

    def focus(self) -> None:
        """Put the focus where something is missing first."""
        first = self.post if self.person.raw() else self.person
        first.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, give up with Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    def _find_people(self, typed: str) -> Found:
        keys = self._desk.office.read(people_list.ids, typed=typed)[:MOST_FOUND]
        found = self._desk.office.read(people_list.lines, keys)
        return [(line.id, _called(line)) for line in found]

    def _name_of(self, key: object) -> str:
        line = self._desk.office.read(people_list.line_of, key) if isinstance(key, UUID) else None
        return _called(line) if line else ""

    def _show_already(self) -> None:
        """Say which cases the client has, so that none is opened twice, and whether conflicts are open."""
        key, told = self.person.raw(), []
        if isinstance(key, UUID):
            found = self._desk.office.read(case_list.of_person, key)
            listed = ", ".join(f"{line.number} ({_(line.stage.label)})" for line in found)
            told += [_("There already: {cases}.").format(cases=listed)] if found else []
            if self._desk.office.read(enquiries.is_unchecked, key):
                told.append(_("Nobody has decided on the conflict check of the enquiry."))
        self.already.setText("\n".join(told))
        self.already.setVisible(bool(told))

    def _show_purpose(self) -> None:
        """Say what the chosen visa is for."""
        chosen = categories.CATEGORIES.get(str(self.category.currentData()))
        self.purpose.setText(_(chosen.purpose) if chosen else "")

    def _show_hint(self) -> None:
        code = posts.code_of(self.post.raw())
        post = packs.all_posts().get(code)
        if post is None:
            self.hint.setText(_("Type a city or a country to find the post."))
        elif post.checked_on is None:
            self.hint.setText(_("Nobody has read this post's own rules yet: ask the post."))
        else:
            self.hint.setText(_("Rules of this post read on {day}.").format(day=words.day(post.checked_on)))

    def _open(self) -> None:
        self._forgive()
        try:
            key, post = self._chosen()
        except UserError as error:
            self._refuse(error)
            return
        self._desk.office.attempt(lambda: self._open_now(key, post), failed=self._refuse)

    def _chosen(self) -> tuple[UUID, str]:
        key = self.person.raw()
        if not isinstance(key, UUID):
            raise UserError(_("Choose the client."), _("Type a name to find one."), field="person")
        post = posts.code_of(self.post.raw())
        if not post:
            raise UserError(_("Choose the post."), _("Type a city or a country."), field="post")
        return key, post

    def _open_now(self, person_id: UUID, post: str) -> None:
        category = str(self.category.currentData())
        found = self._desk.office.write(
            cases.open_case, person_id, category=category, post=post, today=today()
        )
        self.hide()
        self.opened.emit(found.id)

    def _refuse(self, error: KasebookError) -> None:
        editor = {"person": self.person, "post": self.post}.get(getattr(error, "field", ""))
        self.error.setText(str(error))
        self.error.show()
        if editor is not None:
            set_state(editor.widget, "state", "invalid")
            editor.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forgive(self) -> None:
        self.error.hide()
        editors: tuple[Editor, ...] = (self.person, self.post)
        for editor in editors:
            set_state(editor.widget, "state", "")


def _called(line: people_list.PersonLine) -> str:
    parts = (line.name, line.native_name, line.birth_date)
    return " · ".join(part for part in parts if part)
