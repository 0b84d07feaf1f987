"""A full value of every kind of document, by the kind's name, for tests that look at all of them."""

from collections.abc import Callable, Mapping

from app.domain.filing import PaperHead, Printed
from tests.pdf import (
    samples,
    samples_client,
    samples_history,
    samples_list,
    samples_money,
    samples_office,
    samples_screening,
)

EVERY: Mapping[str, Callable[[PaperHead], Printed]] = {
    "checklist": samples.checklist,
    "missing-items": samples_client.letter,
    "visa-check": samples_client.visa_check,
    "screening": samples_screening.sheet,
    "pathways": samples_screening.comparison,
    "agreement": samples_money.agreement,
    "authority": samples_money.authority,
    "quote": samples_money.quote,
    "invoice": samples_money.invoice,
    "receipt": samples_money.receipt,
    "summary": samples.summary,
    "checklist-office": samples_office.office_checklist,
    "data-sheet": samples_office.data_sheet,
    "case-sheet": samples_office.case_sheet,
    "day-sheet": samples_office.day_sheet,
    "history": samples_history.sheet,
    "handover-list": samples_office.handover_list,
    "list": samples_list.sheet,
    "counter-sheet": samples_office.counter_sheet,
    "handover": samples_client.handover,
}
