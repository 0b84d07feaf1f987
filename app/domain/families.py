"""A family's cases: dependants' cases hang on the principal's, and look at what changes in the others."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.cases import Decision
from app.domain.fields import Labelled
from app.errors import UserError
from app.i18n import N_, _


class FamilyRole(Labelled):
    """What a dependant is to the principal."""

    SPOUSE = "spouse", N_("Spouse")
    CHILD = "child", N_("Child")
    PARENT = "parent", N_("Parent")
    OTHER = "other", N_("Other dependant")


# What the others of a family have to know about (labels are msgids).
WATCHED: Mapping[str, str] = {
    "planned_filing": N_("Planned filing"),
    "planned_entry": N_("Planned entry"),
    "appointment_on": N_("Appointment"),
    "decision": N_("Decision"),
    "decided_on": N_("Decided on"),
    "quoted": N_("Quoted"),
    "paid": N_("Paid"),
}
SHARED = ("quoted", "paid")  # told only to cases in the same quote


@dataclass(frozen=True, slots=True)
class Flag:
    """One thing that changed in another case since it was looked at; ``label`` is a msgid."""

    label: str
    before: str
    after: str


def written(value: date | Decision | None) -> str:
    """Return a watched value as it is kept and compared, "" for none."""
    if isinstance(value, date):
        return value.isoformat()
    return value.value if value else ""


def flags(seen: Mapping[str, str], now: Mapping[str, str], *, shares: bool = False) -> tuple[Flag, ...]:
    """Return what is no longer as it was seen, in words; of money only where both cases share a quote."""
    return tuple(
        Flag(label, _said(name, seen.get(name, "")), _said(name, now.get(name, "")))
        for name, label in WATCHED.items()
        if seen.get(name, "") != now.get(name, "") and (shares or name not in SHARED)
    )


def _said(name: str, value: str) -> str:
    return _(Decision(value).label) if name == "decision" and value else value or "—"


def check(case: UUID, principal: UUID, principals: Mapping[UUID, UUID], numbers: Mapping[UUID, str]) -> None:
    """Raise ``UserError`` with the reason where a case can't hang on another.

    ``principals`` are the links there are, from a dependant's case to its principal's; ``numbers`` name them.
    """
    if case == principal:
        raise UserError(_("A case doesn't hang on itself."), field="principal")
    if principals.get(principal) == case:
        message = _("{number} hangs on this case already: that would go round in a circle.")
        raise UserError(message.format(number=numbers[principal]), field="principal")
    above = principals.get(principal)
    if above is not None:
        message = _("{number} is a dependant's case itself.").format(number=numbers[principal])
        raise UserError(message, _("Link to {number}.").format(number=numbers[above]), field="principal")
    if case in principals.values():
        raise UserError(
            _("This is a principal's case: others hang on it."),
            _("Unlink those first, or link the other case to this one."),
            field="principal",
        )
