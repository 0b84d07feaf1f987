"""The structure tree as objects of the file: what is a heading, a table, a list, and whose content."""

import sys

from app.pdf.objects import File, string
from app.pdf.tags import Mark, Node

_CELLS = ("TD", "TH")  # a row has as many as its table has columns, also where one is empty
_NOWHERE = Mark(sys.maxsize, 0)


class Structure:
    """Writes the elements of a document; ``pages`` are the numbers of its page objects."""

    def __init__(self, file: File, pages: list[int]) -> None:
        self._file = file
        self._pages = pages
        self._owners: list[dict[int, int]] = [{} for _page in pages]

    def add(self, root: Node) -> int:
        """Store the tree that begins at ``root``; return its number, for the catalogue."""
        number = self._file.number()
        _place, top = self._element(root, number)
        lists = [self._file.add(f"[{_in_order(owners)}]") for owners in self._owners]
        numbers = " ".join(f"{page} {owners} 0 R" for page, owners in enumerate(lists))
        parents = self._file.add(f"<</Nums[{numbers}]>>")
        following = len(self._pages)
        body = f"/K[{top} 0 R]/ParentTree {parents} 0 R/ParentTreeNextKey {following}"
        return self._file.put(number, f"<</Type/StructTreeRoot{body}>>")

    def _element(self, node: Node, parent: int) -> tuple[Mark, int]:
        """Store ``node`` and all below it; return the place of its first content, and its number."""
        number = self._file.number()
        kids: list[tuple[Mark, int]] = []  # content has no number of its own
        for child in node.children:
            if isinstance(child, Mark):
                kids.append((child, 0))
                self._owners[child.page][child.number] = number
            elif child.children or child.kind in _CELLS:
                kids.append(self._element(child, number))
        if len(kids) > 1:
            kids.sort()  # content and elements stand in the order of drawing
        self._file.put(number, f"<</S/{node.kind}/P {parent} 0 R{_attributes(node)}{self._held(kids)}>>")
        return (kids[0][0] if kids else _NOWHERE), number

    def _held(self, kids: list[tuple[Mark, int]]) -> str:
        """Return what stands in the element, and the page of its first content."""
        if not kids:
            return ""
        if len(kids) == 1:
            (page, mark), element = kids[0]
            return f"/K {element} 0 R" if element else f"/Pg {self._pages[page]} 0 R/K {mark}"
        home = next((place.page for place, element in kids if not element), None)
        held = " ".join(
            [f"{element} 0 R" if element else self._content(place, home) for place, element in kids]
        )
        return f"/K[{held}]" if home is None else f"/Pg {self._pages[home]} 0 R/K[{held}]"

    def _content(self, place: Mark, home: int | None) -> str:
        if place.page == home:
            return str(place.number)
        return f"<</Type/MCR/Pg {self._pages[place.page]} 0 R/MCID {place.number}>>"


def _in_order(owners: dict[int, int]) -> str:
    return " ".join(f"{owners[mark]} 0 R" for mark in sorted(owners))


def _attributes(node: Node) -> str:
    found = ""
    if node.language:
        found += f"/Lang{string(node.language)}"
    if node.alternate:
        found += f"/Alt{string(node.alternate)}"
    if node.bounds:
        bounds = " ".join(f"{length:.2f}" for length in node.bounds)
        found += f"/A<</O/Layout/Placement/Block/BBox[{bounds}]>>"
    if node.scope:
        found += f"/A<</O/Table/Scope/{node.scope}>>"
    return found
