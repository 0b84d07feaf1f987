"""The open questions of one line, each answered where it stands."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.fact_types import Origin
from app.errors import KasebookError
from app.i18n import _, language
from app.services.case_facts import FactLine
from app.ui.case.fact_editor import FactEditor
from app.ui.widgets.plain import PlainLabel


class Questions(QWidget):
    """Shows each fact's question with its choices; one that is not set on a case says where it is."""

    setting = Signal(str, str)  # a fact's name and text

    def __init__(self, prefix: str) -> None:
        super().__init__()
        self._prefix = prefix
        self._names: tuple[str, ...] = ()
        self.editors: dict[str, FactEditor] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(10)

    def show_facts(self, lines: Sequence[FactLine]) -> None:
        """Show these questions; the same ones keep their widgets."""
        names = tuple(line.fact.name for line in lines)
        if names != self._names:
            self._names = names
            self._build(lines)
        for line in lines:
            if line.fact.name in self.editors:
                self.editors[line.fact.name].show_fact(line)
        self.setVisible(bool(lines))

    def refuse(self, name: str, error: KasebookError) -> None:
        """Show why a fact can't be so."""
        if name in self.editors:
            self.editors[name].refuse(error)

    def _build(self, lines: Sequence[FactLine]) -> None:
        while self._layout.count():
            item = self._layout.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()
        self.editors = {}
        for line in lines:
            self._layout.addWidget(PlainLabel(line.fact.question.text(language())))
            self._layout.addWidget(self._answer(line))

    def _answer(self, line: FactLine) -> QWidget:
        if not line.fact.can_be_entered:
            return PlainLabel(where_it_is_set(line), "muted")
        made = FactEditor(f"{self._prefix}.{line.fact.name}")
        made.setting.connect(self.setting)
        self.editors[line.fact.name] = made
        return made


def where_it_is_set(line: FactLine) -> str:
    """Return where a fact is set that is not set on a case."""
    if line.fact.origin is Origin.POST:
        return _("An answer of the post; ask it, and record the answer under Rules.")
    return _("It follows from the record of the client or the details of the case.")
