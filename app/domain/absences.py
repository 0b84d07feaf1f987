"""Who is away, from when until when, and who stands in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.fields import Kind, Part, field
from app.errors import UserError
from app.i18n import N_, _


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence(Part):
    """Somebody's days away, both ends included; it ends by itself when the last day is over."""

    user_id: UUID | None = field(N_("Who is away"), Kind.PERSON)
    deputy_id: UUID | None = field(N_("Deputy"), Kind.PERSON)
    start: date | None = field(N_("First day away"), Kind.DAY)
    end: date | None = field(N_("Last day away"), Kind.DAY)

    def covers(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.start is not None and self.end is not None and self.start <= day <= self.end


def check(absence: Absence) -> Absence:
    """Return it unchanged, or raise ``UserError``: it needs both people, who differ, and both days."""
    for name, message in (
        ("user_id", _("Say who is away.")),
        ("deputy_id", _("Say who stands in.")),
        ("start", _("Say from which day.")),
        ("end", _("Say until which day: an absence ends by itself.")),
    ):
        if getattr(absence, name) is None:
            raise UserError(message, field=name)
    if absence.user_id == absence.deputy_id:
        raise UserError(_("Nobody stands in for themselves."), field="deputy_id")
    return absence


def standing_in(absences: Iterable[Absence], user_id: UUID, day: date) -> frozenset[UUID]:
    """Return for whom somebody stands in on a day; for a deputy who is away too, that one's deputy does."""
    running = [(each.user_id, each.deputy_id) for each in absences if each.covers(day)]
    found: set[UUID] = set()
    wanted = {user_id}
    while wanted:
        wanted = {away for away, deputy in running if away and deputy in wanted} - found - {user_id}
        found |= wanted
    return frozenset(found)
