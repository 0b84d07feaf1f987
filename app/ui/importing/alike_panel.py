"""One row of a sheet: what is wrong with it, or whom it may be, side by side, and what is to happen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.importing import RowError
from app.domain.importing.duplicates import Choice
from app.i18n import _
from app.services.importing import Like
from app.ui.importing import rows_model
from app.ui.importing.rows_model import CHOICES, RowLine
from app.ui.widgets.editor import Combo
from app.ui.widgets.plain import ElidedLabel, PlainLabel, button, line

MOST_ERRORS, MOST_TEXTS = 6, 4


class Side(QWidget):
    """A title, and under it a few texts of one line each."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._labels = [ElidedLabel() for _line in range(MOST_TEXTS)]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(PlainLabel(title, "muted", wraps=False))
        for label in self._labels:
            layout.addWidget(label)
        layout.addStretch()

    def show_texts(self, texts: Sequence[str]) -> None:
        """Show the texts that are not empty."""
        said = [text for text in texts if text]
        for at, label in enumerate(self._labels):
            label.show_text(said[at] if at < len(said) else "")
            label.setVisible(at < len(said))

    def texts(self) -> list[str]:
        """Return the texts in view."""
        return [label.whole() for label in self._labels if not label.isHidden()]


class AlikePanel(QWidget):
    """Hidden for a row that is simply new."""

    chosen = Signal(object)  # a Choice for the row in view
    chosen_for_all = Signal(object)  # the same for every row that is like somebody

    def __init__(self, name: str) -> None:
        super().__init__()
        self.errors = PlainLabel(tone="error")
        self.errors.setObjectName(f"{name}.errors")
        self.reason = PlainLabel(tone="field")
        self.ours = Side(_("In the file"))
        self.theirs = Side(_("There already"))
        self.choice = Combo(f"{name}.choice")
        self.for_all = button(_("The same for all alike"), name=f"{name}.for_all")
        self.sides = QWidget()
        self._assemble()
        self.choice.activated.connect(lambda _at: self.chosen.emit(self.choice.currentData()))
        self.for_all.clicked.connect(lambda: self.chosen_for_all.emit(self.choice.currentData()))
        self.hide()

    def _assemble(self) -> None:
        self.choice.setAccessibleName(_("What happens with this row"))
        self.choice.setAccessibleDescription(_("What happens with this row"))
        self.choice.setMinimumContentsLength(22)
        for choice, label in CHOICES.items():
            self.choice.addItem(_(label), choice)
        both = QHBoxLayout(self.sides)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(24)
        both.addWidget(self.ours, 1)
        both.addWidget(self.theirs, 1)
        row = QHBoxLayout()
        row.addWidget(self.choice)
        row.addWidget(self.for_all)
        row.addStretch()
        inside = QVBoxLayout()
        inside.setContentsMargins(16, 10, 16, 12)
        inside.setSpacing(8)
        for part in (self.errors, self.reason, self.sides):
            inside.addWidget(part)
        inside.addLayout(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(line())
        layout.addLayout(inside)

    def show_errors(self, errors: Sequence[RowError]) -> None:
        """Show what is wrong with a row, each with what to do about it."""
        self._show_parts(is_wrong=True)
        told = [f"{rows_model.said(error)} {error.hint}".strip() for error in errors[:MOST_ERRORS]]
        self.errors.setText("\n".join(told))

    def show_like(self, row: RowLine, like: Like, choice: Choice, earlier: RowLine | None) -> None:
        """Show a row beside whom it may be: somebody there, a case there, or an ``earlier`` row."""
        self._show_parts(is_wrong=False)
        self.reason.setText(rows_model.reason(like))
        self.ours.show_texts((row.name, row.second, row.third))
        self.theirs.show_texts(_there(like, earlier))
        self.choice.setCurrentIndex(self.choice.findData(choice))
        can_fill = bool(like.person_id)
        self.choice.model().item(list(CHOICES).index(Choice.FILL)).setEnabled(can_fill)  # type: ignore[attr-defined]

    def _show_parts(self, *, is_wrong: bool) -> None:
        self.errors.setVisible(is_wrong)
        for part in (self.reason, self.sides, self.choice, self.for_all):
            part.setVisible(not is_wrong)
        self.show()


def _there(like: Like, earlier: RowLine | None) -> tuple[str, ...]:
    if earlier is not None:
        return rows_model.other(like), earlier.name, earlier.second, earlier.third
    return (like.case_number,) if like.case_number else (like.name, rows_model.born(like), like.passport)
