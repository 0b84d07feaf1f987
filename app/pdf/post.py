"""The last step, by pikepdf: fonts, structure, metadata and outline put into the drawn pages.

The same drawn pages give the same bytes: nothing here looks at the clock or at chance.
"""

import io
from collections.abc import Callable, Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, OutlineItem, String

from app.pdf import metadata
from app.pdf.emit import Drawn
from app.pdf.layout import Layout
from app.pdf.tags import Mark, Node
from app.pdf.tree import Document

Written = Callable[[pikepdf.Pdf, Document], bytes]


def finish(drawn: Drawn, layout: Layout, written: Written) -> bytes:
    """Return what ``written`` makes of ``drawn`` with all that readers need besides the pages."""
    with pikepdf.open(io.BytesIO(drawn.data)) as pdf:
        _fonts(pdf, drawn)
        _structure(pdf, layout.root)
        _catalogue(pdf, layout)
        _metadata(pdf, layout.document)
        _outline(pdf, layout)
        return written(pdf, layout.document)


def accessible(pdf: pikepdf.Pdf, _document: Document) -> bytes:
    """Return the file for print and screen, which says that it is tagged as PDF/UA-1 asks."""
    out = io.BytesIO()
    pdf.save(
        out,
        deterministic_id=True,
        fix_metadata_version=False,  # it would read and write the packet again
        object_stream_mode=ObjectStreamMode.generate,
    )
    return out.getvalue()


def _fonts(pdf: pikepdf.Pdf, drawn: Drawn) -> None:
    fonts = pdf.make_indirect(Dictionary({font.name: font.build(pdf) for font in drawn.fonts}))
    for page in pdf.pages:
        page.obj.Resources = Dictionary(Font=fonts)
        if "/Trans" in page.obj:
            del page.obj["/Trans"]


def _structure(pdf: pikepdf.Pdf, root: Node) -> None:
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    owners: list[list[pikepdf.Object]] = [[] for _page in pdf.pages]
    top = _element(pdf, root, tree, [page.obj for page in pdf.pages], owners)
    numbers: list[object] = []
    for number, page in enumerate(pdf.pages):
        page.obj.StructParents = number
        page.obj.Tabs = Name.S
        numbers += [number, pdf.make_indirect(Array(owners[number]))]
    tree.K = Array([top])
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(numbers)))
    tree.ParentTreeNextKey = len(pdf.pages)
    pdf.Root.StructTreeRoot = tree


def _element(
    pdf: pikepdf.Pdf,
    node: Node,
    parent: pikepdf.Object,
    pages: list[pikepdf.Object],
    owners: list[list[pikepdf.Object]],
) -> pikepdf.Object:
    """Add the element of ``node`` and all below it; ``owners`` learn whose each stretch of content is."""
    element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{node.kind}"), P=parent))
    for key, value in _attributes(node):
        element[key] = value
    kids: list[object] = []
    home = next((child.page for child in node.in_order() if isinstance(child, Mark)), None)
    if home is not None:
        element.Pg = pages[home]
    for child in node.in_order():
        if isinstance(child, Mark):
            owners[child.page].append(element)
            elsewhere = Dictionary(Type=Name.MCR, Pg=pages[child.page], MCID=child.number)
            kids.append(child.number if child.page == home else elsewhere)
        elif child.children:
            kids.append(_element(pdf, child, element, pages, owners))
    element.K = kids[0] if len(kids) == 1 else Array(kids)
    return element


def _attributes(node: Node) -> Iterator[tuple[str, pikepdf.Object]]:
    if node.language:
        yield "/Lang", String(node.language)
    if node.alternate:
        yield "/Alt", String(node.alternate)
    if node.scope:
        yield "/A", Dictionary(O=Name.Table, Scope=Name(f"/{node.scope}"))


def _catalogue(pdf: pikepdf.Pdf, layout: Layout) -> None:
    pdf.Root.Lang = String(layout.document.main_language)
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))


def _metadata(pdf: pikepdf.Pdf, document: Document) -> None:
    title = document.title.text(document.main_language)
    stamp = String(document.as_of.strftime("D:%Y%m%d%H%M%SZ"))
    info = Dictionary(
        Title=String(title),
        Producer=String(metadata.PRODUCER),
        Creator=String(metadata.PRODUCER),
        CreationDate=stamp,
        ModDate=stamp,
    )
    if document.author:
        info.Author = String(document.author)
    pdf.trailer.Info = pdf.make_indirect(info)
    pdf.Root.Metadata = pdf.make_stream(metadata.packet(document), Type=Name.Metadata, Subtype=Name.XML)


def _outline(pdf: pikepdf.Pdf, layout: Layout) -> None:
    levels: list[list[OutlineItem]] = []
    with pdf.open_outline() as outline:
        for number, page in enumerate(layout.pages):
            for strip, y, artifact in page.placed:
                if strip.bookmark is None or artifact:
                    continue
                title, level = strip.bookmark
                top = layout.size.height - y
                item = OutlineItem(title, number, page_location="XYZ", left=0, top=top)
                del levels[level - 1 :]
                (levels[-1] if levels else outline.root).append(item)
                levels.append(item.children)
    if outline.root:
        pdf.Root.PageMode = Name.UseOutlines if len(layout.pages) > 2 else Name.UseNone
