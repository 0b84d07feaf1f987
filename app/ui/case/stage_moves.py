"""Moves a case to another stage, or on to a case that follows it, and leads to where that asks for more."""

from collections.abc import Callable

from app.domain import moving
from app.domain.cases import Stage
from app.domain.following import Following
from app.errors import Conflict, KasebookError
from app.i18n import _
from app.services import cases
from app.services.cases import CaseView
from app.settings import today
from app.ui import words
from app.ui.case.closed_bar import ClosedBar
from app.ui.case.closing_panel import ClosingPanel
from app.ui.case.conflict_bar import ConflictBar
from app.ui.case.follow_panel import FollowPanel
from app.ui.page import Desk


class StageMoves:
    """``reload`` reads the case anew and returns it; ``show_form`` brings its form into view."""

    def __init__(
        self, desk: Desk, reload: Callable[[], CaseView | None], show_form: Callable[[], object]
    ) -> None:
        self._desk = desk
        self._reload = reload
        self._show_form = show_form
        self.conflict = ConflictBar("case")
        self.closed = ClosedBar(desk)
        self.closing = ClosingPanel(desk, "case.close")
        self.follow = FollowPanel(desk)

    def show_case(self, case: CaseView) -> None:
        """Show what belongs to the stage of a case."""
        self.closed.show_case(case)
        if self.closing.case_id == case.id:
            self.closing.refresh()
        self.follow.refresh()

    def leave(self) -> None:
        """Put away what was asked about the case before."""
        self.conflict.settle()
        self.closing.leave()
        self.follow.leave()

    def keep(self) -> None:
        """Keep what was typed beside the case."""
        self.closing.form.leave()
        self.follow.form.leave()

    def begin_following(self, case: CaseView, how: Following) -> None:
        """Show what a case that follows this one would take over."""
        self.closing.leave()
        self.follow.begin(case, how)

    def move(self, case: CaseView, to: Stage) -> None:
        """Move a case; where that is refused, say why or ask for what is missing."""
        office = self._desk.office
        office.attempt(
            lambda: office.write(cases.move, case.id, case.version, to, today()),
            failed=lambda error: self._refused(case, to, error),
        )

    def _refused(self, case: CaseView, to: Stage, error: KasebookError) -> None:
        about = getattr(error, "field", "")
        if isinstance(error, Conflict):
            self._show_conflict(case, to, error)
        elif about == moving.CLOSING:
            self.follow.leave()
            self.closing.begin(case.id)
        elif about == moving.REOPENING:
            self.closed.begin()
        else:
            if about == moving.FORM:
                self._show_form()
            self._desk.messages.trouble(error)

    def _show_conflict(self, case: CaseView, to: Stage, error: Conflict) -> None:
        now = self._reload() or case
        self.conflict.show_conflict(
            error,
            theirs=_(now.stage.label),
            mine=words.move(to, now.stage),
            again=lambda: self.move(now, to),
        )
