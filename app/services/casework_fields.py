"""What the history calls the rows of work on cases, their fields, and the keys it tells by name."""

from collections.abc import Mapping

from app.domain.absences import Absence
from app.domain.cases import Decision, Stage
from app.domain.families import FamilyRole
from app.domain.fields import Field, Kind
from app.domain.filing.sign_off import Check
from app.domain.following import Following
from app.domain.item_records import ItemState, OriginalAt
from app.domain.timeline import NoteKind
from app.i18n import N_
from db.models.firm import Office, User

ENTITIES: Mapping[str, str] = {
    "absence": N_("Absence"),
    "case_sign_off": N_("Second look at the form"),
    "case_snapshot": N_("Form as filed"),
    "case_mail": N_("E-mail"),
    "case_family": N_("Family"),
    "case_family_seen": N_("Family looked at"),
}
# The declared values behind tables, where there is one.
KINDS: Mapping[str, type] = {"absence": Absence}
COLUMNS: Mapping[str, tuple[Field, ...]] = {
    "case_file": (
        Field("number", N_("Case number"), Kind.TEXT),
        Field("category", N_("Category"), Kind.TEXT),
        Field("post", N_("Post"), Kind.TEXT),
        Field("stage", N_("Stage"), Kind.CHOICE, choices=Stage),
        Field("stage_before", N_("Stage before"), Kind.CHOICE, choices=Stage),
        Field("stage_since", N_("At this stage since"), Kind.DAY),
        Field("opened_on", N_("Opened on"), Kind.DAY),
        Field("rule_set", N_("Rules"), Kind.TEXT),
        Field("following", N_("How it follows"), Kind.CHOICE, choices=Following),
        Field("decision", N_("Decision"), Kind.CHOICE, choices=Decision),
        Field("keep_until", N_("File kept until"), Kind.DAY),
        Field("keep_rule", N_("Custom of keeping"), Kind.TEXT),
        Field("kept_because", N_("Why originals stay"), Kind.LINES),
        Field("reopened_because", N_("Why it was opened again"), Kind.LINES),
    ),
    "case_item": (
        Field("state", N_("State"), Kind.CHOICE, choices=ItemState),
        Field("state_reason", N_("Reason"), Kind.LINES),
        Field("issuer", N_("Issuer"), Kind.TEXT),
        Field("number", N_("Number"), Kind.TEXT),
        Field("issued_on", N_("Issued on"), Kind.DAY),
        Field("valid_until", N_("Valid until"), Kind.DAY),
        Field("originals", N_("Originals"), Kind.NUMBER),
        Field("copies", N_("Copies"), Kind.NUMBER),
        Field("original_at", N_("Where the original is"), Kind.CHOICE, choices=OriginalAt),
        Field("returned_on", N_("Given back on"), Kind.DAY),
        Field("returned_to", N_("Given back to"), Kind.TEXT),
        Field("asked_on", N_("Asked on"), Kind.DAY),
        Field("last_chased_on", N_("Last chased on"), Kind.DAY),
        Field("due_on", N_("Due"), Kind.DAY),
        Field("repeat_en", N_("For"), Kind.TEXT),
    ),
    "case_note": (
        Field("text", N_("Note"), Kind.LINES),
        Field("kind", N_("Kind"), Kind.CHOICE, choices=NoteKind),
        Field("with_whom", N_("With whom"), Kind.TEXT),
        Field("minutes", N_("Minutes"), Kind.NUMBER),
    ),
    "case_mail": (
        Field("file_name", N_("File"), Kind.TEXT),
        Field("subject", N_("Subject"), Kind.TEXT),
        Field("sender", N_("Sender"), Kind.TEXT),
        Field("recipients", N_("Recipients"), Kind.TEXT),
        Field("size", N_("Bytes"), Kind.NUMBER),
    ),
    "case_family": (
        Field("role", N_("Role"), Kind.CHOICE, choices=FamilyRole),
        Field("shares_owner", N_("Shares the owner"), Kind.FLAG),
        Field("shares_quote", N_("Shares the quote"), Kind.FLAG),
    ),
    "case_sign_off": (
        Field("kind", N_("Who looked"), Kind.CHOICE, choices=Check),
        Field("reader", N_("Name"), Kind.TEXT),
    ),
    "case_snapshot": (
        Field("number", N_("Number"), Kind.NUMBER),
        Field("kind", N_("Second look"), Kind.CHOICE, choices=Check),
        Field("reader", N_("Looked at by"), Kind.TEXT),
        Field("explained", N_("Explanation"), Kind.LINES),
    ),
}
# Read on their own pages, or told by the operation.
HIDDEN = frozenset(
    {"sha256", "content", "begun_at", "signed_at", "filed_at", "filed_by"}
    | {"body", "attachments", "sent_at", "kept_at", "kept_by", "happened_at", "seen"}
)
# What goes without saying: that a note is one.
UNTOLD = frozenset({("case_note", "kind", "note")})
# Keys of users and offices, told by name.
NAMED: Mapping[str, tuple[str, type[User] | type[Office]]] = {
    "owner_id": (N_("Owner"), User),
    "reviewer_id": (N_("Reviewer"), User),
    "responsible_id": (N_("Responsible"), User),
    "user_id": (N_("Who is away"), User),
    "deputy_id": (N_("Deputy"), User),
    "office_id": (N_("Office"), Office),
}
