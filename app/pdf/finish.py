"""The last steps: fonts, structure, outline and metadata beside the drawn pages, then the file of all.

Everything stands in ReportLab's document, its pages and catalogue included. The same pages give the same
bytes: nothing here looks at the clock or at chance.
"""

from typing import Any

from app.pdf import metadata, outline, png
from app.pdf.emit import Drawn
from app.pdf.layout import Layout
from app.pdf.objects import File, document_of, string, written
from app.pdf.structure import Structure

_MANY_PAGES = 2  # more than these open with the outline beside them
_OF_A_PAGE = ("StructParents", "Tabs")  # what ReportLab does not know that pages have


def finished(drawn: Drawn, layout: Layout) -> bytes:
    """Return the whole PDF: ``drawn`` with all that readers need besides the pages."""
    file, document = File(drawn.canvas), document_of(drawn.canvas)
    resources = _resources(file, drawn)
    for place, page in enumerate(document.Pages.pages):
        _complete(page, place, resources, file)
    _catalogue(document.Catalog, file, drawn, layout)
    return written(drawn.canvas, file.add(metadata.info(layout.document)))


def _resources(file: File, drawn: Drawn) -> int:
    """Add the fonts and pictures that the pages call for; return the number of the list of them."""
    for font in drawn.fonts:
        file.font(font.name, font.build(file))
    pictures = "".join(f"{name} {png.embedded(data, file)} 0 R" for data, name in drawn.pictures.items())
    held = f"/XObject<<{pictures}>>" if pictures else ""
    return file.add(f"<</Font {file.fonts} 0 R{held}>>")


def _complete(page: Any, place: int, resources: int, file: File) -> None:
    page.__NoDefault__ = (*page.__NoDefault__, *_OF_A_PAGE)
    page.Contents = f"{file.stream(page.stream.encode('ascii'))} 0 R"
    page.Resources = f"{resources} 0 R"
    page.StructParents = place
    page.Tabs = "/S"
    page.Trans = page.Rotate = None  # ReportLab states what pages have by themselves


def _catalogue(root: Any, file: File, drawn: Drawn, layout: Layout) -> None:
    pages = list(drawn.pages)
    entries = outline.add(file, layout, pages)
    packet = file.stream(metadata.packet(layout.document), "/Type/Metadata/Subtype/XML", packed=True)
    root.Lang = string(layout.document.main_language)
    root.MarkInfo = "<</Marked true>>"
    root.ViewerPreferences = "<</DisplayDocTitle true>>"
    root.PageLabels = "<</Nums[0<</S/D>>]>>"
    root.StructTreeRoot = f"{Structure(file, pages).add(layout.root)} 0 R"
    root.Metadata = f"{packet} 0 R"
    root.Outlines = f"{entries} 0 R" if entries else None
    if entries and len(pages) > _MANY_PAGES:
        root.PageMode = "/UseOutlines"
