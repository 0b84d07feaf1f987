"""One module per document: a finished value in, a document tree out."""

from collections.abc import Callable, Mapping
from typing import Any

from app.domain.filing import Printed
from app.domain.filing.checklists import ClientChecklist
from app.domain.filing.summary import FilingSummary
from app.pdf.documents import client_checklist, filing_summary
from app.pdf.tree import Document, Language

# What builds the document of each finished value, in a language, on a paper.
BUILDERS: Mapping[type[Printed], Callable[[Any, Language, str], Document]] = {
    ClientChecklist: client_checklist.build,
    FilingSummary: filing_summary.build,
}
