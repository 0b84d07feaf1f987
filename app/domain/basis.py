"""Where a rule comes from: every item, question, deadline and fee cites its basis."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.i18n import N_


class Basis(StrEnum):
    """The kind of authority behind a rule, strongest first."""

    OFFICIAL = "OFFICIAL"  # law text, decree, government or mission page, spokesperson
    POST = "POST"  # published for ordinary visas by missions or visa centres
    INFERENCE = "INFERENCE"  # our reading of the law; nobody official was found saying it
    PRACTICE = "PRACTICE"  # good practice of firms; no authority demands it
    UNVERIFIED = "UNVERIFIED"  # reported, not confirmed


# How the office's pages mark it.
OFFICE_WORDS = {
    Basis.OFFICIAL: N_("official"),
    Basis.POST: N_("post"),
    Basis.INFERENCE: N_("inference"),
    Basis.PRACTICE: N_("practice"),
    Basis.UNVERIFIED: N_("unverified"),
}
# What a client reads instead of the office's marks.
CLIENT_WORDS = {
    Basis.OFFICIAL: N_("law"),
    Basis.POST: N_("centre asks"),
    Basis.INFERENCE: N_("being checked"),
    Basis.PRACTICE: N_("our advice"),
    Basis.UNVERIFIED: N_("being checked"),
}


@dataclass(frozen=True, slots=True)
class Citation:
    """One source of a rule: ``source`` names it, ``locator`` the place in it, ``checked_on`` the day read."""

    source: str
    locator: str
    checked_on: date
