"""The status bar: when it was last saved, and the job under way with its progress and its Cancel."""

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStatusBar, QWidget

from app.i18n import _
from app.ui.jobs import Job
from app.ui.widgets.plain import PlainLabel, button


class StatusBar(QStatusBar):
    """Shows the newest titled job; others go on unseen until it ends."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.saved = PlainLabel(tone="muted", wraps=False)
        self.saved.setObjectName("status.saved")
        self._jobs: list[Job] = []
        self._title = PlainLabel(wraps=False)
        self._title.setObjectName("status.job")
        self._bar = QProgressBar()
        self._bar.setObjectName("status.progress")
        self._bar.setAccessibleName(_("Progress"))
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        self._cancel = button(_("Cancel"), kind="link", name="status.cancel")
        self._panel = self._assembled()
        self.addWidget(self.saved)
        self.addPermanentWidget(self._panel)
        self._cancel.clicked.connect(self._cancel_job)

    def _assembled(self) -> QWidget:
        panel = QWidget()
        layout = QHBoxLayout(panel)
        layout.setContentsMargins(0, 0, 8, 0)
        for part in (self._title, self._bar, self._cancel):
            layout.addWidget(part)
        panel.hide()
        return panel

    def show_saved(self, at: datetime) -> None:
        """Say that everything is saved, and when that was (local time)."""
        self.saved.setText(_("Saved {time}").format(time=f"{at:%H:%M}"))

    def show_job(self, job: Job) -> None:
        """Show a job until it ends."""
        self._jobs.append(job)
        job.progress.connect(lambda done, total: self._show_progress(job, done, total))
        job.ended.connect(lambda: self._forget(job))
        self._show_last()

    def _show_last(self) -> None:
        self._panel.setVisible(bool(self._jobs))
        if self._jobs:
            self._title.setText(self._jobs[-1].title)
            self._bar.setRange(0, 0)

    def _show_progress(self, job: Job, done: int, total: int) -> None:
        if job is self._jobs[-1]:
            self._bar.setRange(0, total)
            self._bar.setValue(done)

    def _forget(self, job: Job) -> None:
        self._jobs.remove(job)
        self._show_last()

    def _cancel_job(self) -> None:
        if self._jobs:
            self._jobs[-1].cancel()
