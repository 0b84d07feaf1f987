"""What the sections of the preferences share: rows of a label and a field, choices, short tables."""

from collections.abc import Sequence
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QWidget

from app.i18n import _
from app.services.firms import OfficeLine, UserLine
from app.ui.widgets.editor import Combo
from app.ui.widgets.form import LABEL_WIDTH
from app.ui.widgets.plain import PlainLabel
from app.ui.widgets.table_view import HEADER_HEIGHT, ROW_HEIGHT, TableView

Row = TypeVar("Row", OfficeLine, UserLine)
FIELD_WIDTH = 280
MOST_ROWS_SEEN = 8


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


def chosen(lines: Sequence[Row], keys: Sequence[Any]) -> list[Row]:
    """Return the lines of these keys."""
    wanted = set(keys)
    return [line for line in lines if line.id in wanted]


def fill(table: TableView, keys: Sequence[Any]) -> None:
    """Show these rows, and make the table as high as they need."""
    table.rows.show_keys(keys)
    table.setFixedHeight(HEADER_HEIGHT + min(len(keys), MOST_ROWS_SEEN) * ROW_HEIGHT + 4)
