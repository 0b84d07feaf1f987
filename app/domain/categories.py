"""The visa categories the casebook has rule packs for: their names, and what each is for in one sentence."""

from dataclasses import dataclass

from app.domain.fields import Labelled
from app.i18n import N_


@dataclass(frozen=True, slots=True)
class VisaCategory:
    """One category. ``name`` and ``purpose`` are msgids; who may have it is the packs' to say."""

    code: str
    name: str
    purpose: str


# In the order they are offered.
CATEGORIES = {
    each.code: each
    for each in (
        VisaCategory(
            "K",
            N_("K visa (young science and technology talent)"),
            N_("For young science and technology talent: exchange, start-up, business; without an inviter."),
        ),
        VisaCategory(
            "R",
            N_("R visa (high-level and urgently needed talent)"),
            N_("For high-level and urgently needed talent whom a unit in China invites."),
        ),
        VisaCategory(
            "Z",
            N_("Z visa (work)"),
            N_("For work with an employer in China that has the work permit's Notification Letter."),
        ),
        VisaCategory(
            "S1",
            N_("S1 visa (family, more than 180 days)"),
            N_("For the close family of a foreigner who lives in China, for more than 180 days."),
        ),
        VisaCategory(
            "S2",
            N_("S2 visa (family or private matters, up to 180 days)"),
            N_("For family of a foreigner in China, or other private matters, for up to 180 days."),
        ),
    )
}


class Visa(Labelled):
    """The same categories, where a form offers the choice of one."""

    K = "K", N_("K visa (young science and technology talent)")
    R = "R", N_("R visa (high-level and urgently needed talent)")
    Z = "Z", N_("Z visa (work)")
    S1 = "S1", N_("S1 visa (family, more than 180 days)")
    S2 = "S2", N_("S2 visa (family or private matters, up to 180 days)")


def name_of(code: str) -> str:
    """Return the msgid of a category's name; the code itself where there is none."""
    found = CATEGORIES.get(code)
    return found.name if found else code
