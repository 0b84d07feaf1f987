"""The firm's wording of what clients sign: one plain text for each paper and language."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.fields import Field, Kind
from app.domain.wording import LANGUAGES, LIMIT, PLACEHOLDERS, Paper
from app.i18n import N_, _
from app.services import wordings
from app.services.orders import LANGUAGES as NAMES
from app.ui.page import Desk
from app.ui.whole_form import WholeForm
from app.ui.widgets.editor import Combo
from app.ui.widgets.plain import PlainLabel, TextEdit, button

FIELDS = (Field("body", N_("Wording"), Kind.LINES, limit=LIMIT),)
HEIGHT = 380


class WordingsSection(QWidget):
    """What is typed is checked when it is saved; an unknown placeholder is refused by its name."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.paper = Combo("preferences.wording.paper")
        self.language = Combo("preferences.wording.language")
        self.state = PlainLabel(tone="warn")
        self.form = WholeForm(desk, FIELDS, prefix="preferences.wording", label=_("Save the wording"))
        self.supplied = button(_("Take the supplied wording"), name="preferences.wording.supplied")
        self._fill()
        self._assemble()
        for combo in (self.paper, self.language):
            combo.activated.connect(lambda _at: self.refresh())
        self.form.wanted.connect(self._save)
        self.supplied.clicked.connect(self._reset)

    def _fill(self) -> None:
        for paper in Paper:
            self.paper.addItem(_(paper.label), paper.value)
        for language in LANGUAGES:
            self.language.addItem(_(NAMES[language]), language)
        for combo, label in ((self.paper, _("Document")), (self.language, _("Language"))):
            combo.setAccessibleName(label)
            combo.setAccessibleDescription(label)
            combo.setMinimumContentsLength(18)
        edit = self.form.form.rows["body"].editor.widget
        if isinstance(edit, TextEdit):
            edit.setFixedHeight(HEIGHT)

    def _assemble(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.paper)
        top.addWidget(self.language)
        top.addStretch()
        named = ", ".join(f"{{{name}}} ({_(label)})" for name, label in PLACEHOLDERS.items())
        about = _("Plain text; an empty line begins a paragraph. Filled in at the print: {names}.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(PlainLabel(_("Agreement and authority"), "heading"))
        layout.addLayout(top)
        layout.addWidget(self.state)
        layout.addWidget(self.form)
        layout.addWidget(self.supplied)
        layout.addWidget(PlainLabel(about.format(names=named), "muted"))

    def refresh(self) -> None:
        """Show the text that is in force for the paper and language chosen."""
        paper, language = self._chosen()
        held = self._desk.office.read(wordings.of, paper, language)
        self.state.setText(_("Supplied wording, a draft: the firm must check it before anybody signs."))
        self.state.setVisible(held.is_supplied)
        self.supplied.setVisible(not held.is_supplied)
        self.form.begin(f"wording:{paper.value}.{language}", {"body": held.body})

    def leave(self) -> None:
        """Keep what was typed."""
        self.form.leave()

    def _chosen(self) -> tuple[Paper, str]:
        return Paper(str(self.paper.currentData())), str(self.language.currentData())

    def _save(self, typed: dict[str, Any]) -> None:
        paper, language = self._chosen()
        office = self._desk.office

        def work() -> None:
            version = office.read(wordings.of, paper, language).version
            office.write(wordings.save, paper, language, version, typed["body"] or "")
            self.form.recorded()
            self.refresh()
            self._desk.messages.tell(_("Saved."), _("Undo"), office.undo)

        office.attempt(work, by=self, failed=self.form.refuse)

    def _reset(self) -> None:
        paper, language = self._chosen()
        office = self._desk.office

        def work() -> None:
            office.write(wordings.reset, paper, language)
            self.form.recorded()
            self.refresh()
            self._desk.messages.tell(_("The supplied wording counts again."), _("Undo"), office.undo)

        office.attempt(work, by=self)
