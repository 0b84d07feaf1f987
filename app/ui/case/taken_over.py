"""What a new case takes over from an earlier one: each paper and why, facts, and limits of the law."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.basis import OFFICE_WORDS
from app.domain.item_records import code_of
from app.domain.linked import ASK, Carry, said
from app.i18n import N_, _, language
from app.services.linked import Limit, PaperLine, Preview
from app.ui.widgets.plain import PlainLabel
from app.ui.widgets.scrolled import empty

_ABOUT = {
    Carry.GOOD: N_("They go along as checked by us."),
    Carry.TO_CHECK: N_("Tick what goes along all the same: it is received there, and waits to be checked."),
    Carry.LEFT: N_("They are asked for anew."),
}


class TakenOver(QWidget):
    """A paper whose end nobody knows is never taken over by itself."""

    def __init__(self) -> None:
        super().__init__()
        self._boxes: dict[str, QCheckBox] = {}
        self._told: list[str] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)

    def show_preview(self, found: Preview) -> None:
        """Show what becomes of each paper; ticks stay where the paper is still to be checked."""
        ticked = self.ticked()
        self.clear()
        for carry in Carry:
            self._add_papers(carry, found.of(carry), ticked)
        if not found.papers:
            self._say(_("No paper of this case is here."), "muted")
        self._say(_("Also taken over"), "heading")
        also = _("Client, owner, office and family; facts: {facts}; inviter and others: {parties}.")
        self._say(also.format(facts=found.facts, parties=found.parties))
        if found.principal:
            self._say(_("It hangs on case {number} of the family.").format(number=found.principal))
        if found.limits:
            self._say(_("Limits that are known"), "heading")
            for limit in found.limits:
                self._say(_told(limit))
            self._say(_(ASK), "warn")

    def clear(self) -> None:
        """Show nothing."""
        self._boxes, self._told = {}, []
        empty(self._layout)

    def ticked(self) -> tuple[str, ...]:
        """Return the papers to be checked that go along."""
        return tuple(key for key, box in self._boxes.items() if box.isChecked())

    def said(self) -> list[str]:
        """Return all that is shown, line by line."""
        return list(self._told)

    def _add_papers(self, carry: Carry, lines: tuple[PaperLine, ...], ticked: tuple[str, ...]) -> None:
        if not lines:
            return
        self._say(f"{_(carry.label)} ({len(lines)})", "heading")
        self._say(_(_ABOUT[carry]), "muted")
        for at, line in enumerate(lines):
            self._layout.addWidget(self._paper(at, line, line.key in ticked))

    def _paper(self, at: int, line: PaperLine, is_ticked: bool) -> QWidget:
        whole, told = QWidget(), QVBoxLayout()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        title = line.title.text(language())
        if line.verdict.carry is Carry.TO_CHECK:
            box = self._boxes[line.key] = QCheckBox()
            box.setObjectName(f"case.follow.paper.{at}")
            box.setAccessibleName(f"{title}: {said(line.verdict)}")
            box.setChecked(is_ticked)
            row.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        told.setSpacing(0)
        told.addWidget(self._label(f"{code_of(line.key)}  {title}"))
        told.addWidget(self._label(said(line.verdict), "muted"))
        row.addLayout(told, 1)
        return whole

    def _say(self, text: str, tone: str = "") -> None:
        self._layout.addWidget(self._label(text, tone))

    def _label(self, text: str, tone: str = "") -> PlainLabel:
        self._told.append(text)
        return PlainLabel(text, tone)


def _told(limit: Limit) -> str:
    text = f"{limit.title.text(language())}: {limit.text.text(language())}"
    return f"{text} ({_(OFFICE_WORDS[limit.basis])}, {limit.cited})"
