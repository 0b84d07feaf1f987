"""A line over a closed case: how it ended, until when its file is kept, and the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.cases import Decision, Stage
from app.errors import KasebookError
from app.i18n import _, language
from app.services import closing
from app.services.cases import CaseView
from app.settings import today
from app.ui import words
from app.ui.page import Desk
from app.ui.widgets.plain import LineEdit, PlainLabel, button


class ClosedBar(QFrame):
    """Hidden while a case is open. Opening one again asks for the reason, which the history keeps."""

    following = Signal()  # a case that follows this one is wanted

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._case: CaseView | None = None
        self.setProperty("notice", "plain")
        self.text = PlainLabel()
        self.text.setObjectName("case.closed.text")
        self.ask = button(_("Reopen…"), icon="undo-2", kind="link", name="case.reopen.ask")
        self.follow = button(_("Start a renewal…"), kind="link", name="case.closed.follow")
        self.reason = LineEdit()
        self.reason.setObjectName("case.reopen.reason")
        self.reason.setAccessibleName(_("Why the case is opened again"))
        self.reason.setPlaceholderText(_("Why the case is opened again"))
        self.error = PlainLabel(tone="error")
        self.error.setObjectName("case.reopen.error")
        self.reopen = button(_("Reopen the case"), kind="primary", name="case.reopen")
        self.cancel = button(_("Cancel"), name="case.reopen.cancel")
        self._asking = QWidget()
        self._assemble()
        self.ask.clicked.connect(self.begin)
        self.follow.clicked.connect(self.following)
        self.reopen.clicked.connect(self._reopen)
        self.reason.returnPressed.connect(self._reopen)
        self.cancel.clicked.connect(self._put_away)
        self.hide()

    def _assemble(self) -> None:
        told, asking = QHBoxLayout(), QHBoxLayout(self._asking)
        told.addWidget(self.text, 1)
        for each in (self.follow, self.ask):
            told.addWidget(each, 0, Qt.AlignmentFlag.AlignTop)
        asking.setContentsMargins(0, 0, 0, 0)
        for part, stretch in ((self.reason, 1), (self.cancel, 0), (self.reopen, 0)):
            asking.addWidget(part, stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 6, 10, 6)
        layout.setSpacing(6)
        layout.addLayout(told)
        layout.addWidget(self._asking)
        layout.addWidget(self.error)
        self._put_away()

    def show_case(self, case: CaseView) -> None:
        """Say how a closed case ended; an open one hides the line."""
        is_same = self._case is not None and self._case.id == case.id
        self._case = case
        self.setVisible(case.stage is Stage.CLOSED)
        if case.stage is not Stage.CLOSED or not is_same:
            self.reason.clear()
            self._put_away()
        if case.stage is Stage.CLOSED:
            self.text.setText(_told(case))

    def begin(self) -> None:
        """Ask for the reason."""
        self.ask.hide()
        self._asking.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_away(self) -> None:
        had_focus = self._asking.isAncestorOf(self.focusWidget() or self)
        self._asking.hide()
        self.error.hide()
        self.ask.show()
        if had_focus:
            self.ask.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reopen(self) -> None:
        case, office = self._case, self._desk.office
        if case is not None:
            self.error.hide()
            office.attempt(lambda: self._reopen_now(case), failed=self._refuse)

    def _reopen_now(self, case: CaseView) -> None:
        self._desk.office.write(closing.reopen, case.id, case.version, self.reason.text(), today())
        told = _("Case {number} is open again.").format(number=case.number)
        self._desk.messages.tell(told, _("Undo"), self._desk.office.undo)

    def _refuse(self, error: KasebookError) -> None:
        self.error.setText(str(error))
        self.error.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)


def _told(case: CaseView) -> str:
    parts = [
        _("Closed on {day}: {outcome}.").format(day=words.day(case.stage_since), outcome=_outcome(case)),
        _kept(case),
    ]
    if case.kept.because:
        parts.append(_("Originals that stay: {reason}").format(reason=case.kept.because))
    return " ".join(parts)


def _outcome(case: CaseView) -> str:
    if case.decision is None:
        return _("outcome not recorded")
    said = _(case.decision.label)
    if case.decision is Decision.REFUSED:
        why = _("not stated by the authority") if case.file.refusal_not_stated else case.file.refusal_reason
        said = f"{said} ({why})" if why else said
    return said


def _kept(case: CaseView) -> str:
    if case.kept.until is None:
        return _("Until when the file is kept is not known.")
    day, custom = words.day(case.kept.until), closing.custom(case.kept.rule)
    if custom is None:
        return _("The file is kept until {day}.").format(day=day)
    title = custom.title.text(language())
    return _("The file is kept until {day} ({custom}).").format(day=day, custom=title)
