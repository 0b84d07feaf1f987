"""The file to keep for decades: PDF/A-2b with the same tags, checked by reading it back.

It declares no PDF/UA: the checker of PDF/A takes no declaration that it does not know.
"""

import io

import pikepdf
from pikepdf import String, pdfa

from app.pdf import metadata
from app.pdf.tree import Document

FLAVOUR = "2b"


class NotArchivable(RuntimeError):
    """A file did not pass as PDF/A, which is a fault of ours: nothing a user types can cause it."""

    def __init__(self, report: pdfa.Report) -> None:
        rules = sorted({finding.rule for finding in report.findings})
        super().__init__(f"the file did not pass as PDF/A-{FLAVOUR}: {', '.join(rules) or report.verdict}")


def written(pdf: pikepdf.Pdf, document: Document) -> bytes:
    """Return the file as PDF/A-2b. Raises ``NotArchivable`` rather than give one that did not pass."""
    pdfa.prepare(pdf, FLAVOUR)
    _state_own_date(pdf, document)
    out = io.BytesIO()
    pdf.save(out, **pdfa.resolve_save_kwargs(FLAVOUR, deterministic_id=True))
    data = out.getvalue()
    report = pdfa.validate_written(io.BytesIO(data), FLAVOUR)
    if report.verdict != "pass":
        raise NotArchivable(report)
    return data


def _state_own_date(pdf: pikepdf.Pdf, document: Document) -> None:
    """Put the case's date and our name where preparing wrote the clock's and the library's."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        xmp["xmp:MetadataDate"] = metadata.moment(document)
        xmp["pdf:Producer"] = metadata.PRODUCER
    pdf.docinfo["/Producer"] = String(metadata.PRODUCER)
