"""To which part of the work an item of a checklist belongs, and whose work it is."""

from app.domain.fields import Labelled
from app.i18n import N_


class ItemStage(Labelled):
    """The part of the work an item belongs to, in order."""

    INTAKE = "intake", N_("First steps")
    ELIGIBILITY = "eligibility", N_("Screening")
    DOCUMENT_COLLECTION = "document_collection", N_("Papers")
    FORM_FILLING = "form_filling", N_("Visa form")
    SUBMISSION = "submission", N_("Handing in")
    AFTER_GRANT = "after_grant", N_("After the visa is issued")
    AFTER_ARRIVAL = "after_arrival", N_("After arrival")


class Audience(Labelled):
    """Whose work an item is; client items are printed for the client."""

    CLIENT = "client", N_("Client")
    OFFICE = "office", N_("Office")
