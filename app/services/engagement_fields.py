"""What the history calls the rows of enquiries and conflict checks, and their fields."""

from collections.abc import Mapping

from app.domain import conflicts, enquiries, quotes, wording
from app.domain.fields import Field, Kind
from app.i18n import N_

ENTITIES: Mapping[str, str] = {
    "enquiry": N_("Enquiry"),
    "conflict_check": N_("Conflict check"),
    "person_different": N_("Known to be different"),
    "person_merge": N_("Merged record"),
    "firm_wording": N_("Wording"),
    "case_quote": N_("Quote"),
    "case_quote_line": N_("Line of the quote"),
    "case_instalment": N_("Instalment"),
    "case_bill": N_("Invoice or credit note"),
}
# The declared values behind tables, where there is one.
KINDS: Mapping[str, type] = {
    "enquiry": enquiries.Enquiry,
    "case_quote": quotes.QuoteHead,
    "case_quote_line": quotes.QuoteLine,
    "case_instalment": quotes.Instalment,
}
_AMOUNT = (
    Field("currency", N_("Currency"), Kind.TEXT),
    Field("minor", N_("Amount, in the smallest unit"), Kind.NUMBER),
)
COLUMNS: Mapping[str, tuple[Field, ...]] = {
    "enquiry": (Field("state", N_("State"), Kind.CHOICE, choices=enquiries.EnquiryState),),
    "firm_wording": (
        Field("paper", N_("Document"), Kind.CHOICE, choices=wording.Paper),
        Field("language", N_("Language"), Kind.TEXT),
        Field("body", N_("Wording"), Kind.LINES),
    ),
    "case_quote_line": _AMOUNT,
    "case_instalment": (
        *_AMOUNT,
        Field("paid_on", N_("Paid on"), Kind.DAY),
        Field("paid_minor", N_("Paid, in the smallest unit"), Kind.NUMBER),
        Field("paid_reason", N_("Why it was taken early"), Kind.LINES),
        Field("refunded_on", N_("Refunded on"), Kind.DAY),
        Field("refunded_minor", N_("Refunded, in the smallest unit"), Kind.NUMBER),
    ),
    "case_bill": (
        Field("kind", N_("Kind"), Kind.CHOICE, choices=quotes.BillKind),
        Field("number", N_("Number"), Kind.TEXT),
        Field("issued_on", N_("Issued on"), Kind.DAY),
        Field("issued_by", N_("Issued by"), Kind.TEXT),
        Field("credits", N_("Takes back invoice"), Kind.TEXT),
    ),
    "conflict_check": (
        Field("decision", N_("Decision"), Kind.CHOICE, choices=conflicts.Decision),
        Field("reason", N_("Reason"), Kind.LINES),
        Field("decided_by", N_("Decided by"), Kind.TEXT),
    ),
}
# Read on their own pages: the text of a search is long.
HIDDEN = frozenset({"search", "decided_at", "content", "issued_at"})
