"""One module per document: a finished value in, a document tree out."""

from collections.abc import Callable, Mapping
from typing import Any

from app.domain.filing import Printed
from app.domain.filing.case_sheet import CaseSheet
from app.domain.filing.checklists import ClientChecklist, OfficeChecklist
from app.domain.filing.counter_sheet import CounterSheet
from app.domain.filing.data_sheet import DataSheet
from app.domain.filing.day_sheet import DaySheet
from app.domain.filing.engagement import EngagementPaper
from app.domain.filing.handover import HandoverReceipt
from app.domain.filing.handover_list import HandoverList
from app.domain.filing.history import HistorySheet
from app.domain.filing.letter import MissingLetter
from app.domain.filing.list_sheet import ListSheet
from app.domain.filing.money import InvoicePaper, QuotePaper, ReceiptPaper
from app.domain.filing.pathways import PathwaySheet
from app.domain.filing.screening import ScreeningSheet
from app.domain.filing.summary import FilingSummary
from app.domain.filing.visa_check import VisaCheck
from app.pdf.documents import (
    case_sheet,
    client_checklist,
    counter_sheet,
    data_sheet,
    day_sheet,
    engagement,
    filing_summary,
    handover,
    handover_list,
    history,
    list_sheet,
    missing_letter,
    money,
    office_checklist,
    pathways,
    screening,
    visa_check,
)
from app.pdf.tree import Document, Language

# What builds the document of each finished value, in a language, on a paper.
BUILDERS: Mapping[type[Printed], Callable[[Any, Language, str], Document]] = {
    ClientChecklist: client_checklist.build,
    MissingLetter: missing_letter.build,
    VisaCheck: visa_check.build,
    PathwaySheet: pathways.build,
    ScreeningSheet: screening.build,
    EngagementPaper: engagement.build,
    QuotePaper: money.quote,
    InvoicePaper: money.invoice,
    ReceiptPaper: money.receipt,
    FilingSummary: filing_summary.build,
    OfficeChecklist: office_checklist.build,
    DataSheet: data_sheet.build,
    CaseSheet: case_sheet.build,
    DaySheet: day_sheet.build,
    HistorySheet: history.build,
    ListSheet: list_sheet.build,
    CounterSheet: counter_sheet.build,
    HandoverReceipt: handover.build,
    HandoverList: handover_list.build,
}
