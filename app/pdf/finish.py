"""The last steps: fonts, structure, outline and metadata beside the drawn pages, then tied together.

ReportLab's canvas holds and writes all objects; pikepdf, reading them, joins pages and catalogue with what
they call for, which ReportLab has no way to say, and packs the file. The same pages give the same bytes:
nothing here looks at the clock or at chance.
"""

import io
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, String

from app.pdf import metadata, outline, png
from app.pdf.emit import Drawn
from app.pdf.layout import Layout
from app.pdf.objects import File, written
from app.pdf.structure import Structure
from app.pdf.tree import Document

_MANY_PAGES = 2  # more than these open with the outline beside them


class _Beside(NamedTuple):
    """The numbers of what stands beside the pages; ``entries`` is 0 where there is no outline."""

    resources: int
    structure: int
    entries: int
    packet: int
    info: int


def finished(drawn: Drawn, layout: Layout) -> bytes:
    """Return the whole PDF: ``drawn`` with all that readers need besides the pages."""
    beside = _added(drawn, layout)
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(written(drawn.canvas))) as pdf:
        for place, page in enumerate(pdf.pages):
            _complete(page.obj, place, pdf.get_object(beside.resources, 0))
        _catalogue(pdf, layout.document, beside)
        pdf.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return out.getvalue()


def _added(drawn: Drawn, layout: Layout) -> _Beside:
    """Add to the canvas what its pages need; return where it stands."""
    file, pages = File(drawn.canvas), list(drawn.pages)
    fonts = "".join(f"{font.name} {font.build(file)} 0 R" for font in drawn.fonts)
    pictures = "".join(f"{name} {png.embedded(data, file)} 0 R" for data, name in drawn.pictures.items())
    held = f"/XObject<<{pictures}>>" if pictures else ""
    return _Beside(
        file.add(f"<</Font<<{fonts}>>{held}>>"),
        Structure(file, pages).add(layout.root),
        outline.add(file, layout, pages),
        file.stream(metadata.packet(layout.document), "/Type/Metadata/Subtype/XML", packed=True),
        file.add(metadata.info(layout.document)),
    )


def _complete(page: pikepdf.Object, place: int, resources: pikepdf.Object) -> None:
    page.Resources = resources
    page.StructParents = place
    page.Tabs = Name.S
    for key in ("/Trans", "/Rotate"):  # ReportLab states what pages have by themselves
        if key in page:
            del page[key]


def _catalogue(pdf: pikepdf.Pdf, document: Document, beside: _Beside) -> None:
    root = pdf.Root
    root.Lang = String(document.main_language)
    root.MarkInfo = Dictionary(Marked=True)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))
    root.PageMode = Name.UseNone
    root.StructTreeRoot = pdf.get_object(beside.structure, 0)
    root.Metadata = pdf.get_object(beside.packet, 0)
    if beside.entries:
        root.Outlines = pdf.get_object(beside.entries, 0)
        if len(pdf.pages) > _MANY_PAGES:
            root.PageMode = Name.UseOutlines
    pdf.trailer.Info = pdf.get_object(beside.info, 0)
