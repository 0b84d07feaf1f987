"""The foot of the page of imports: what would happen in one sentence, and the button that does it."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.importing import Subject
from app.domain.importing.duplicates import Choice
from app.i18n import _, plural
from app.services.importing import Preview
from app.ui.widgets.plain import PlainLabel, button


class Foot(QWidget):
    """Its button is dead while there is nothing that can be taken in."""

    accepted = Signal()
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.summary = PlainLabel()
        self.summary.setObjectName("import.summary")
        self.give_up = button(_("Give up"), name="import.give_up")
        self.accept = button(_("Take in"), icon="check", kind="primary", name="import.accept")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(10)
        row.addWidget(self.summary, 1)
        row.addWidget(self.give_up)
        row.addWidget(self.accept)
        self.accept.clicked.connect(self.accepted)
        self.give_up.clicked.connect(self.given_up)

    def show_preview(self, ready: Preview, choices: Mapping[int, Choice]) -> None:
        """Say what would happen as ``choices`` stand."""
        chosen = [choices.get(one.row, Choice.ADD) for one in ready.candidates]
        added, filled = chosen.count(Choice.ADD), chosen.count(Choice.FILL)
        self.summary.setText(_summary(ready, added, filled, chosen.count(Choice.SKIP)))
        self.accept.setText(_label(ready.subject, added, filled))
        self.accept.setEnabled(added + filled > 0 and not ready.missing)


def _summary(ready: Preview, added: int, filled: int, skipped: int) -> str:
    wrong = ready.wrong_rows
    found = [(added, _("{count} new").format(count=added))]
    found.append((filled, _("{count} filled in").format(count=filled)))
    there = _("{count} left out as there already").format(count=skipped)
    found.append((skipped, there))
    stays = plural("{count} row with errors stays out", "{count} rows with errors stay out", wrong)
    found.append((wrong, stays))
    return " · ".join(text for count, text in found if count)


def _label(subject: Subject, added: int, filled: int) -> str:
    if added + filled == 0:
        return _("Take in")
    if subject is Subject.PERSONS:
        return plural("Take in {count} person", "Take in {count} persons", added + filled)
    return plural("Take in {count} case", "Take in {count} cases", added + filled)
