"""The last step: pages, fonts, structure, outline and metadata as one file, written in a single pass.

We write the objects ourselves. A canvas in between held nothing but our own operators, and building some
hundred structure elements one call at a time took longer than laying the document out. The same pages give
the same bytes: nothing here looks at the clock or at chance.
"""

from app.pdf import metadata, outline, png
from app.pdf.emit import Drawn
from app.pdf.layout import Layout
from app.pdf.objects import File, string
from app.pdf.structure import Structure
from app.pdf.tree import Document

_MANY_PAGES = 2  # more than these open with the outline beside them


def finished(drawn: Drawn, layout: Layout) -> bytes:
    """Return the whole PDF: ``drawn`` with all that readers need besides the pages."""
    file = File()
    root, parent = file.number(), file.number()
    pages = [file.number() for _page in drawn.contents]
    _pages(file, drawn, layout, parent, pages)
    entries = outline.add(file, layout, pages)
    structure = Structure(file, pages).add(layout.root)
    _catalogue(file, layout.document, root, parent, structure, entries, len(pages))
    return file.written(root, file.add(metadata.info(layout.document)))


def _pages(file: File, drawn: Drawn, layout: Layout, parent: int, pages: list[int]) -> None:
    fonts = "".join(f"{font.name} {font.build(file)} 0 R" for font in drawn.fonts)
    pictures = "".join(f"{name} {png.embedded(data, file)} 0 R" for data, name in drawn.pictures.items())
    held = f"/XObject<<{pictures}>>" if pictures else ""
    resources = file.add(f"<</Font<<{fonts}>>{held}>>")
    box = f"{layout.size.width:g} {layout.size.height:g}"
    for place, (number, content) in enumerate(zip(pages, drawn.contents, strict=True)):
        stream = file.stream(content.encode("ascii"))
        file.put(
            number,
            f"<</Type/Page/Parent {parent} 0 R/MediaBox[0 0 {box}]/Resources {resources} 0 R"
            f"/Contents {stream} 0 R/StructParents {place}/Tabs/S>>",
        )
    kids = " ".join(f"{number} 0 R" for number in pages)
    file.put(parent, f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>")


def _catalogue(
    file: File, document: Document, root: int, parent: int, structure: int, entries: int, count: int
) -> None:
    packet = file.stream(metadata.packet(document), "/Type/Metadata/Subtype/XML", packed=True)
    beside = f"/Outlines {entries} 0 R" if entries else ""
    if entries and count > _MANY_PAGES:
        beside += "/PageMode/UseOutlines"
    file.put(
        root,
        f"<</Type/Catalog/Pages {parent} 0 R/Lang{string(document.main_language)}/MarkInfo<</Marked true>>"
        f"/ViewerPreferences<</DisplayDocTitle true>>/PageLabels<</Nums[0<</S/D>>]>>"
        f"/StructTreeRoot {structure} 0 R/Metadata {packet} 0 R{beside}>>",
    )
