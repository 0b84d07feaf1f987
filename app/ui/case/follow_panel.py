"""Opening a case that follows this one: how, for which visa and post, and what it takes over."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal

from app.domain import categories, fields
from app.domain.fields import Kind, field
from app.domain.following import Following
from app.errors import KasebookError
from app.i18n import N_, _
from app.services import linked, packs
from app.services.cases import CaseView, Opened
from app.services.linked import Wanted
from app.settings import today
from app.ui.actions import Action
from app.ui.case.side_panel import SidePanel
from app.ui.case.taken_over import TakenOver
from app.ui.cases import posts
from app.ui.page import Desk
from app.ui.whole_form import WholeForm
from app.ui.widgets.editor import Combo
from app.ui.widgets.finding import NamedEditor
from app.ui.widgets.plain import PlainLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is typed about the new case."""

    planned_filing: date | None = field(N_("Planned filing"), Kind.DAY)


def actions(begin: Callable[[Following], object]) -> tuple[Action, ...]:
    """Return the ways to a case that follows; each calls ``begin``."""
    titles = {
        Following.RENEWAL: N_("Start a renewal…"),
        Following.EXTENSION: N_("Start an extension…"),
        Following.CHANGE: N_("Start a change of pathway…"),
        Following.AGAIN: N_("Start a new application…"),
    }
    return tuple(
        Action(f"case.follow.{how.value}", title, partial(begin, how), "", "arrow-right")
        for how, title in titles.items()
    )


class FollowPanel(SidePanel):
    """Hidden until ``begin``. Nothing is changed before the button, and one undo takes all of it back."""

    opened = Signal(object)  # the key of the new case

    def __init__(self, desk: Desk) -> None:
        form = WholeForm(desk, fields.of(Asked), prefix="case.follow", label=_("Open the case"))
        super().__init__(form, "case.follow", _("Open no case"))
        self._desk = desk
        self._case: CaseView | None = None
        self.following = Combo("case.follow.kind")
        self.category = Combo("case.follow.category")
        self.post = NamedEditor(posts.offered(), posts.name_of)
        self.preview = TakenOver()
        self._fill_choices()
        self.lay_out(
            PlainLabel(_("How it follows"), "field"), self.following, PlainLabel(_("Visa"), "field"),
            self.category, PlainLabel(_("Post where it is filed"), "field"), self.post.whole,
            self.form, self.preview,
        )  # fmt: skip
        self._connect()

    def _fill_choices(self) -> None:
        for kind in Following:
            self.following.addItem(_(kind.label), kind)
        for code in packs.categories():
            self.category.addItem(_(categories.name_of(code)), code)
        for widget, label in (
            (self.following, _("How it follows")), (self.category, _("Visa")), (self.post.widget, _("Post")),
        ):  # fmt: skip
            widget.setAccessibleName(label)
            widget.setAccessibleDescription(label)
        self.post.widget.setObjectName("case.follow.post")

    def _connect(self) -> None:
        self.following.activated.connect(lambda _at: self._look())
        self.category.activated.connect(lambda _at: self._look())
        self.post.left.connect(self._look)
        self.form.form.rows["planned_filing"].editor.left.connect(self._look)
        self.form.wanted.connect(self._open)

    def begin(self, case: CaseView, following: Following) -> None:
        """Show what a case that follows ``case`` would take over."""
        self._case = case
        self.title.setText(_("New case after {number}").format(number=case.number))
        self.following.setCurrentIndex(self.following.findData(following))
        self.category.setCurrentIndex(self.category.findData(case.category))
        self.post.show_value(case.post.code)
        self.form.begin(f"case:{case.id}.follow", {"planned_filing": None})
        self.show()
        self._look()
        self.following.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Look at the papers anew: some may have changed."""
        if not self.isHidden():
            self._look()

    def leave(self) -> None:
        """Put the panel away; what was typed is kept as a draft."""
        self._case = None
        super().leave()

    def _wanted(self) -> Wanted:
        return Wanted(
            following=Following(self.following.currentData()),
            category=str(self.category.currentData()),
            post=posts.code_of(self.post.raw()),
            planned_filing=self.form.form.rows["planned_filing"].peek(),
        )

    def _look(self) -> None:
        """Show what would be taken over, or why nothing can be."""
        case = self._case
        if case is not None:
            self.form.forgive()
            self._desk.office.attempt(lambda: self._show(case), failed=self._refuse)

    def _show(self, case: CaseView) -> None:
        self.preview.show_preview(self._desk.office.read(linked.preview, case.id, self._wanted(), today()))

    def _open(self, _values: Mapping[str, Any]) -> None:
        case = self._case
        if case is not None:
            self._desk.office.attempt(lambda: self._open_now(case), failed=self._refuse)

    def _open_now(self, case: CaseView) -> None:
        office = self._desk.office
        opened: Opened = office.write(linked.follow, case.id, self._wanted(), today(), self.preview.ticked())
        self.form.recorded()
        self.leave()
        told = _("Case {number} follows case {earlier}.").format(number=opened.number, earlier=case.number)
        self._desk.messages.tell(told, _("Undo"), office.undo)
        self.opened.emit(opened.id)

    def _refuse(self, error: KasebookError) -> None:
        self.preview.clear()
        self.form.refuse(error)
