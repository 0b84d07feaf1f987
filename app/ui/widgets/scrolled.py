"""A page's content that scrolls when the window is small."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget


def scrolled(*parts: QWidget) -> QScrollArea:
    """Return a scroll area over ``parts``, one under the other from the top."""
    inside = QWidget()
    inside.setProperty("scrolled", "true")
    layout = QVBoxLayout(inside)
    layout.setContentsMargins(20, 16, 20, 16)
    layout.setSpacing(12)
    for part in parts:
        layout.addWidget(part)
    layout.addStretch()
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area


def narrow(part: QWidget, widest: int) -> QWidget:
    """Return ``part`` no wider than ``widest``, in a row that knows how high its lines then are."""
    part.setMaximumWidth(widest)
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(part, 1)
    row.addStretch()
    return whole


def bring_into_view(widget: QWidget) -> None:
    """Scroll what ``widget`` lies in until it is seen."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if around is not None:
        around.ensureWidgetVisible(widget)


def empty(layout: QLayout) -> None:
    """Take away all that lies in a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
