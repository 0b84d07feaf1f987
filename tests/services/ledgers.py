"""A case with somebody in China, for the tests of entries and deadlines."""

from datetime import date
from typing import Any
from uuid import UUID

from app.domain.casefile import Entries
from app.domain.stays import Address, Entry
from app.services import case_edits, stays
from app.services.case_edits import Edit
from db.casebook import Casebook
from tests.builders import TODAY, open_case

ENTERED = date(2026, 11, 3)


def a_visa(book: Casebook, **changes: Any) -> UUID:
    """Open a case whose visa gives several entries of 30 days and asks for no permit; return its key."""
    case = open_case(book).id
    values = {"visa_entries": Entries.MULTIPLE, "visa_stay_days": 30, **changes}
    edits = [Edit(name, value, is_fact=False) for name, value in values.items()]
    edits.append(Edit("visa.residence_permit_due", "no", is_fact=True))
    book.write(case_edits.set_values, case, edits, TODAY)
    return case


def enter(book: Casebook, case: UUID, **changes: Any) -> Entry:
    """Record an entry; return it with its key and version."""
    entry = Entry(**{"entered_on": ENTERED, "entered_time": "14:30", "port": "Sampleport", **changes})
    saved = book.write(stays.save, case, "entries", entry, TODAY).result
    assert isinstance(saved, Entry)
    return saved


def move_in(book: Casebook, case: UUID, **changes: Any) -> Address:
    """Record an address in China; return it with its key and version."""
    address = Address(**{"checked_in_on": ENTERED, "checked_in_time": "22:00", **changes})
    saved = book.write(stays.save, case, "addresses", address, TODAY).result
    assert isinstance(saved, Address)
    return saved
