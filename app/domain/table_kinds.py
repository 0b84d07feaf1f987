"""The tables that a firm may have rows of its own in; by itself, so that naming one loads no table."""

from uuid import NAMESPACE_URL, UUID, uuid5

from app.domain.fields import Labelled
from app.i18n import N_


class TableKind(Labelled):
    """A table by the name that its file has."""

    DEADLINES = "deadlines", N_("Deadline")
    FEES = "fees", N_("Visa fee")
    PHOTOS = "photos", N_("Photo profile")
    AUTHENTICATION = "authentication", N_("Authentication by country")
    MEASURES = "measures", N_("Temporary measure")


def key(table: TableKind) -> UUID:
    """Return the key under which changes of a table stand; the same in every casebook."""
    return uuid5(NAMESPACE_URL, f"kasebook:table:{table.value}")
