"""How a case is closed: what came of it, where its originals went, and until when its file is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain import checking
from app.domain.cases import Decision, Outcome, Stage
from app.domain.moving import SUBMITTED
from app.errors import UserError
from app.i18n import _, plural

LIMIT = 1000  # characters of a reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """What somebody says who closes a case.

    ``outcome`` None leaves what was recorded before. ``kept_because`` says why originals stay that are not
    given back now. ``keep_until`` None means that nobody knows; ``keep_rule`` names the custom that the day
    comes from, "" for a day of one's own.
    """

    outcome: Outcome | None = None
    returned_on: date | None = None
    returned_to: str = ""
    kept_because: str = ""
    keep_until: date | None = None
    keep_rule: str = ""


def checked(
    closing: Closing, *, recorded: Decision | None, returned: Sequence[str], kept: Sequence[str], today: date
) -> Closing:
    """Return it with its texts cleaned. Raises ``UserError`` beside the field where something is missing.

    ``recorded`` is the decision known before; ``returned`` and ``kept`` name the originals that go back
    and those that stay.
    """
    if closing.outcome is not None:
        closing.outcome.checked(today)
    elif recorded is None:
        raise UserError(_("Say what came of the case."), field="decision")
    if closing.keep_until and closing.keep_until < today:
        raise UserError(_("A file is kept at least until the day of closing."), field="keep_until")
    to = checking.text(closing.returned_to, field="returned_to")
    why = checking.text(closing.kept_because, limit=LIMIT, lines=True, field="kept_because")
    if returned:
        _check_return(closing.returned_on, to, today)
    if kept and not why:
        raise _still_held(kept)
    return Closing(
        outcome=closing.outcome,
        returned_on=closing.returned_on if returned else None,
        returned_to=to if returned else "",
        kept_because=why if kept else "",
        keep_until=closing.keep_until,
        keep_rule=closing.keep_rule if closing.keep_until else "",
    )


def _check_return(on: date | None, to: str, today: date) -> None:
    if on is None:
        raise UserError(_("Say when the originals were given back."), field="returned_on")
    if on > today:
        raise UserError(_("Originals can't have been given back after today."), field="returned_on")
    if not to:
        raise UserError(_("Say to whom the originals were given back."), field="returned_to")


def _still_held(kept: Sequence[str]) -> UserError:
    counted = plural("{count} original is still held", "{count} originals are still held", len(kept))
    hint = _("Mark what was given back, or say why it stays.")
    return UserError(f"{counted}: {'; '.join(kept)}.", hint, field="kept_because")


def expected(stage: Stage, before: Stage | None, recorded: Decision | None) -> Decision | None:
    """Return the outcome to begin with: what was decided, or what follows from where a case was withdrawn.

    ``before`` is the open stage that it was withdrawn from.
    """
    if recorded is not None or stage is not Stage.WITHDRAWN:
        return recorded
    return Decision.WITHDRAWN if before in SUBMITTED else Decision.NOT_FILED


def why_reopened(reason: str) -> str:
    """Return the reason of opening a closed case again, cleaned. Raises ``UserError`` for none."""
    said = checking.text(reason, limit=LIMIT, lines=True, field="reason")
    if not said:
        raise UserError(_("Say why the case is opened again."), field="reason")
    return said
