"""What a screening comes to."""

from app.domain.fields import Labelled
from app.i18n import N_


class Result(Labelled):
    """What a question, a limb or a whole screening comes to; best first."""

    MEETS = "meets", N_("Meets")
    NEEDS_CONFIRMATION = "needs_consular_confirmation", N_("Needs consular confirmation")
    INFORMATION_MISSING = "information_missing", N_("Information missing")
    DOES_NOT_MEET = "does_not_meet", N_("Does not meet")
