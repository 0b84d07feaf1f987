"""What the history calls the rows of enquiries and conflict checks, and their fields."""

from collections.abc import Mapping

from app.domain import conflicts, enquiries
from app.domain.fields import Field, Kind
from app.i18n import N_

ENTITIES: Mapping[str, str] = {
    "enquiry": N_("Enquiry"),
    "conflict_check": N_("Conflict check"),
    "person_different": N_("Known to be different"),
    "person_merge": N_("Merged record"),
}
# The declared values behind tables, where there is one.
KINDS: Mapping[str, type] = {"enquiry": enquiries.Enquiry}
COLUMNS: Mapping[str, tuple[Field, ...]] = {
    "enquiry": (Field("state", N_("State"), Kind.CHOICE, choices=enquiries.EnquiryState),),
    "conflict_check": (
        Field("decision", N_("Decision"), Kind.CHOICE, choices=conflicts.Decision),
        Field("reason", N_("Reason"), Kind.LINES),
        Field("decided_by", N_("Decided by"), Kind.TEXT),
    ),
}
# Read on their own pages: the text of a search is long.
HIDDEN = frozenset({"search", "decided_at"})
