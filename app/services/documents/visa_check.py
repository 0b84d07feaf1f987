"""The visa-check and arrival sheet: what the visa should say, and what follows from it."""

from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.domain.filing.visa_check import VisaCheck
from app.i18n import both
from app.services import case_values, filing
from app.services.orders import Order
from db.models.case import CaseRow


def gather(session: Session, order: Order, today: date) -> VisaCheck:
    """Return the sheet with what was asked for, what was read from the visa, and the first address."""
    gathered = filing.gather(session, order, today)
    row, file = gathered.row, case_values.file_of(session, gathered.row)
    first = min(file.itinerary, key=lambda stop: stop.start or date.max, default=None)
    return VisaCheck(
        head=gathered.head,
        number=row.visa_number,
        requested_entries=both(row.requested_entries.label) if row.requested_entries else None,
        requested_stay_days=row.requested_stay_days,
        requested_validity_months=row.requested_validity_months,
        entries=both(row.visa_entries.label) if row.visa_entries else None,
        enter_before=row.visa_enter_before,
        stay_days=row.visa_stay_days,
        remarks=row.visa_remarks,
        entry_on=row.planned_entry,
        last_day=last_day(row),
        address=_address(first.address, first.city) if first else "",
    )


def _address(street: str, city: str) -> str:
    """Return an address as it is shown in China: in Chinese the city comes first."""
    lines = [line for line in street.splitlines() if line.strip()]
    if any("\u4e00" <= letter <= "\u9fff" for letter in street):
        return " ".join(filter(None, (city if city not in street else "", *lines)))
    return ", ".join(filter(None, (*lines, city)))


def last_day(row: CaseRow) -> date | None:
    """Return the last day of the stay that begins on the planned day, where the visa allows that entry.

    Counted from the day after entry (Regulations Art. 36): 30 days from 10 March end on 9 April.
    """
    entry, before, days = row.planned_entry, row.visa_enter_before, row.visa_stay_days
    if entry is None or not days or (before is not None and entry > before):
        return None
    return entry + timedelta(days=days)
