"""The columns of the list of enquiries."""

from app.domain.enquiries import EnquiryState
from app.i18n import N_, _
from app.services.enquiries import EnquiryLine
from app.ui import words
from app.ui.widgets.table_model import Column

TONES = {
    EnquiryState.NEW: "accent",
    EnquiryState.CHECKED: "good",
    EnquiryState.DECLINED: "bad",
    EnquiryState.CASE: "plain",
}
FIRST_TO_GO = ("taken_by", "wanted", "referrer")


def state(line: EnquiryLine) -> str:
    """Return how far an enquiry has come; of one that became a case, its number."""
    return line.case or _(line.state.label)


COLUMNS: tuple[Column[EnquiryLine], ...] = (
    Column("taken_on", N_("Taken on"), lambda line: words.day(line.taken_on), sort="taken_on", width=128),
    Column("name", N_("Name"), lambda line: line.name or line.native_name, sort="name", width=150),
    Column("state", N_("State"), state, sort="state", width=118, tone=lambda line: TONES[line.state]),
    Column("referrer", N_("Referrer"), lambda line: line.referrer, width=120),
    Column("wanted", N_("What they want"), lambda line: " ".join(line.wanted.split()), width=170),
    Column("taken_by", N_("Taken by"), lambda line: line.taken_by, sort="taken_by", width=104),
)
