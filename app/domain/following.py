"""The ways in which a case follows an earlier one."""

from app.domain.fields import Labelled
from app.i18n import N_


class Following(Labelled):
    """Why a case follows an earlier one."""

    RENEWAL = "renewal", N_("Renewal")
    EXTENSION = "extension", N_("Extension")
    CHANGE = "change", N_("Change of pathway")
    AGAIN = "again", N_("New application")
