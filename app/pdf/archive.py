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


def archived(data: bytes, document: Document) -> bytes:
    """Return ``data``, the print of ``document``, as PDF/A-2b with the same pages and tags.

    Raises ``NotArchivable`` rather than give a file that did not pass.
    """
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdfa.prepare(pdf, FLAVOUR)
        _state_own_date(pdf, document)
        pdf.save(out, **pdfa.resolve_save_kwargs(FLAVOUR, deterministic_id=True))
    report = pdfa.validate_written(io.BytesIO(out.getvalue()), FLAVOUR)
    if report.verdict != "pass":
        raise NotArchivable(report)
    return out.getvalue()


def _state_own_date(pdf: pikepdf.Pdf, document: Document) -> None:
    """Put the case's date and our name where preparing wrote the clock's and the library's."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        xmp["xmp:MetadataDate"] = metadata.moment(document)
        xmp["pdf:Producer"] = metadata.PRODUCER
    pdf.docinfo["/Producer"] = String(metadata.PRODUCER)
