"""One rule of the firm in words, with what was recorded about the same before."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _, language
from app.ui.rules import override_model
from app.ui.rules.override_model import AnyLine
from app.ui.widgets.plain import PlainLabel, button


class RuleView(QWidget):
    """One rule in words, with what was recorded about the same item."""

    def __init__(self) -> None:
        super().__init__()
        self.code = PlainLabel(tone="muted")
        self.title = PlainLabel(tone="heading")
        self.problem = PlainLabel(tone="error")
        self.problem.setObjectName("rules.override.problem")
        self.told = PlainLabel()
        self.says = PlainLabel(tone="muted")
        self.before = PlainLabel(tone="muted")
        self.change = button(_("Change the rule"), icon="pencil", name="rules.overrides.change")
        row = QHBoxLayout()
        row.addWidget(self.change)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for part in (self.code, self.title, self.problem, self.told):
            layout.addWidget(part)
        layout.addLayout(row)
        layout.addWidget(self.says)
        layout.addWidget(self.before)

    def show_line(self, line: AnyLine, same: Sequence[AnyLine]) -> None:
        """Show a rule; ``same`` are the others about its item."""
        self.code.setText(override_model.about(line))
        self.title.setText(line.title.text(language()))
        self.problem.setText(
            _("{problem}. What is shipped stays in force.").format(problem=line.problem)
            if line.problem
            else ""
        )
        self.problem.setVisible(bool(line.problem))
        self.told.setText(override_model.told(line))
        self.says.setText("\n".join(f"{label}: {text}" for label, text in override_model.says(line)))
        self.says.setVisible(bool(self.says.text()))
        others = [_("Recorded about the same:"), *(override_model.told(each) for each in same)]
        self.before.setText("\n".join(others) if same else "")
        self.before.setVisible(bool(same))
