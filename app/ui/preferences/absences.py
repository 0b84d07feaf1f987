"""Who is away and who stands in: the deputy sees the cases under My cases until the last day is over."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.absences import Absence
from app.domain.fields import Part
from app.i18n import _
from app.services import absences
from app.settings import today
from app.ui import people_found
from app.ui.page import Desk
from app.ui.parts import PartsEditor, PartsOf
from app.ui.widgets.plain import PlainLabel

COLUMNS = ("user_id", "deputy_id", "start", "end")


class AbsencesSection(QWidget):
    """A list of absences, saved field by field."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        office = desk.office
        self.editor = PartsEditor(
            desk,
            Absence,
            "preferences.absences",
            _("Absences"),
            COLUMNS,
            find=partial(people_found.users, office),
            name_of=partial(people_found.user_name, office),
        )
        self.editor.said.connect(desk.messages.tell)
        text = _(
            "Whoever stands in finds these cases under “Only mine”; it ends by itself with the last day."
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(PlainLabel(text, "muted"))
        layout.addWidget(self.editor)
        layout.addStretch()

    def refresh(self) -> None:
        """Show the absences as they are now."""
        office = self._desk.office
        self.editor.show_parts(
            PartsOf("absences", lambda: office.read(absences.rows), self._save, self._remove)
        )

    def leave(self) -> None:
        """Save, or keep as drafts, what was typed."""
        self.editor.leave()

    def _save(self, part: Part) -> Part:
        assert isinstance(part, Absence)
        return self._desk.office.write(absences.save, part, today())

    def _remove(self, part: Part) -> None:
        assert isinstance(part.id, UUID)
        self._desk.office.write(absences.remove, part.id, part.version)
