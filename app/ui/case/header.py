"""The top of a case's page: whose case it is, how far it is, and where it may go from here."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QProgressBar, QVBoxLayout

from app.i18n import _, language
from app.services.case_list import CaseLine
from app.services.cases import CaseView
from app.settings import today
from app.ui import words
from app.ui.widgets.plain import ElidedLabel, PlainLabel, button, icon_button, set_tip

BAR_WIDTH = 150


class CaseHeader(QFrame):
    """Asks by signal for moves, and for the pages around the case."""

    moving = Signal(object)  # the Stage wanted
    going_back = Signal()
    asking_history = Signal()
    asking_person = Signal()
    previewing = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "true")
        self.back = icon_button("arrow-left", _("Back to the list of cases"), name="case.back")
        self.client = ElidedLabel(tone="title")
        self.client.setObjectName("case.client")
        self.about = ElidedLabel(tone="muted")
        self.about.setObjectName("case.about")
        self.person = icon_button("users", _("Open the client's record"), name="case.person")
        self.history = icon_button("history", _("History of the case"), name="case.history")
        self.preview = button(_("Preview"), icon="file-text", name="case.preview")
        self.preview.setCheckable(True)
        self.stage = button("", name="case.stage")
        self.menu = QMenu(self.stage)
        self.stage.setMenu(self.menu)
        self.bar = QProgressBar()
        self.progress = PlainLabel(wraps=False)
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        self.bar.setObjectName("case.progress")
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(BAR_WIDTH)
        self.progress.setObjectName("case.progress.text")
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.back)
        top.addWidget(self.client, 1)
        for one in (self.person, self.history, self.preview, self.stage):
            top.addWidget(one)
        below = QHBoxLayout()
        below.setContentsMargins(38, 0, 0, 0)
        below.setSpacing(10)
        below.addWidget(self.about, 1)
        below.addWidget(self.progress)
        below.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 16, 10)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addLayout(below)

    def _connect(self) -> None:
        self.back.clicked.connect(self.going_back)
        self.person.clicked.connect(self.asking_person)
        self.history.clicked.connect(self.asking_history)
        self.preview.toggled.connect(self.previewing)

    def show_case(self, case: CaseView, line: CaseLine) -> None:
        """Show a case; ``line`` has its client's names."""
        names = (name for name in (line.client, line.native_name) if name)
        self.client.show_text("  ".join(names))
        post = case.post.name.text(language())
        since = _("{stage} since {day}").format(stage=_(case.stage.label), day=words.day(case.stage_since))
        archived = _("Archived") if case.archived else ""
        parts = (archived, case.number, case.category, post, since, case.owner)
        self.about.show_text(" · ".join(part for part in parts if part))
        self._show_stage(case)
        self._show_progress(case.checked, case.counted)
        self._show_filing(case)

    def _show_stage(self, case: CaseView) -> None:
        self.stage.setText(_(case.stage.label))
        self.stage.setAccessibleName(_("Stage: {stage}").format(stage=_(case.stage.label)))
        self.stage.setEnabled(bool(case.allowed))
        self.menu.clear()
        for to in case.allowed:
            made = self.menu.addAction(words.move(to, case.stage))
            made.setObjectName(f"case.stage.{to.value}")
            made.triggered.connect(lambda _on=False, to=to: self.moving.emit(to))

    def _show_progress(self, checked: int, counted: int) -> None:
        text = words.progress(checked, counted)
        self.progress.setText(text)
        self.bar.setRange(0, max(counted, 1))
        self.bar.setValue(checked)
        self.bar.setAccessibleName(text)

    def _show_filing(self, case: CaseView) -> None:
        on = case.file.planned_filing
        text = _("Planned filing: {day}").format(day=words.dated(on, today())) if on else ""
        set_tip(self.about, text)
