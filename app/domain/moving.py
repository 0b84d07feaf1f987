"""What a move to another stage asks for besides being possible; every door to a move asks the same."""

from app.domain.cases import MOVES, Stage
from app.errors import UserError
from app.i18n import _

# The form is with the authority, or was.
SUBMITTED = (Stage.PRE_REVIEW, Stage.SUPPLEMENT_ASKED, Stage.HANDED_IN, Stage.DECIDED, Stage.ARRIVED)
# The fields of errors that something else than a plain move settles.
FORM, CLOSING, REOPENING = "form", "closing", "reopening"


def sends_the_form(stage: Stage, to: Stage, previous: Stage | None = None) -> bool:
    """Whether a move takes the form to the authority; ``previous`` is the open stage that a pause left.

    A case that came to us at a later stage goes on: its form went before anybody could freeze it here.
    """
    left = stage if stage in MOVES else previous
    return to in SUBMITTED and left not in SUBMITTED


def refuse_unsaid(stage: Stage, to: Stage, previous: Stage | None = None, *, is_frozen: bool) -> None:
    """Raise ``UserError`` where a possible move waits for something that has to be said first.

    ``is_frozen``: the form was marked as submitted, and so frozen.
    """
    if sends_the_form(stage, to, previous) and not is_frozen:
        raise UserError(
            _("The form was not marked as submitted yet."),
            _("Mark it first (tab “Form” of the case, or “case submit”): that freezes it."),
            field=FORM,
        )
    if to is Stage.CLOSED:
        raise UserError(
            _("Closing asks for the outcome, the originals and how long the file is kept."),
            _("Close it on its page, on the board, or by “case close”."),
            field=CLOSING,
        )
    if stage is Stage.CLOSED:
        raise UserError(
            _("Opening a closed case again asks for a reason."),
            _("Reopen it on its page, or by “case reopen”."),
            field=REOPENING,
        )
