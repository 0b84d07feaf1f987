"""The visa-check and arrival sheet as printed, for the day the visa is issued and the days after arrival."""

from dataclasses import dataclass
from datetime import date

from app.domain.filing import CaseDocument
from app.i18n import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class VisaCheck(CaseDocument):
    """What the visa should say, what was read from it, and what to do on arrival; unknown is None or ""."""

    number: str = ""
    requested_entries: Bilingual | None = None
    requested_stay_days: int | None = None
    requested_validity_months: int | None = None
    entries: Bilingual | None = None  # as read from the visa
    enter_before: date | None = None
    stay_days: int | None = None
    remarks: str = ""
    entry_on: date | None = None  # planned
    last_day: date | None = None  # of the stay that would begin then
    address: str = ""  # where the client will stay first, as recorded
