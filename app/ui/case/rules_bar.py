"""A line over a case whose rules are older than today's, or where a rule of the firm can't be read."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.i18n import _
from app.services.rebasing import CaseDifference
from app.ui.rules import rebase_model
from app.ui.widgets.plain import PlainLabel, button


class RulesBar(QFrame):
    """Asks by signal for the difference; hidden while the case has the rules of today."""

    asking = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("notice", "plain")
        self.text = PlainLabel()
        self.text.setObjectName("case.rules.text")
        self.look = button(_("See the difference"), icon="scale", kind="link", name="case.rules")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 10, 4)
        row.addWidget(self.text, 1)
        row.addWidget(self.look)
        self.look.clicked.connect(self.asking)
        self.hide()

    def show_difference(self, found: CaseDifference | None) -> None:
        """Say that newer rules exist and what they change; None hides the line."""
        self.setVisible(found is not None)
        if found is not None:
            text = _("This case keeps its rules ({version}). Newer ones exist: {changes}.")
            changes = rebase_model.counted(found.difference.changes)
            parts = [text.format(version=found.old_version, changes=changes), *found.problems]
            self.text.setText("\n".join(parts))
