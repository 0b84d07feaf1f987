"""What the sections of the preferences share: a heading, rows of a label and a field, a note."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QWidget

from app.i18n import _
from app.ui.widgets.editor import Combo
from app.ui.widgets.form import LABEL_WIDTH
from app.ui.widgets.plain import PlainLabel

FIELD_WIDTH = 280


def rows(*fields: tuple[str, QWidget]) -> QWidget:
    """Return fields (label as msgid, widget) under each other."""
    whole = QWidget()
    layout = QFormLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setVerticalSpacing(8)
    layout.setHorizontalSpacing(12)
    layout.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
    layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
    for text, field in fields:
        label = PlainLabel(_(text), "field")
        label.setFixedWidth(LABEL_WIDTH)
        label.setMinimumHeight(30)
        label.setBuddy(field)
        field.setAccessibleName(_(text))
        if isinstance(field, Combo):
            field.setAccessibleDescription(_(text))
        field.setFixedWidth(FIELD_WIDTH)
        layout.addRow(label, field)
    return whole


def combo(name: str, choices: Sequence[tuple[str, str]], chosen: str) -> Combo:
    """Return a combo box of values with labels (msgids)."""
    made = Combo(name)
    for value, label in choices:
        made.addItem(_(label), value)
    made.setCurrentIndex(max(made.findData(chosen), 0))
    return made
