"""The firm's own wording of agreement and authority letter: plain text with {placeholders}."""

import re
from collections.abc import Collection, Mapping

from app.domain import text as texts
from app.domain.fields import Labelled
from app.errors import UserError
from app.i18n import N_, _

LIMIT = 20_000
LANGUAGES = ("en", "zh-CN")
_PLACE = re.compile(r"\{([^{}\n]{0,60})\}")
BLANK = "______________"  # printed where something is not recorded, to be written in


class Paper(Labelled):
    """What is worded."""

    AGREEMENT = "agreement", N_("Agreement")
    AUTHORITY = "authority", N_("Authority letter")


# What may stand between braces, each with what it stands for.
PLACEHOLDERS: Mapping[str, str] = {
    "client_name": N_("Name of the client"),
    "client_birth_date": N_("Date of birth"),
    "client_nationality": N_("Nationality"),
    "client_passport": N_("Passport number"),
    "payer": N_("Payer"),
    "total": N_("Sum of the quote"),
    "firm_name": N_("Name of the firm"),
    "firm_address": N_("Address of the firm"),
    "firm_registration": N_("Registration of the firm"),
    "consultant": N_("Responsible consultant"),
    "case_number": N_("Case number"),
    "visa": N_("Visa"),
    "post": N_("Post"),
    "date": N_("Date of the print"),
}


def checked(body: str) -> str:
    """Return a wording cleaned. Raises ``UserError`` for an empty one, and names an unknown placeholder."""
    cleaned = texts.clean(body, limit=LIMIT, lines=True, field="body")
    if not cleaned.strip():
        raise UserError(_("The wording is empty."), field="body")
    for name in _PLACE.findall(cleaned):
        if name not in PLACEHOLDERS:
            raise UserError(
                _("There is no placeholder {name}.").format(name="{" + name + "}"), _allowed(), field="body"
            )
    if re.search(r"[{}]", _PLACE.sub("", cleaned)):
        raise UserError(_("A brace stands alone."), _allowed(), field="body")
    return cleaned


def _allowed() -> str:
    return ", ".join("{" + name + "}" for name in PLACEHOLDERS)


def used(body: str) -> tuple[str, ...]:
    """Return the placeholders of a wording, each once, in their order."""
    return tuple(dict.fromkeys(_PLACE.findall(body)))


def missing(bodies: Collection[str], values: Mapping[str, str]) -> tuple[str, ...]:
    """Return the placeholders used in any of the wordings that have no value."""
    found = dict.fromkeys(name for body in bodies for name in used(body))
    return tuple(name for name in found if not values.get(name))


def filled(body: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """Return the paragraphs of a wording with its placeholders filled; what is missing is left to be written.

    Values are put in as they are: nothing in them is read as a placeholder.
    """
    whole = _PLACE.sub(lambda found: values.get(found[1]) or BLANK, body)
    return tuple(
        part for each in re.split(r"\n\s*\n", whole) if (part := re.sub(r"[ \t\n]+", " ", each).strip())
    )
