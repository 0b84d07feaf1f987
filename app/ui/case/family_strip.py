"""The cases of a family at the head of each of them: one click to another, and what changed there."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _
from app.services import families
from app.services.families import Member
from app.ui.page import Desk
from app.ui.widgets.plain import PlainLabel, button, set_tip
from app.ui.widgets.scrolled import empty


class FamilyStrip(QFrame):
    """Hidden for a case without a family; asks by signal to go to another case of it."""

    going = Signal(object)  # the key of another case

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("surface", "true")
        self._members: tuple[Member, ...] = ()
        self._case_id: UUID | None = None
        self._row, self._told = QHBoxLayout(), QVBoxLayout()
        self._row.setSpacing(6)
        self._told.setSpacing(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(46, 0, 16, 8)
        layout.setSpacing(4)
        layout.addLayout(self._row)
        layout.addLayout(self._told)
        self.hide()

    @property
    def keys(self) -> tuple[UUID, ...]:
        """The cases of the family in view."""
        return tuple(member.case_id for member in self._members)

    def show_case(self, case_id: UUID) -> None:
        """Show the family of a case; without one the strip is hidden."""
        found = self._desk.office.read(families.members, case_id)
        if (case_id, found) == (self._case_id, self._members):
            return
        self._case_id, self._members = case_id, found
        for layout in (self._row, self._told):
            empty(layout)
        for place, member in enumerate(found):
            self._row.addWidget(self._button(place, member))
            if member.flags:
                self._told.addWidget(self._notice(place, member))
        self._row.addStretch()
        self.setVisible(bool(found))

    def following(self) -> UUID | None:
        """Return the case of the family after this one, the first after the last; None without a family."""
        keys = self.keys
        return keys[(keys.index(self._case_id) + 1) % len(keys)] if self._case_id in keys else None

    def _button(self, place: int, member: Member) -> QWidget:
        role = _(member.role.label) if member.role else _("Principal")
        mark = " ●" if member.flags else ""
        made = button(f"{role}: {member.client}{mark}", kind="link", name=f"case.family.{place}")
        made.setAccessibleName(f"{role}: {member.client}, {member.number}, {_(member.stage.label)}")
        made.setEnabled(member.case_id != self._case_id)
        set_tip(made, f"{member.number} · {member.category} · {_(member.stage.label)}")
        made.clicked.connect(partial(self.going.emit, member.case_id))
        return made

    def _notice(self, place: int, member: Member) -> QWidget:
        role = _("Principal") if member.role is None else member.client
        told = "; ".join(
            _("{what} changed from {before} to {after}").format(
                what=_(flag.label), before=flag.before, after=flag.after
            )
            for flag in member.flags
        )
        whole = QFrame()
        whole.setProperty("notice", "warn")
        row = QHBoxLayout(whole)
        row.setContentsMargins(10, 2, 6, 2)
        row.addWidget(PlainLabel(f"{role} ({member.number}): {told}"), 1)
        done = button(_("Seen"), icon="check", kind="link", name=f"case.family.{place}.seen")
        done.clicked.connect(partial(self._see, member.case_id))
        row.addWidget(done)
        return whole

    def _see(self, other: UUID) -> None:
        """Note that what changed in another case was looked at from this one."""
        key, office = self._case_id, self._desk.office
        if key is not None:
            office.attempt(lambda: office.write(families.seen, key, other))
