"""The second look at a form before it goes: another reader's, or in a firm of one a timed self-check."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.fields import Labelled
from app.errors import UserError
from app.i18n import N_, _

PAUSE_MINUTES = 10
PAUSE = timedelta(minutes=PAUSE_MINUTES)  # between writing and looking again, where nobody else can


class Check(Labelled):
    """Who looked a second time."""

    SECOND_READER = "second_reader", N_("Read by a second reader")
    SELF_CHECK = "self_check", N_("Timed self-check, by the same person")


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOff:
    """A second look at one state of the form, named by ``sha256``; ``signed_at`` is None until it ended."""

    sha256: str
    check: Check
    reader: str
    begun_at: datetime
    signed_at: datetime | None = None

    @property
    def minutes(self) -> int:
        """How long it took, in whole minutes."""
        return int((self.signed_at - self.begun_at).total_seconds() // 60) if self.signed_at else 0


def refuse_early(begun_at: datetime, now: datetime) -> None:
    """Raise ``UserError`` where a self-check ends before its pause is over."""
    left = begun_at + PAUSE - now
    if left > timedelta():
        minutes = int(left.total_seconds() // 60) + 1
        raise UserError(
            _("A self-check takes at least {minutes} minutes.").format(minutes=PAUSE_MINUTES),
            _("Come back in {minutes} minutes, and read the form anew.").format(minutes=minutes),
        )
