"""The head of both forms of our own rules: what a rule is about, chosen field by field."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFormLayout, QWidget

from app.errors import KasebookError
from app.ui.widgets.finding import NamedEditor
from app.ui.widgets.plain import PlainLabel, set_state
from app.ui.widgets.scrolled import bring_into_view

LABEL_WIDTH = 118


def head(choices: Sequence[tuple[str, QWidget]]) -> QFormLayout:
    """Return the choices under each other, each by its label."""
    layout = QFormLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setVerticalSpacing(8)
    layout.setHorizontalSpacing(12)
    layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    for label, widget in choices:
        widget.setAccessibleName(label)
        widget.setAccessibleDescription(label)
        shown = PlainLabel(label, "field", wraps=False)
        shown.setFixedWidth(LABEL_WIDTH)
        layout.addRow(shown, widget)
    return layout


def refuse(choice: NamedEditor, hint: PlainLabel, error: KasebookError) -> None:
    """Show at a choice why a rule can't be recorded."""
    set_state(choice.widget, "state", "invalid")
    hint.setText(str(error))
    hint.show()
    bring_into_view(choice.widget)
    choice.widget.setFocus()
